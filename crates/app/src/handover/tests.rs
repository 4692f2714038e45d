//! What is open is handed over whole, and names leave only where they may.

use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

use super::{HandedOver, HandoverRequest};
use crate::clocks::ClockRequest;
use crate::error::AppError;
use crate::outgoing::PaperSize;
use crate::records::Assignment;
use crate::session::Session;

const DAY: &str = "2014-03-14";

fn desk(folder: &std::path::Path) -> Session {
    let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
    let cost = KdfCost::with_memory(64 * 1024).unwrap();
    Session::create(&folder.join("v"), &WayIn { passphrase, keyfile: None }, cost, Lang::Es).unwrap().0
}

fn write(session: &Session, kind: &str, values: &serde_json::Value) -> String {
    let json =
        |(field, json): (&String, &serde_json::Value)| Assignment::Json { field: field.clone(), json: json.clone() };
    let assigned: Vec<Assignment> = values.as_object().unwrap().iter().map(json).collect();
    session.create_record(kind, &assigned).unwrap().id
}

/// A case with everything that can be open, and another with a call of its own.
fn at_work(session: &Session) -> String {
    use serde_json::json;
    let to = |id: &str| json!({ "ref": id });
    let name = "Lucía #strong[Sánchez] \u{202e}<w:t>";
    let person = write(session, "person", &json!({ "name": name, "phone": ["951 000"], "code": "LUCÍA-01" }));
    let case = write(
        session,
        "case",
        &json!({ "title": "Caso de Lucía", "people": [to(&person)], "next_step": "Avisar a Lucía",
            "next_step_on": "2014-03-12" }),
    );
    write(session, "application", &json!({ "received": "2014-02-20", "procedure": "ordinary", "case": to(&case) }));
    write(session, "application", &json!({ "received": "2014-01-20", "procedure": "ordinary" }));
    let call = json!({ "person": [to(&person)], "planned_at": "2014-03-14T18:00", "status": "planned",
        "overdue_plan": "Llamar a la familia de Lucía", "safe_word": "colibrí", "case": to(&case) });
    write(session, "check_in", &call);
    write(session, "check_in", &json!({ "planned_at": "2014-03-14", "status": "answered", "case": to(&case) }));
    let other = write(session, "case", &json!({ "title": "Otro caso", "people": [to(&person)] }));
    write(session, "check_in", &json!({ "person": [to(&person)], "planned_at": "2014-03-15", "case": to(&other) }));
    write(session, "consent", &json!({ "person": [to(&person)], "expires_on": "2014-04-01", "state": "given" }));
    write(session, "consent", &json!({ "person": [to(&person)], "withdrawn_on": "2014-01-01" }));
    write(session, "follow_up", &json!({ "promised": "Contestar", "promised_by": "2014-03-01", "case": to(&case) }));
    write(
        session,
        "note",
        &json!({ "title": "Hecho", "due_on": "2014-03-01", "done_on": "2014-03-02", "about": [to(&case)] }),
    );
    write(session, "measure", &json!({ "due_on": "2014-03-20", "status": "implemented", "case": to(&case) }));
    case
}

fn handed(session: &Session, of: Option<&str>, level: &str) -> HandedOver {
    let request = HandoverRequest {
        of: of.map(str::to_owned),
        as_of: Some(DAY.to_owned()),
        disclosure: level.to_owned(),
        receives: Some("Marcos".to_owned()),
        hands_over: None,
    };
    session.hand_over(&request, Lang::Es, PaperSize::Letter, None).unwrap()
}

fn counted(told: &HandedOver) -> Vec<(&str, usize)> {
    told.handover.parts.iter().map(|part| (part.id, part.count)).collect()
}

#[test]
fn a_case_is_handed_over_with_all_that_is_open_in_it_and_nothing_of_another() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    let case = at_work(&session);
    let told = handed(&session, Some(&case), "no-identities");
    let clocks = counted(&told).iter().find(|(id, _)| *id == "clocks").unwrap().1;
    let expected = [("calls", 1), ("clocks", clocks), ("steps", 1), ("promises", 1), ("reviews", 1), ("consents", 2)];
    assert_eq!(counted(&told), expected);
    let desk = handed(&session, None, "no-identities");
    assert_eq!(counted(&desk)[0], ("calls", 2));
    drop(session);
}

#[test]
fn the_clocks_of_a_handover_are_those_that_clocks_tells() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    at_work(&session);
    let states = vec!["overdue".to_owned(), "running".to_owned()];
    let told = session.clocks(&ClockRequest { as_of: Some(DAY.to_owned()), states, record: None }).unwrap();
    let dated: Vec<_> = told.iter().filter(|clock| clock.due.is_some()).collect();
    let (of_records, own): (Vec<_>, Vec<_>) = dated.into_iter().partition(|clock| !clock.record.is_empty());
    let handed = handed(&session, None, "no-identities").handover;
    let clocks = handed.parts.iter().find(|part| part.id == "clocks").unwrap();
    assert_eq!((clocks.count, handed.outside.institution_clocks), (of_records.len(), own.len()));
    for clock in of_records {
        let same =
            |matter: &&resguardo_domain::handover::Matter| matter.due == clock.due && matter.standing == clock.sentence;
        assert!(clocks.matters.iter().any(|matter| same(&matter)), "{} {:?}", clock.clock, clock.due);
    }
    drop(session);
}

#[test]
fn below_full_no_name_leaves_and_at_full_the_agreed_word_does_not_either() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    let case = at_work(&session);
    let veiled = serde_json::to_string(&handed(&session, Some(&case), "no-identities")).unwrap();
    for never in ["Luc", "LUC", "951 000", "familia", "colibrí", "Contestar"] {
        assert!(!veiled.contains(never), "{never} in {veiled}");
    }
    let full = serde_json::to_string(&handed(&session, Some(&case), "full")).unwrap();
    for told in ["Avisar a Lucía", "951 000", "Llamar a la familia de Lucía", "LUCÍA-01", "Marcos"] {
        assert!(full.contains(told), "{told} in {full}");
    }
    assert!(!full.contains("colibrí"));
    drop(session);
}

#[test]
fn a_handover_is_written_in_both_forms_and_that_it_left_is_written_down() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    let case = at_work(&session);
    for (name, level, lang, paper) in [
        ("a.pdf", "no-identities", Lang::Es, PaperSize::Letter),
        ("b.docx", "full", Lang::En, PaperSize::A4),
        ("c.pdf", "full", Lang::En, PaperSize::A4),
    ] {
        let request = HandoverRequest { of: Some(case.clone()), disclosure: level.to_owned(), ..Default::default() };
        let file = folder.path().join(name);
        session.hand_over(&request, lang, paper, Some(file.clone())).unwrap();
        let bytes = std::fs::read(&file).unwrap();
        assert!(bytes.starts_with(b"%PDF-") || bytes.starts_with(b"PK"), "{name}");
    }
    assert_eq!(session.snapshot().rows_of("journal").count(), 3);
    drop(session);
}

#[test]
fn figures_alone_hand_nothing_over_and_a_form_that_is_none_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    let ask = |level: &str, of: Option<&str>, name: &str| {
        let request =
            HandoverRequest { of: of.map(str::to_owned), disclosure: level.to_owned(), ..HandoverRequest::default() };
        session.hand_over(&request, Lang::Es, PaperSize::Letter, Some(folder.path().join(name)))
    };
    assert!(matches!(ask("statistics", None, "a.pdf"), Err(AppError::FiguresSayNothing)));
    assert!(matches!(ask("full", None, "a.odt"), Err(AppError::NoSuchForm { .. })));
    assert!(matches!(ask("full", Some("0123456789"), "a.pdf"), Err(AppError::NoSuchRecord)));
    assert!(!folder.path().join("a.pdf").exists() && !folder.path().join("a.odt").exists());
    drop(session);
}
