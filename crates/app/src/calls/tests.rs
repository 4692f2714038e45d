//! Calls are answered in one press, taken back in one, and carried on a sheet that says no more than it must.

use chrono::{DateTime, Local, TimeDelta};
use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;
use serde_json::{Value as Json, json};

use super::{CallAnswer, CallSheetRequest, instant};
use crate::error::AppError;
use crate::outgoing::PaperSize;
use crate::records::Assignment;
use crate::session::{Session, now_ms};
use crate::today::TodaySection;

fn desk(folder: &std::path::Path) -> Session {
    let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
    let cost = KdfCost::with_memory(64 * 1024).unwrap();
    Session::create(&folder.join("v"), &WayIn { passphrase, keyfile: None }, cost, Lang::Es).unwrap().0
}

fn write(session: &Session, kind: &str, values: &Json) -> String {
    let json = |(field, json): (&String, &Json)| Assignment::Json { field: field.clone(), json: json.clone() };
    let assigned: Vec<Assignment> = values.as_object().unwrap().iter().map(json).collect();
    session.create_record(kind, &assigned).unwrap().id
}

/// So many minutes from now, on the laptop's clock.
fn at(minutes: i64) -> String {
    let now = DateTime::from_timestamp_millis(i64::try_from(now_ms()).unwrap()).unwrap();
    (now.with_timezone(&Local) + TimeDelta::minutes(minutes)).format("%Y-%m-%dT%H:%M").to_string()
}

fn day(moment: &str) -> String {
    moment.chars().take(10).collect()
}

fn call(session: &Session, minutes: i64, more: &Json) -> String {
    let person = write(session, "person", &json!({ "name": "Lucía Sánchez" }));
    let mut values = json!({ "person": [{ "ref": person }], "planned_at": at(minutes), "status": "planned",
        "grace": { "count": 15, "unit": "min" }, "where": "Casa de Lucía",
        "overdue_plan": "+15 min: llamar otra vez. +1 h: avisar a la coordinación",
        "contacts": "Coordinación 55 10\nHermana 951 20", "safe_word": "colibrí" });
    values.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    write(session, "check_in", &values)
}

fn section(session: &Session, id: &str) -> Option<TodaySection> {
    session.today().sections.into_iter().find(|section| section.id == id)
}

fn field(session: &Session, id: &str, field: &str) -> String {
    session.show(id).unwrap().fields.get(field).map(ToString::to_string).unwrap_or_default()
}

#[test]
fn a_call_nobody_answered_stands_first_with_what_to_do_and_a_call_in_its_grace_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    call(&session, -10, &json!({}));
    assert!(section(&session, "calls").is_none(), "it is still waited for");
    let late = call(&session, -45, &json!({}));
    call(&session, 4 * 24 * 60, &json!({}));
    let today = session.today();
    assert_eq!(today.sections[0].id, "calls");
    let item = &today.sections[0].items[0];
    assert_eq!((item.id.as_str(), item.due.as_deref(), item.state), (late.as_str(), Some("hace 45 minutos"), "late"));
    assert!(!item.title.contains("Luc"), "{}", item.title);
    let call = item.call.as_ref().unwrap();
    let steps: Vec<(&str, bool)> = call.steps.iter().map(|step| (step.text.as_str(), step.come)).collect();
    assert_eq!(steps, [("llamar otra vez", true), ("avisar a la coordinación", false)]);
    assert_eq!(call.answers.iter().map(|button| button.label.as_str()).collect::<Vec<_>>(), ["Llamó", "No contestó"]);
    let soon = section(&session, "calls-soon").unwrap();
    assert_eq!((soon.count, soon.items[0].call.as_ref().unwrap().steps.len()), (1, 0));
    drop(session);
}

#[test]
fn one_press_says_what_became_of_a_call_and_one_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    let late = call(&session, -45, &json!({}));
    let done = session.call_answer(&late, &CallAnswer::Answered).unwrap();
    assert_eq!(done.sentence, "Llamada anotada: respondió tarde.");
    assert!(field(&session, &late, "done_at").contains(&day(&at(0))));
    assert!(section(&session, "calls").is_none());
    session.undo(&done.token).unwrap();
    assert_eq!(field(&session, &late, "status"), "\"planned\"");
    assert_eq!(section(&session, "calls").unwrap().count, 1);

    session.call_answer(&late, &CallAnswer::NoAnswer).unwrap();
    let told = section(&session, "calls").unwrap();
    assert_eq!(told.items[0].call.as_ref().unwrap().answers[1].label, "Se activó el plan");
    session.call_answer(&late, &CallAnswer::Acted).unwrap();
    assert_eq!(section(&session, "calls").unwrap().count, 1, "it stands until somebody answered");

    let off = session.call_answer(&late, &CallAnswer::In { minutes: 30 }).unwrap();
    assert!(off.sentence.starts_with("Llamada acordada para "), "{}", off.sentence);
    assert!(section(&session, "calls").is_none());
    assert_eq!(field(&session, &late, "status"), "\"planned\"");
    let hour = field(&session, &late, "planned_at").split_once('T').unwrap().1.chars().take(5).collect::<String>();
    session.call_answer(&late, &CallAnswer::Tomorrow).unwrap();
    let tomorrow = format!("{}T{hour}", day(&at(24 * 60)));
    assert!(field(&session, &late, "planned_at").contains(&tomorrow), "{tomorrow}");
    let wrong = session.call_answer(&late, &CallAnswer::At { moment: "mañana".to_owned() });
    assert!(matches!(wrong, Err(AppError::NotADate { .. })));
    let note = write(&session, "note", &json!({ "title": "Nada" }));
    assert!(matches!(session.call_answer(&note, &CallAnswer::Answered), Err(AppError::NoSuchRecord)));
    drop(session);
}

#[test]
fn a_call_that_repeats_is_planned_anew_once_answered_and_not_when_that_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    let first = call(&session, -5, &json!({ "repeats_every": { "count": 12, "unit": "h" } }));
    let done = session.call_answer(&first, &CallAnswer::Answered).unwrap();
    assert_eq!(done.sentence, "Llamada anotada: respondió.");
    let soon = section(&session, "calls-soon").unwrap();
    let next = soon.items[0].id.clone();
    assert_ne!(next, first);
    assert!(field(&session, &next, "planned_at").contains(&at(12 * 60 - 5)));
    assert!(field(&session, &next, "previous").contains(&first));
    assert!(field(&session, &next, "overdue_plan").contains("coordinación"));
    assert_eq!(field(&session, &next, "done_at"), "");
    session.undo(&done.token).unwrap();
    let soon = section(&session, "calls-soon").unwrap();
    assert_eq!((soon.count, soon.items[0].id.as_str()), (1, first.as_str()));
    drop(session);
}

#[test]
fn the_sheet_tells_at_full_who_where_and_what_to_do_and_below_it_hours_and_codes() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    let one = call(&session, 60, &json!({}));
    call(&session, 90, &json!({}));
    let ask = |of: &[&str], level: &str, name: &str| {
        let of = of.iter().map(|id| (*id).to_owned()).collect();
        let request = CallSheetRequest { of, day: None, disclosure: level.to_owned() };
        session.write_calls(&request, Lang::Es, PaperSize::A4, Some(folder.path().join(name)))
    };
    let full = ask(&[&one], "full", "a.pdf").unwrap();
    assert_eq!((full.calls, full.sheet.cards.len()), (1, 1));
    let text = serde_json::to_string(&full).unwrap();
    for told in ["Lucía Sánchez", "Casa de Lucía", "avisar a la coordinación", "Hermana 951 20"] {
        assert!(text.contains(told), "{told}");
    }
    assert!(!text.contains("colibrí"));
    let veiled = serde_json::to_string(&ask(&[&one], "no-identities", "b.pdf").unwrap()).unwrap();
    for never in ["Luc", "avisar", "951 20", "colibrí"] {
        assert!(!veiled.contains(never), "{never} in {veiled}");
    }
    for name in ["a.pdf", "b.pdf"] {
        let bytes = std::fs::read(folder.path().join(name)).unwrap();
        let has = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
        assert!(bytes.starts_with(b"%PDF-") && !has("Resguardo"), "{name} names no program");
    }
    assert!(matches!(ask(&[], "statistics", "c.pdf"), Err(AppError::FiguresSayNothing)));
    assert!(matches!(ask(&[], "full", "c.docx"), Err(AppError::NoSuchForm { .. })));
    assert_eq!(session.snapshot().rows_of("journal").count(), 2);
    drop(session);
}

#[test]
fn an_hour_is_that_of_the_laptop_unless_its_zone_or_offset_is_written() {
    let at = |text: &str, zone: Option<&str>| instant(&text.parse().unwrap(), zone).map(|at| at.to_rfc3339());
    assert_eq!(at("2026-11-26T18:00-06:00", None).as_deref(), Some("2026-11-27T00:00:00+00:00"));
    assert_eq!(at("2026-11-26T18:00", Some("America/Tijuana")).as_deref(), Some("2026-11-27T02:00:00+00:00"));
    let here = Local::now().format("%Y-%m-%dT%H:%M").to_string();
    let told = instant(&here.parse().unwrap(), None).unwrap();
    assert!((chrono::Utc::now() - told).num_minutes().abs() <= 1);
    assert_eq!(at("2026-11-26", None), None);
}
