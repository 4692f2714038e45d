//! What holds for any dates.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use resguardo_mechanism::clock::{AsOf, Circumstances, Clock, Dated, Path, State, Subject, SubjectKind};
use resguardo_mechanism::procedure::Procedures;

const EVENTS: [&str; 14] = [
    "application_submitted",
    "urgent_measures_issued",
    "urgent_measures_implemented",
    "file_sent_to_risk_unit",
    "risk_study_done",
    "measures_defined",
    "file_sent_to_board",
    "board_session_held",
    "board_decision",
    "decision_communicated",
    "decision_notified",
    "measure_implemented",
    "appeal_filed",
    "missing_info_requested",
];

const OTHERS: [(SubjectKind, &str, &str, &str); 6] = [
    (SubjectKind::Investigation, "cri.complementary", "charge_formulated", "investigation_closed"),
    (SubjectKind::Complaint, "cndh.file", "incident_date", "complaint_filed"),
    (SubjectKind::InformationRequest, "foi.answer", "foi_request_filed", "foi_answer"),
    (SubjectKind::Amparo, "amp.revision", "amparo_judgment_notified", "revision_filed"),
    (SubjectKind::Amparo, "amp.prior_report", "prior_report_requested", "prior_report_filed"),
    (SubjectKind::Amparo, "amp.evidence", "amparo_admitted", "evidence_offered"),
];

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2013, 1, 1).unwrap() + Days::new(offset)
}

/// An event, the first day it may have happened, and how many days more.
fn event() -> impl Strategy<Value = (usize, u64, u64)> {
    (0..EVENTS.len(), 0_u64..500, prop_oneof![Just(0_u64), 0_u64..40])
}

fn written((first, more): (u64, u64)) -> String {
    if more == 0 { day(first).to_string() } else { format!("{}/{}", day(first), day(first + more)) }
}

fn subject(events: &[(usize, String)]) -> Subject {
    let law = Procedures::builtin();
    let dated = |(place, at): &(usize, String)| Dated::new(law.event(EVENTS[*place]).unwrap(), at.parse().unwrap());
    Subject::new(SubjectKind::Application, Path::Extraordinary, events.iter().map(dated).collect())
}

fn clocks(subject: &Subject, as_of: u64) -> Vec<Clock<'_>> {
    Circumstances::on(Procedures::builtin(), AsOf::day(day(as_of))).clocks(subject)
}

/// What identifies a clock among those of one subject.
fn name(clock: &Clock<'_>) -> (String, Option<String>, Option<String>) {
    (clock.stage.id.clone(), clock.way.id.clone(), clock.started.map(|start| start.at.to_string()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn without_a_limit_nothing_is_ever_overdue_or_late(
        events in prop::collection::vec(event(), 0..12), as_of in 0_u64..2000,
    ) {
        let events: Vec<_> = events.iter().map(|(place, first, more)| (*place, written((*first, *more)))).collect();
        for clock in clocks(&subject(&events), as_of) {
            if matches!(clock.state, State::Late | State::Overdue) {
                prop_assert!(clock.stage.limit.unit.binds() && clock.due.is_some(), "{}", clock.stage.id);
                prop_assert!(clock.margin.is_some_and(|margin| margin.most < 0), "{}", clock.stage.id);
            }
            if matches!(clock.state, State::Met | State::Running) {
                prop_assert!(clock.margin.is_none_or(|margin| margin.least >= 0), "{}", clock.stage.id);
            }
        }
    }

    #[test]
    fn a_later_day_never_makes_a_clock_better(
        events in prop::collection::vec(event(), 0..12), as_of in 0_u64..900, more in 0_u64..300,
    ) {
        let events: Vec<_> = events.iter().map(|(place, first, _)| (*place, written((*first, 0)))).collect();
        let subject = subject(&events);
        let later = clocks(&subject, as_of + more);
        for clock in clocks(&subject, as_of) {
            let Some(then) = later.iter().find(|later| name(later) == name(&clock)) else { continue };
            // Once the file is sent, the session it was sent for decides.
            if clock.stage.id == "ord.to_board" {
                continue;
            }
            let (before, after) = (clock.state, then.state);
            match before {
                State::Overdue => prop_assert!(matches!(after, State::Overdue | State::Late | State::Stopped(_))),
                State::Met | State::Late => prop_assert_eq!(before, after, "{}", clock.stage.id),
                State::Running | State::Stopped(_) | State::NotApplicable(_) | State::Unknown(_) => {}
            }
            if let (Some(a), Some(b)) = (clock.margin, then.margin) {
                prop_assert!(b.least <= a.least, "{} {:?} {:?}", clock.stage.id, a, b);
            }
        }
    }

    #[test]
    fn what_happened_later_changes_nothing(
        events in prop::collection::vec(event(), 0..14), as_of in 0_u64..600,
    ) {
        // Sessions are announced: only they may count before they are held.
        let held: Vec<_> = events.iter().filter(|(place, _, _)| EVENTS[*place] != "board_session_held").collect();
        let written = |event: &&(usize, u64, u64)| (event.0, day(event.1).to_string());
        let all: Vec<_> = held.iter().map(written).collect();
        let known: Vec<_> = held.iter().filter(|event| event.1 <= as_of).map(written).collect();
        let told = |events: &[(usize, String)]| {
            let subject = subject(events);
            let clocks = clocks(&subject, as_of);
            clocks.iter().map(|clock| (name(clock), clock.state.id(), clock.margin, clock.notes.len())).collect::<Vec<_>>()
        };
        prop_assert_eq!(told(&all), told(&known));
    }

    #[test]
    fn an_interval_contains_every_exact_answer_of_any_unit(
        filed in (0_u64..300, 0_u64..70), done in (0_u64..400, 0_u64..40), pick in (0_u64..70, 0_u64..40),
        place in 0_usize..OTHERS.len(), as_of in prop_oneof![Just(2000_u64), 0_u64..500],
    ) {
        let (kind, stage, start, end) = OTHERS[place];
        // These laws rule in 2026; the days are counted from its first.
        let base = 365 * 13 + 3;
        let exact = (filed.0 + pick.0.min(filed.1), done.0 + pick.1.min(done.1));
        if exact.0 > exact.1 || filed.0 + filed.1 > as_of || done.0 + done.1 > as_of {
            return Ok(());
        }
        let law = Procedures::builtin();
        let told = |filed: (u64, u64), done: (u64, u64)| {
            let dated = |id, (first, more)| Dated::new(law.event(id).unwrap(), written((base + first, more)).parse().unwrap());
            let subject = Subject::new(kind, Path::Unknown, vec![dated(start, filed), dated(end, done)]);
            let mut all = Vec::new();
            Circumstances::on(law, AsOf::day(day(base + as_of))).each(&subject, &mut |clock| {
                if clock.stage.id == stage {
                    all.push((clock.margin, clock.elapsed, clock.due.map(|due| due.text()), clock.state.id()));
                }
            });
            all
        };
        let (wide, one) = (told(filed, done), told((exact.0, 0), (exact.1, 0)));
        prop_assert_eq!(wide.len(), one.len());
        for (wide, one) in wide.iter().zip(&one) {
            for (wide, one) in [(wide.0, one.0), (wide.1, one.1)] {
                if let (Some(wide), Some(one)) = (wide, one) {
                    prop_assert!(wide.least <= one.least && one.most <= wide.most, "{stage}: {one:?} is not in {wide:?}");
                }
            }
            prop_assert!(wide.3 == "unknown" || wide.3 == one.3, "{stage}: {} but {}", wide.3, one.3);
        }
    }

    #[test]
    fn an_interval_contains_every_exact_answer(
        filed in (0_u64..300, 0_u64..40), done in (0_u64..360, 0_u64..40), pick in (0_u64..40, 0_u64..40), stage in 0_usize..5,
    ) {
        let (stage, start, end) = [
            ("ord.study", 0, 4), ("ext.issue", 0, 1), ("ord.communicate", 8, 9), ("ord.implement", 8, 11), ("apo.file", 10, 12),
        ][stage];
        let exact = (filed.0 + pick.0.min(filed.1), done.0 + pick.1.min(done.1));
        if exact.0 > exact.1 {
            return Ok(());
        }
        let wide = subject(&[(start, written(filed)), (end, written(done))]);
        let one = subject(&[(start, written((exact.0, 0))), (end, written((exact.1, 0)))]);
        let find = |subject| clocks(subject, 2000).into_iter().find(|clock| clock.stage.id == stage).map(|clock| {
            (clock.margin.map(|m| (m.least, m.most)), clock.elapsed.map(|m| (m.least, m.most)), clock.state.id())
        });
        let (Some(wide), Some(one)) = (find(&wide), find(&one)) else { return Ok(()) };
        for (wide, one) in [(wide.0, one.0), (wide.1, one.1)] {
            if let (Some((a, b)), Some((c, d))) = (wide, one) {
                prop_assert!(a <= c && d <= b, "{stage}: {c}..{d} is not in {a}..{b}");
            }
        }
        prop_assert!(wide.2 == "unknown" || wide.2 == one.2, "{stage}: {} but {}", wide.2, one.2);
    }
}
