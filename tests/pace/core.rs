//! The same work without a window.

use resguardo_app::browse::{FilterPart, ListQuery, Op};
use resguardo_app::pages::FieldInput;

use crate::filled::{Filled, incidents, sheet, unlock};
use crate::measured::{Table, ms, timed};
use crate::rows::rows;
use crate::weight;

const TIMES: usize = 5;
/// Rows of the sheet that is brought in and taken back.
const SHEET: usize = 5_000;

/// Conditions on the list.
pub fn with(field: &str, op: Op, value: &str) -> ListQuery {
    let part = FilterPart { field: field.to_owned(), op, values: vec![value.to_owned()] };
    ListQuery { filters: vec![part], ..incidents() }
}

/// Measures it.
pub fn measure(filled: &Filled, table: &mut Table) {
    let program = filled.copied();
    let opened: Vec<f64> = (0..3).map(|_| ms(unlock(&program).vault().state().open)).collect();
    table.times("core: open after the key", opened, None);
    let session = unlock(&program);
    let weigh = |table: &mut Table, when: &str| {
        table.line(&format!("core: memory {when}"), format!("{:.0} MiB", weight::own()), String::new());
    };
    weigh(table, "after opening");
    let index = timed(|| session.search("radio", None, 20)).0;
    table.times("core: index built", vec![index], None);
    weigh(table, "with the index");
    let all = incidents();
    let other = ListQuery { kind: "person".to_owned(), ..incidents() };
    let only = std::env::args().skip_while(|word| word != "--only").nth(1);
    let is_wanted = |what: &str| only.as_ref().is_none_or(|only| only == what);
    let mut list = |what: &str, query: &ListQuery| {
        let what = format!("list {what}");
        let mut before = || drop(session.list_page(&other, 0, 100).expect("a page"));
        if is_wanted(&what) {
            table.works(&what, TIMES, &mut before, &mut || drop(session.list_page(query, 0, 100).expect("a page")));
        }
    };
    list("by date", &all);
    list("state = 20", &with("state", Op::Is, "20"));
    list("date from 2015", &with("date", Op::From, "2015"));
    list("facts contain", &with("facts", Op::Contains, "mercado radio"));
    for text in ["radio", "expediente77", "perio"] {
        list(&format!("words {text}"), &ListQuery { text: text.to_owned(), ..incidents() });
    }
    list("grouped by state", &ListQuery { group: Some("state".to_owned()), ..incidents() });
    weigh(table, "after lists");
    session.list_page(&all, 0, 100).expect("a page");
    let mut many = |what: &str, times: usize, work: &mut dyn FnMut()| {
        if is_wanted(what) {
            table.works(what, if only.is_some() { times * 40 } else { times }, &mut || (), work);
        }
    };
    many("a page of the same list", TIMES, &mut || drop(session.list_page(&all, 50_000, 100)));
    many("search radio", TIMES, &mut || drop(session.seek("radio", None, false, 12)));
    many("search perio", TIMES, &mut || drop(session.seek("perio", None, false, 12)));
    many("today", TIMES, &mut || drop(session.today()));
    many("the frame", TIMES, &mut || drop(session.desk(resguardo_app::settings::Preferences::default(), None)));
    many("values of a field", TIMES, &mut || drop(session.filter_values("incident", "municipality")));
    many("person of 3,000 links", TIMES, &mut || drop(session.record_page(&filled.person)));
    many("its moments", TIMES, &mut || drop(session.record_moments(&filled.person, 0, 100)));
    many("its links", TIMES, &mut || drop(session.record_links(&filled.person, None, 0, 100)));
    let id = session.list_ids(&all).expect("ids").into_iter().nth(777).unwrap_or_default();
    let mut turn = 0;
    many("a change written", TIMES, &mut || {
        turn += 1;
        let typed = Some(format!("cambio {turn}"));
        let input = FieldInput { field: "context".to_owned(), typed, values: None };
        session.record_write(&id, vec![input]).expect("written");
    });
    many("search after it", TIMES, &mut || {
        let typed = Some("otro".to_owned());
        let input = FieldInput { field: "context".to_owned(), typed, values: None };
        session.record_write(&id, vec![input]).expect("written");
        drop(session.seek("radio", None, false, 12));
    });
    let file = program.folder().join("otra.csv");
    std::fs::write(&file, sheet(&rows(SHEET)).replace("RG-", "OT-")).expect("a sheet");
    many("5,000 rows read", 1, &mut || drop(session.import_begin("incident", &file).expect("a file")));
    many("their first check", 1, &mut || drop(session.import_check(0, 100).expect("a check")));
    many("the check again", 1, &mut || drop(session.import_check(0, 100).expect("a check")));
    let mut batch = String::new();
    many("their import", 1, &mut || batch = session.import_run(false, &|_, _| true).expect("an import").batch);
    many("taking it back", 1, &mut || drop(session.undo_import(&batch).expect("taken back")));
    many("search after it", 1, &mut || drop(session.seek("radio", None, false, 12)));
    weigh(table, "after all of this");
}
