//! The Mechanism's figures and clocks over so many records, about one in six an application.

use resguardo_app::boards::{BoardAsk, BoardFilter};
use resguardo_app::browse::{ListQuery, Op};
use resguardo_app::clocks::ClockRequest;
use resguardo_app::handover::HandoverRequest;
use resguardo_app::outgoing::PaperSize;
use resguardo_app::pages::FieldInput;
use resguardo_app::{Lang, Session};

use crate::core::with;
use crate::filled::{invented, unlock};
use crate::measured::{Table, processor, timed};

const TIMES: usize = 5;
/// A day on which much is open.
const DAY: &str = "2014-03-01";

/// What is timed.
type Work<'a> = &'a dyn Fn(&Session);

/// Measures it; with `--only`, one line, many times.
pub fn measure(records: u32, table: &mut Table) {
    let program = invented(records);
    let only = std::env::args().skip_while(|word| word != "--only").nth(1);
    let is_wanted = |what: &str| only.as_ref().is_none_or(|only| only == what);
    let times = if only.is_some() { TIMES * 8 } else { TIMES };
    let mut first = |what: &str, most: Option<u32>, (before, work): (Work<'_>, Work<'_>)| {
        if !is_wanted(what) {
            return;
        }
        let taken = (0..3).map(|_| {
            let session = unlock(&program);
            before(&session);
            let begun = processor();
            let taken = timed(|| work(&session)).0;
            (taken, processor() - begun)
        });
        both(table, &format!("{what}, first after unlocking"), taken.collect(), most);
    };
    let nothing: Work<'_> = &|_| ();
    let today: Work<'_> = &|session| drop(session.today());
    let dashboard: Work<'_> = &|session| drop(session.indicator_board(DAY).expect("figures"));
    let all = ClockRequest { as_of: Some(DAY.to_owned()), ..ClockRequest::default() };
    first("dashboard", Some(200), (nothing, dashboard));
    first("dashboard, «Hoy» shown before", Some(200), (today, dashboard));
    first("trends", None, (nothing, &|session| drop(session.indicator_trends(DAY).expect("trends"))));
    first("clocks of all", Some(300), (nothing, &|session| drop(session.clocks(&all).expect("clocks"))));
    first("today", None, (nothing, today));
    let of_measures: Work<'_> = &|session| drop(session.board(&measures(None)).expect("a board"));
    first("board of measures", Some(200), (nothing, of_measures));
    let organs = BoardAsk { board: "organs".to_owned(), ..measures(None) };
    first("board of organs", Some(200), (nothing, &|session| drop(session.board(&organs).expect("a board"))));
    let session = unlock(&program);
    let query = ListQuery { kind: "application".to_owned(), ..with("received", Op::From, "2013-10") };
    let one = session.list_ids(&query).expect("ids").into_iter().nth(77).unwrap_or_default();
    let of_one = ClockRequest { record: Some(one.clone()), ..all.clone() };
    let mut again = |what: &str, most: Option<u32>, work: &dyn Fn()| {
        if !is_wanted(what) {
            return;
        }
        let taken = (0..times).map(|_| {
            let begun = processor();
            (timed(work).0, processor() - begun)
        });
        both(table, what, taken.collect(), most);
    };
    again("clocks of one application", Some(50), &|| drop(session.clocks(&of_one).expect("clocks")));
    again("one application's page", Some(50), &|| drop(session.record_page(&one).expect("a page")));
    again("one application's way", Some(50), &|| drop(session.application_page(&one, DAY).expect("a way")));
    again("clocks of one record's page", Some(50), &|| drop(session.record_clocks(&one, DAY).expect("clocks")));
    let handed = HandoverRequest {
        of: Some(one.clone()),
        as_of: Some(DAY.to_owned()),
        disclosure: "no-identities".to_owned(),
        ..HandoverRequest::default()
    };
    let hand_over = || drop(session.hand_over(&handed, Lang::Es, PaperSize::Letter, None).expect("handed over"));
    again("handover of one application", None, &hand_over);
    again("board of measures again", Some(50), &|| drop(session.board(&measures(None)).expect("a board")));
    again("its next hundred rows", Some(50), &|| {
        drop(session.board_rows(&measures(None), 9_000, 100).expect("rows"));
    });
    for (what, stage) in [("one stage", "in_place"), ("another", "decreed")] {
        let ask = measures(Some(stage));
        again(&format!("board of measures, {what}"), Some(200), &|| drop(session.board(&ask).expect("a board")));
    }
    again("dashboard again", Some(200), &|| drop(session.indicator_board(DAY).expect("figures")));
    again("trends again", None, &|| drop(session.indicator_trends(DAY).expect("trends")));
    again("clocks of all again", Some(300), &|| drop(session.clocks(&all).expect("clocks")));
    again("today again", None, &|| drop(session.today()));
    let mut turn = 0;
    let mut change = || {
        turn += 1;
        let typed = Some(format!("cambio {turn}"));
        let input = FieldInput { field: "outcome_reason".to_owned(), typed, values: None };
        session.record_write(&one, vec![input]).expect("written");
    };
    for (what, work) in [
        ("dashboard after a change", &(|| drop(session.indicator_board(DAY))) as &dyn Fn()),
        ("clocks of all after a change", &|| drop(session.clocks(&all))),
        ("clocks of one after a change", &|| drop(session.clocks(&of_one))),
        ("today after a change", &|| drop(session.today())),
        ("board of measures after a change", &|| drop(session.board(&measures(None)))),
    ] {
        if !is_wanted(what) {
            continue;
        }
        let mut taken = Vec::new();
        for _ in 0..times {
            change();
            let begun = processor();
            taken.push((timed(work).0, processor() - begun));
        }
        both(table, what, taken, None);
    }
}

/// The board of measures, or of those at one stage.
fn measures(stage: Option<&str>) -> BoardAsk {
    let filter = |stage: &str| BoardFilter { field: "@stage".to_owned(), value: stage.to_owned() };
    let filters = stage.into_iter().map(filter).collect();
    BoardAsk { board: "measures".to_owned(), as_of: DAY.to_owned(), filters }
}

/// The middle by the clock, and what of it the calling thread worked: what a busy machine does not change.
fn both(table: &mut Table, what: &str, taken: Vec<(f64, f64)>, most: Option<u32>) {
    let middle = |mut all: Vec<f64>| {
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or_default()
    };
    let (clock, worked): (Vec<f64>, Vec<f64>) = taken.into_iter().unzip();
    let longest = clock.iter().copied().fold(0.0, f64::max);
    let told = format!("{:.0} ms (longest {longest:.0}), {:.0} of them in its thread", middle(clock), middle(worked));
    table.line(what, told, most.map_or_else(String::new, |most| format!("≤ {most} ms")));
}
