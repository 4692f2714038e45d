use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

use super::terms::TermDraft;
use super::{FieldDraft, Session};
use crate::Lang;
use crate::pages::FieldInput;
use crate::records::Assignment;

fn session() -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
    let cost = KdfCost::with_memory(64 * 1024).unwrap();
    let way_in = WayIn { passphrase, keyfile: None };
    let session = Session::create(&folder.path().join("v"), &way_in, cost, Lang::Es).unwrap().0;
    (folder, session)
}

fn draft(name: &str, holds: &str) -> FieldDraft {
    FieldDraft { kind: "person".to_owned(), holds: holds.to_owned(), name: name.to_owned(), ..FieldDraft::default() }
}

fn set(field: &str, text: &str) -> Assignment {
    Assignment::Text { field: field.to_owned(), text: text.to_owned() }
}

#[test]
fn a_command_sees_one_schema_and_the_next_one_what_was_added_meanwhile() {
    let (_folder, session) = session();
    let mut later = session.clone();
    session.add_field(&draft("Ejido", "text")).unwrap();
    assert!(session.kind("person").unwrap().field("own_ejido").is_none(), "not under way");
    assert!(later.create_record("person", &[set("own_ejido", "Ixtlán")]).is_err());
    later.follow();
    later.create_record("person", &[set("own_ejido", "Ixtlán")]).unwrap();
    assert_eq!(session.own_fields()[0].used, 1);
}

#[test]
fn whatever_is_of_another_kind_is_shared_and_not_copied() {
    let (_folder, mut session) = session();
    let before = session.schema.shared_kind("incident").unwrap();
    session.add_field(&draft("Ejido", "text")).unwrap();
    session.follow();
    assert!(std::sync::Arc::ptr_eq(&before, &session.schema.shared_kind("incident").unwrap()));
}

#[test]
fn an_own_field_is_in_forms_until_it_is_retired_and_is_read_after() {
    let (_folder, mut session) = session();
    let asked = FieldDraft { traits: vec!["in_capture".to_owned()], ..draft("Ejido", "text") };
    session.add_field(&asked).unwrap();
    session.follow();
    let id = session.create_record("person", &[set("name", "Lucía"), set("own_ejido", "Ixtlán")]).unwrap().id;
    let person = |session: &Session| session.forms().into_iter().find(|kind| kind.id == "person").unwrap();
    assert!(person(&session).capture.contains(&"own_ejido".to_owned()));
    session.retire_field("own_ejido", true).unwrap();
    session.follow();
    let kind = person(&session);
    assert!(!kind.capture.contains(&"own_ejido".to_owned()));
    assert!(kind.fields.iter().any(|field| field.id == "own_ejido" && field.retired));
    assert!(session.lines(&id).unwrap().contains(&"Ejido: Ixtlán".to_owned()));
}

#[test]
fn terms_are_offered_in_the_order_in_which_they_were_written() {
    let (_folder, mut session) = session();
    let names = ["Bajo", "Medio", "Alto", "Muy alto"];
    let asked = FieldDraft { terms: names.map(str::to_owned).to_vec(), ..draft("Cercanía", "choice") };
    session.add_field(&asked).unwrap();
    session.follow();
    let offered: Vec<String> = session.terms("own_cercania", "", 9).into_iter().map(|term| term.label).collect();
    assert_eq!(offered, names);
}

#[test]
fn a_retired_term_is_no_longer_offered_and_its_records_are_counted() {
    let (_folder, mut session) = session();
    let list = FieldDraft { terms: vec!["Zoque".to_owned()], ..draft("Lengua propia", "choice") };
    session.add_field(&list).unwrap();
    let term =
        |name: &str| TermDraft { list: "own_lengua_propia".to_owned(), name: name.to_owned(), ..TermDraft::default() };
    session.add_term(&term("Mixe")).unwrap();
    assert!(session.add_term(&term("ZOQUE")).is_err());
    session.follow();
    session.create_record("person", &[set("own_lengua_propia", "zoque")]).unwrap();
    let offered = |session: &Session| session.terms("own_lengua_propia", "", 10).len();
    assert_eq!(offered(&session), 2);
    assert_eq!(session.retire_term("own_lengua_propia.zoque", true).unwrap().used, 1);
    session.follow();
    assert_eq!(offered(&session), 1);
    session.retire_term("own_lengua_propia.zoque", false).unwrap();
    session.follow();
    assert_eq!(offered(&session), 2);
}

#[test]
fn a_sheet_in_the_window_is_read_by_own_headings_and_own_terms() {
    let (folder, mut session) = session();
    let list = FieldDraft { terms: vec!["Zoque".to_owned(), "Mixe".to_owned()], ..draft("Lengua propia", "choice") };
    session.add_field(&list).unwrap();
    let shipped = |name: &str, also: &str| TermDraft {
        list: "profile".to_owned(),
        name: name.to_owned(),
        also_called: vec![also.to_owned()],
        ..TermDraft::default()
    };
    session.add_term(&shipped("Guardián del bosque", "guardabosques comunitario")).unwrap();
    session.follow();
    let file = folder.path().join("personas.csv");
    std::fs::write(
        &file,
        "Nombre,LENGUA PROPIA,Perfil\nLucía,zoque,GUARDABOSQUES COMUNITARIO\nAna,Chinanteco,guardian del bosque\n",
    )
    .unwrap();
    let state = session.import_begin("person", &file).unwrap();
    assert_eq!(state.recognised, 3, "{state:?}");
    let terms = |index: usize| -> Vec<(String, Vec<String>)> {
        let values = session.import_values(index).unwrap();
        values.into_iter().map(|value| (value.value, value.labels)).collect()
    };
    assert!(terms(1).contains(&("zoque".to_owned(), vec!["Zoque".to_owned()])), "{:?}", terms(1));
    assert!(terms(2).iter().all(|(_, labels)| *labels == ["Guardián del bosque"]), "{:?}", terms(2));
    session.import_value(1, "Chinanteco", &["mixe".to_owned()]).unwrap();
    assert_eq!(session.import_run(false, &|_, _| true).unwrap().imported, 2);
    let used: Vec<(String, usize)> =
        session.own_terms(None).into_iter().map(|term| (term.label.es, term.used)).collect();
    for expected in [("Zoque", 1), ("Mixe", 1), ("Guardián del bosque", 2)] {
        assert!(used.contains(&(expected.0.to_owned(), expected.1)), "{used:?}");
    }
}

#[test]
fn many_records_get_an_own_field_as_one_act_and_one_undo_takes_it_back() {
    let (_folder, mut session) = session();
    session.add_field(&draft("Ejido", "text")).unwrap();
    session.follow();
    let named = |name: &str, ejido: &str| {
        session.create_record("person", &[set("name", name), set("own_ejido", ejido)]).unwrap().id
    };
    let ids = vec![named("Lucía", "Ixtlán"), named("Ana", "")];
    let input = FieldInput { field: "own_ejido".to_owned(), typed: Some("Guelatao".to_owned()), values: None };
    let done = session.bulk_edit(&ids, &[input]).unwrap();
    let ejidos = || -> Vec<bool> {
        ids.iter().map(|id| session.lines(id).unwrap().contains(&"Ejido: Guelatao".to_owned())).collect()
    };
    assert_eq!((done.count, ejidos()), (2, vec![true, true]));
    session.undo(&done.token).unwrap();
    assert_eq!(ejidos(), [false, false]);
    assert!(session.lines(&ids[0]).unwrap().contains(&"Ejido: Ixtlán".to_owned()), "what it said before");
    assert_eq!(session.own_fields()[0].used, 1);
}
