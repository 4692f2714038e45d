//! What is told by other records is never looser than the strictest of them.

use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

use crate::browse::{ListQuery, ListStatus, Sorting};
use crate::cells::Manner;
use crate::records::Assignment;
use crate::session::Session;

struct Scene {
    session: Session,
    _folder: tempfile::TempDir,
}

fn text(field: &str, text: &str) -> Assignment {
    Assignment::Text { field: field.to_owned(), text: text.to_owned() }
}

fn refs(field: &str, ids: &[&str]) -> Assignment {
    let json = ids.iter().map(|id| serde_json::json!({ "ref": id })).collect();
    Assignment::Json { field: field.to_owned(), json: serde_json::Value::Array(json) }
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
        let cost = KdfCost::with_memory(64 * 1024).unwrap();
        let way_in = WayIn { passphrase, keyfile: None };
        let session = Session::create(&folder.path().join("v"), &way_in, cost, Lang::Es).unwrap().0;
        Self { session, _folder: folder }
    }

    fn make(&self, kind: &str, fields: &[Assignment]) -> String {
        self.session.create_record(kind, fields).unwrap().id
    }

    fn person(&self, consent: Option<&str>) -> String {
        let own = consent.map(|level| text("consent", level));
        self.make("person", &[vec![text("name", "Ana Pérez")], own.into_iter().collect()].concat())
    }

    /// An incident's consent and evidence as a list shows them, found by its day.
    fn row(&self, day: &str) -> (String, Manner, String) {
        let found = self.session.list_page(&query(None), 0, 50).unwrap();
        let at = |field: &str| found.columns.iter().position(|column| column.field == field).unwrap();
        let row = found.rows.iter().find(|row| row.cells[at("date")].text == day).unwrap();
        let consent = &row.cells[at("people_consent")];
        (consent.text.clone(), consent.manner, row.cells[at("evidence_count")].text.clone())
    }
}

fn query(sort: Option<Sorting>) -> ListQuery {
    let (text, group) = (String::new(), None);
    let kind = "incident".to_owned();
    ListQuery { kind, text, earlier: false, filters: vec![], status: ListStatus::InUse, sort, group, columns: vec![] }
}

#[test]
fn a_row_tells_the_strictest_consent_of_its_people() {
    let scene = Scene::new();
    let (space, named, none) = (scene.person(Some("c2")), scene.person(Some("c5")), scene.person(None));
    let consent = |person: &str, fields: &[Assignment]| {
        scene.make("consent", &[vec![refs("person", &[person])], fields.to_vec()].concat())
    };
    let withdrew = scene.person(Some("c4"));
    consent(&withdrew, &[text("level", "c4"), text("state", "given"), text("date", "2013-01-01")]);
    consent(&withdrew, &[text("level", "c4"), text("state", "withdrawn"), text("date", "2014-01-01")]);
    let renewed = scene.person(None);
    consent(&renewed, &[text("level", "c3"), text("state", "refused"), text("date", "2012-01-01")]);
    consent(&renewed, &[text("level", "c3"), text("state", "given"), text("date", "2014-01-01")]);
    let ran_out = scene.person(None);
    consent(&ran_out, &[text("level", "c5"), text("state", "given"), text("expires_on", "2014-01-01")]);
    let elsewhere = scene.person(None);
    let other = scene.make("document", &[text("title", "Otra cosa")]);
    consent(&elsewhere, &[text("level", "c5"), text("state", "given"), refs("covers", &[&other])]);
    let pending = scene.person(None);
    consent(&pending, &[text("state", "pending")]);
    let medium = scene.make("organisation", &[text("name", "Casa")]);
    for (day, people, expected, manner) in [
        ("2014-03-01", vec![&space], "Espacio, sin nombre", Manner::Plain),
        ("2014-03-02", vec![&space, &named], "Espacio, sin nombre", Manner::Plain),
        ("2014-03-03", vec![&named, &none], "No se preguntó", Manner::NotAsked),
        ("2014-03-04", vec![&none], "", Manner::Empty),
        ("2014-03-05", vec![&withdrew, &none], "No sale", Manner::Plain),
        ("2014-03-06", vec![&renewed, &medium], "Sólo en cifras", Manner::Plain),
        ("2014-03-07", vec![&ran_out], "Sólo aquí", Manner::Plain),
        ("2014-03-08", vec![&elsewhere], "", Manner::Empty),
        ("2014-03-09", vec![&pending], "", Manner::Empty),
        ("2014-03-10", vec![], "", Manner::Empty),
    ] {
        let people: Vec<&str> = people.into_iter().map(String::as_str).collect();
        scene.make("incident", &[text("date", day), text("aggression", "threat"), refs("victims", &people)]);
        let words = crate::Words::new(crate::Language::Es).date_short(&day.parse().unwrap());
        assert_eq!(scene.row(&words), (expected.to_owned(), manner, "0".to_owned()), "{day}");
    }
}

#[test]
fn evidence_counts_once_from_either_side_and_orders_the_list() {
    let scene = Scene::new();
    let proof = |incidents: &[&str]| scene.make("evidence", &[text("title", "Foto"), refs("incidents", incidents)]);
    let one = scene.make("incident", &[text("date", "2014-03-01")]);
    let alone = proof(&[]);
    let two = scene.make("incident", &[text("date", "2014-03-02"), refs("evidence", &[&alone])]);
    let both = proof(&[&one, &two]);
    scene.session.edit_record(&two, &[refs("evidence", &[&alone, &both])]).unwrap();
    let binned = proof(&[&one]);
    scene.session.set_status(&binned, resguardo_domain::operation::Status::Binned).unwrap();
    assert_eq!(scene.row("1 mar 2014").2, "1");
    assert_eq!(scene.row("2 mar 2014").2, "2");
    for (backwards, expected) in [(false, [&one, &two]), (true, [&two, &one])] {
        let sort = Sorting { field: "evidence_count".to_owned(), backwards };
        let rows = scene.session.list_page(&query(Some(sort)), 0, 9).unwrap().rows;
        assert_eq!(rows.iter().map(|row| &row.id).collect::<Vec<_>>(), expected);
    }
}
