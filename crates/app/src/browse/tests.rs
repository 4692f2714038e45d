use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

use super::{FilterPart, ListQuery, ListStatus, Op, Sorting};
use crate::pages::FieldInput;
use crate::session::Session;

fn session(folder: &std::path::Path) -> Session {
    let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
    let way_in = WayIn { passphrase, keyfile: None };
    Session::create(&folder.join("v"), &way_in, KdfCost::with_memory(64 * 1024).unwrap(), Lang::Es).unwrap().0
}

fn typed(field: &str, text: &str) -> FieldInput {
    FieldInput { field: field.to_owned(), typed: Some(text.to_owned()), values: None }
}

fn query() -> ListQuery {
    ListQuery {
        kind: "incident".to_owned(),
        text: String::new(),
        earlier: false,
        filters: Vec::new(),
        status: ListStatus::InUse,
        sort: None,
        group: None,
        columns: Vec::new(),
    }
}

fn part(field: &str, op: Op, values: &[&str]) -> FilterPart {
    FilterPart { field: field.to_owned(), op, values: values.iter().map(|value| (*value).to_owned()).collect() }
}

#[test]
fn u21_one_sentence_says_how_many_of_how_many_and_why() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    for (date, state, facts) in
        [("13 marzo 2014", "20", "Llegaron en moto"), ("2014-02", "20", "La siguieron"), ("2013", "30", "Llamadas")]
    {
        session
            .record_create("incident", vec![typed("date", date), typed("state", state), typed("facts", facts)])
            .unwrap();
    }
    let all = session.list_page(&query(), 0, 10).unwrap();
    assert_eq!((all.total, all.all, all.sentence.as_str()), (3, 3, "3 registros"));
    assert_eq!(all.rows.first().unwrap().cells.first().unwrap().text, "13 mar 2014");
    assert_eq!(session.list_foot(&query()).unwrap(), ["3 eventos de 3", "0 actos", "0 víctimas"]);

    let some = ListQuery { filters: vec![part("state", Op::Is, &["20"])], text: "moto".to_owned(), ..query() };
    let page = session.list_page(&some, 0, 10).unwrap();
    assert_eq!((page.total, page.sentence.as_str()), (1, "1 de 3: Estado: Oaxaca y con «moto»"));

    let none =
        ListQuery { filters: vec![part("state", Op::Is, &["06"]), part("date", Op::From, &["2014"])], ..query() };
    let page = session.list_page(&none, 0, 10).unwrap();
    assert_eq!(page.total, 0);
    let told = page.empty.unwrap();
    let sentences: Vec<&str> = told.without.iter().map(|one| one.sentence.as_str()).collect();
    assert_eq!((sentences, told.unknown.len()), (vec!["Sin «Estado: Colima» serían 2."], 0));

    let sorted = ListQuery { sort: Some(Sorting { field: "date".to_owned(), backwards: false }), ..query() };
    let ids = session.list_ids(&sorted).unwrap();
    let middle = session.list_neighbours(&sorted, &ids[1]).unwrap();
    assert_eq!((middle.position, middle.previous.as_ref(), middle.next.as_ref()), (2, ids.first(), ids.last()));

    let grouped = ListQuery { group: Some("state".to_owned()), ..query() };
    let page = session.list_page(&grouped, 0, 10).unwrap();
    let heads: Vec<_> = page.rows.iter().map(|row| row.group.as_deref()).collect();
    assert_eq!(heads, [Some("Oaxaca"), None, Some("Veracruz")]);
    let values = session.filter_values("incident", "state").unwrap();
    assert_eq!((values[0].label.as_str(), values[0].count), ("Oaxaca", 2));
    drop(session);
}

#[test]
fn a_record_is_written_shown_and_veiled_until_somebody_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let person = session.reference_create("person", "Lucía Sánchez").unwrap();
    assert!(person.folio.starts_with("P-"));
    let link = serde_json::json!({"ref": person.id});
    let values = |field: &str, value: serde_json::Value| FieldInput {
        field: field.to_owned(),
        typed: None,
        values: Some(vec![value]),
    };
    let incident = session.record_create("incident", vec![typed("facts", "La amenazaron")]).unwrap();
    session.record_write(&incident.id, vec![values("aggression", "threat.death".into())]).unwrap();
    session.record_write(&incident.id, vec![values("victims", link.clone())]).unwrap();
    let two = FieldInput {
        field: "aggression".to_owned(),
        typed: None,
        values: Some(vec!["threat.death".into(), serde_json::json!({"as_written": "hackeo"})]),
    };
    session.record_write(&incident.id, vec![two]).unwrap();
    session.record_write(&incident.id, vec![typed("date", "hacia 2013")]).unwrap();
    let page = session.record_page(&incident.id).unwrap();
    let text = |field: &str| page.fields.iter().find(|f| f.field == field).map(|f| f.cells[0].text.clone()).unwrap();
    assert_eq!(text("date"), "hacia 2013");
    assert_eq!(text("victims"), person.folio);
    assert_eq!(page.tabs.iter().map(|tab| (tab.id.as_str(), tab.count)).collect::<Vec<_>>(), [("person", 1)]);

    let page = session.record_page(&person.id).unwrap();
    assert!(page.veiled && page.hides && page.title == person.folio);
    assert!(!serde_json::to_string(&page).unwrap().contains("Lucía"));
    let found = session.references(&["person".to_owned()], "lucia", 5);
    assert_eq!((found.len(), found[0].title.as_str()), (1, person.folio.as_str()));
    assert!(session.record_reveal(&person.id, " ").is_err());
    let page = session.record_reveal(&person.id, "Llamada de seguimiento").unwrap();
    assert_eq!((page.title.as_str(), page.veiled), ("Lucía Sánchez", false));
    let journal = session.snapshot();
    assert_eq!(journal.rows().filter(|row| row.kind() == "journal").count(), 1);
    let history = session.record_history(&incident.id, Some("aggression")).unwrap();
    assert!(history.is_empty() || history.iter().all(|change| change.field == "aggression"));
    drop(session);
}
