use std::path::Path;

use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

use super::{DocumentForm, Level, ListForm, ListOut, PaperSize, ReportOut};
use crate::browse::{ListQuery, ListStatus};
use crate::cells::Manner;
use crate::pages::FieldInput;
use crate::session::Session;
use crate::settings::WindowLanguage;

/// Two incidents, one of them with a victim.
fn session(folder: &Path) -> Session {
    let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
    let way_in = WayIn { passphrase, keyfile: None };
    let session = Session::create(&folder.join("v"), &way_in, KdfCost::with_memory(64 * 1024).unwrap(), Lang::Es);
    let session = session.unwrap().0;
    let typed =
        |field: &str, text: &str| FieldInput { field: field.to_owned(), typed: Some(text.to_owned()), values: None };
    let values = |field: &str, value: serde_json::Value| FieldInput {
        field: field.to_owned(),
        typed: None,
        values: Some(vec![value]),
    };
    let person = session.reference_create("person", "Lucía Sánchez").unwrap();
    let first = vec![typed("date", "8 marzo 2014"), typed("state", "20"), typed("facts", "Lucía fue amenazada")];
    let first = session.record_create("incident", first).unwrap();
    session.record_write(&first.id, vec![values("aggression", "threat.death".into())]).unwrap();
    session.record_write(&first.id, vec![values("victims", serde_json::json!({"ref": person.id}))]).unwrap();
    session.record_create("incident", vec![typed("date", "2013"), typed("facts", "Otra cosa")]).unwrap();
    session
}

fn list(level: Level, form: ListForm) -> ListOut {
    let query = ListQuery {
        kind: "incident".to_owned(),
        text: String::new(),
        earlier: false,
        filters: Vec::new(),
        status: ListStatus::InUse,
        sort: None,
        group: None,
        columns: Vec::new(),
    };
    ListOut { query, ids: None, level, form, language: WindowLanguage::Es }
}

fn report(level: Level, from: &str) -> ReportOut {
    let (from, until) = (from.to_owned(), String::new());
    let (language, form, paper) = (WindowLanguage::Es, DocumentForm::Pdf, PaperSize::Letter);
    ReportOut { from, until, level, language, form, paper }
}

#[test]
fn what_leaves_stands_beside_what_stays_and_never_shows_a_covered_name() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let preview = session.export_preview(&list(Level::NoIdentities, ListForm::Csv), 0, 10).unwrap();
    assert_eq!((preview.total, preview.records.len(), preview.warnings.len()), (2, 2, 2));
    let record = preview.records.iter().find(|record| record.rows.len() > 3).unwrap();
    let row = |label: &str| record.rows.iter().find(|row| row.label == label).unwrap();
    let date = row("Fecha");
    assert_eq!(date.stays[0].text, "8 de marzo de 2014");
    assert_eq!(date.leaves.as_ref().unwrap()[0].text, "marzo de 2014");
    assert!(row("Hechos").leaves.is_none());
    let codes: Vec<String> = preview.records.iter().map(|record| record.code.clone()).collect();
    let second = session.export_preview(&list(Level::NoIdentities, ListForm::Csv), 1, 1).unwrap();
    assert_eq!(second.records[0].code, codes[1], "a code is the same in every window of a preview");

    let full = session.export_preview(&list(Level::Full, ListForm::Csv), 0, 10).unwrap();
    let victims = full.records.iter().flat_map(|record| &record.rows).find(|row| row.stays[0].manner == Manner::Veiled);
    assert_eq!(victims.unwrap().leaves.as_ref().unwrap(), &victims.unwrap().stays);
    assert!(!format!("{victims:?}").contains("Sánchez"));
    let none = session.export_preview(&list(Level::Statistics, ListForm::Csv), 0, 10).unwrap();
    assert_eq!(none.fields_out, 0);
    drop(session);
}

#[test]
fn a_list_is_written_as_seen_and_below_full_says_no_name_looked_for() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let file = folder.path().join("lista.csv");
    let out = list(Level::Full, ListForm::Csv);
    assert_eq!(session.export_save(&out, &file).unwrap().rows, 2);
    assert!(std::fs::read_to_string(&file).unwrap().contains("Lucía Sánchez"));

    let mut out = list(Level::NoIdentities, ListForm::Csv);
    out.query.text = "Lucía".to_owned();
    assert_eq!(session.export_save(&out, &file).unwrap().rows, 1);
    for name in ["lista.csv", "lista.codebook.csv", "lista.counts.csv"] {
        let text = std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(!text.contains("Lucía") && !text.contains("Sánchez"), "{name}");
    }
    let only = session.list_ids(&list(Level::Full, ListForm::Json).query).unwrap().pop();
    let chosen = ListOut { ids: Some(only.into_iter().collect()), ..list(Level::Full, ListForm::Json) };
    let saved = session.export_save(&chosen, &folder.path().join("una.json")).unwrap();
    assert_eq!((saved.file.as_str(), saved.rows), ("una.json", 1));
    let english = ListOut { language: WindowLanguage::En, ..list(Level::NoIdentities, ListForm::Xlsx) };
    session.export_save(&english, &folder.path().join("list.xlsx")).unwrap();
    assert!(session.export_save(&english, &folder.path().join("no/such/place.xlsx")).is_err());
    drop(session);
}

#[test]
fn a_report_says_what_it_counts_and_leaves_out_and_shows_its_pages_before_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let preview = session.report_preview(&report(Level::NoIdentities, "2014"), 0, 10).unwrap();
    assert_eq!(preview.counts, ["1 evento", "1 acto", "1 víctima"]);
    assert_eq!(preview.excluded, ["Un incidente queda fuera del periodo."]);
    assert!(session.report_preview(&report(Level::Full, "la semana aquella"), 0, 1).is_err());

    let page = session.report_page(&report(Level::NoIdentities, ""), 1, 300).unwrap();
    assert!(page.pages >= 1 && page.page == 1);
    let token = page.address.strip_prefix("adjunto://localhost/").unwrap();
    let picture = session.take_picture(token).unwrap();
    assert_eq!((picture.kind, picture.bytes.get(..4).unwrap()), ("image/png", b"\x89PNG".as_slice()));
    assert!(session.take_picture(token).is_none(), "an address is good once");
    assert!(session.report_page(&report(Level::NoIdentities, ""), page.pages + 1, 300).is_err());

    let file = folder.path().join("informe.pdf");
    assert_eq!(session.report_save(&report(Level::NoIdentities, ""), &file).unwrap().rows, 2);
    assert_eq!(std::fs::read(&file).unwrap().get(..5).unwrap(), b"%PDF-");
    drop(session);
}

#[test]
fn what_leaves_is_written_down_with_the_digest_of_its_file() {
    use resguardo_domain::value::{Value, json};
    use sha2::{Digest, Sha256};
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let journal = |event: &str| -> Vec<String> {
        let snapshot = session.snapshot();
        let is_of = |row: &resguardo_vault::Row<'_>| row.values("event") == [Value::Text(event.to_owned())];
        let row = snapshot.rows_of("journal").find(is_of).unwrap();
        let text = |field: &str| row.values(field).iter().map(|v| json::to_json(v).to_string()).collect::<String>();
        ["file_name", "for_kind", "format", "disclosure", "records", "query", "hash"].map(text).to_vec()
    };
    let digest = |name: &str| {
        let digest: [u8; 32] = Sha256::digest(std::fs::read(folder.path().join(name)).unwrap()).into();
        format!("\"{}\"", json::hex(&digest))
    };
    let mut out = list(Level::NoIdentities, ListForm::Csv);
    out.query.text = "Lucía".to_owned();
    session.export_save(&out, &folder.path().join("lista.csv")).unwrap();
    let told = ["\"lista.csv\"", "\"incident\"", "\"csv\"", "\"no-identities\"", "1", "\"Lucía\""];
    assert_eq!(journal("export"), [&told[..], &[&digest("lista.csv")]].concat());
    session.report_save(&report(Level::Full, "2014"), &folder.path().join("informe.pdf")).unwrap();
    let told = ["\"informe.pdf\"", "\"incident\"", "\"pdf\"", "\"full\"", "1", "\"date>=2014\""];
    assert_eq!(journal("report"), [&told[..], &[&digest("informe.pdf")]].concat());
}
