//! What runs out is told in its place, and what is done or withdrawn is not.

use chrono::{Days, NaiveDate};
use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

use crate::pages::FieldInput;
use crate::session::{Session, now_ms};
use crate::written::calendar_text;

/// Title, until when, state.
type Line = (String, Option<String>, &'static str);

fn typed(field: &str, text: &str) -> FieldInput {
    FieldInput { field: field.to_owned(), typed: Some(text.to_owned()), values: None }
}

fn desk(folder: &std::path::Path) -> Session {
    let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
    let cost = KdfCost::with_memory(64 * 1024).unwrap();
    Session::create(&folder.join("v"), &WayIn { passphrase, keyfile: None }, cost, Lang::Es).unwrap().0
}

fn day(days: i64) -> String {
    let today: NaiveDate = calendar_text(now_ms()).parse().unwrap();
    let by = Days::new(days.unsigned_abs());
    if days < 0 { today.checked_sub_days(by) } else { today.checked_add_days(by) }.unwrap().to_string()
}

#[test]
fn the_most_pressing_clock_of_each_open_application_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    let write = |kind: &str, inputs: &[(&str, &str)]| {
        let inputs = inputs.iter().map(|(field, text)| typed(field, text)).collect();
        session.record_create(kind, inputs).unwrap().id
    };
    let late = write("application", &[("received", &day(-20)), ("procedure", "ordinary")]);
    let soon = write("application", &[("received", &day(-9)), ("procedure", "ordinary")]);
    write("application", &[("received", &day(-2)), ("procedure", "ordinary")]);
    write("application", &[("received", &day(-90)), ("procedure", "ordinary"), ("outcome", "not_admitted")]);
    write("check_in", &[("planned_at", &day(-1))]);
    let sections = session.today().sections;
    let of = |id: &str| sections.iter().find(|section| section.id == id).unwrap();
    let told = |id: &str| -> Vec<_> {
        of(id).items.iter().map(|item| (item.id.clone(), item.due.clone(), item.state)).collect()
    };
    let line = |id: String, due: &str, state| vec![(id, Some(due.to_owned()), state)];
    assert_eq!(told("clocks"), line(late, "venció hace 10 días", "late"));
    assert_eq!(told("clocks-soon"), line(soon, "corre; plazo restante: 1 día", "soon"));
    let item = &of("clocks").items[0];
    assert!(item.article.as_deref().is_some_and(|article| article.starts_with("Art. 27")), "{item:?}");
    assert!(item.detail.starts_with("Espera a "), "{item:?}");
    assert_eq!((of("calls").count, of("calls").items[0].kind.as_str()), (1, "check_in"));
}

#[test]
fn u16_what_is_late_what_is_due_and_what_is_to_renew_stand_apart() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    let write = |kind: &str, inputs: &[(&str, &str)]| {
        session.record_create(kind, inputs.iter().map(|(field, text)| typed(field, text)).collect()).unwrap();
    };
    write("case", &[("title", "La Milpa"), ("next_step", "Avisar de la prórroga"), ("next_step_on", &day(-12))]);
    write("note", &[("title", "Llamar"), ("due_on", &day(1))]);
    write("note", &[("title", "Ya se hizo"), ("due_on", &day(-3)), ("done_on", &day(-4))]);
    write("note", &[("title", "Falta mucho"), ("due_on", &day(9))]);
    write("consent", &[("state", "given"), ("expires_on", &day(9))]);
    write("consent", &[("state", "given"), ("expires_on", &day(90))]);
    write("consent", &[("state", "given"), ("expires_on", &day(-9)), ("withdrawn_on", &day(-30))]);
    let told: Vec<(&str, Vec<Line>)> = session
        .today()
        .sections
        .into_iter()
        .filter(|section| ["late", "soon", "consents"].contains(&section.id))
        .map(|section| (section.id, section.items.into_iter().map(|item| (item.title, item.due, item.state)).collect()))
        .collect();
    let line = |title: &str, due: &str, state| (title.to_owned(), Some(due.to_owned()), state);
    assert_eq!(told[0], ("late", vec![line("Avisar de la prórroga", "venció hace 12 días", "late")]));
    assert_eq!(told[1], ("soon", vec![line("Llamar", "vence mañana", "soon")]));
    assert_eq!((told[2].0, told[2].1.len(), told[2].1[0].1.as_deref()), ("consents", 1, Some("vence en 9 días")));
}

#[test]
fn a_section_tells_its_first_lines_and_how_many_more_wait_and_unfolds_whole() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    for days in 11..22 {
        let inputs = vec![typed("received", &day(-days)), typed("procedure", "ordinary")];
        session.record_create("application", inputs).unwrap();
    }
    let clocks =
        |today: crate::today::Today| today.sections.into_iter().find(|section| section.id == "clocks").unwrap();
    let first = clocks(session.today());
    assert_eq!((first.count, first.items.len(), first.more.as_str()), (11, 8, "y 3 más"));
    let whole = clocks(session.today_unfolded("clocks"));
    assert_eq!((whole.count, whole.items.len(), whole.more.as_str()), (11, 11, ""));
    let ids = |items: &[crate::today::TodayItem]| items.iter().map(|item| item.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&whole.items[..8]), ids(&first.items), "what was shown stays where it was");
}
