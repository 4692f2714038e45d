use std::collections::BTreeMap;

use resguardo_domain::disclosure::{Naming, disclose, gather};
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::{DisclosureLevel, Schema};
use resguardo_domain::summary::Summary;
use resguardo_domain::value::{Reference, Value};

use super::*;
use crate::draft::{Drafted, draft};
use crate::limits::Limits;
use crate::mapping::Mapping;
use crate::read::{Format, Workbook, delimited as tables, spreadsheet};

fn incident(number: u32) -> Summary {
    let mut id = [1; 16];
    id[..4].copy_from_slice(&number.to_be_bytes());
    let text = |text: &str| Value::Text(text.to_owned());
    let values = [
        ("date", vec![Value::Date("2014-08-17".parse().unwrap(), None)]),
        ("state", vec![Value::Choice("20".into())]),
        ("municipality", vec![text("Oaxaca de Juárez")]),
        ("facts", vec![Value::LongText("=1+1 la golpearon; después\nhuyeron".into())]),
        ("public_summary", vec![Value::LongText("Agresión física".into())]),
        ("victims", vec![Value::Reference(Reference::to(RecordId::new([9; 16])))]),
        ("motive", vec![Value::Unknown]),
    ];
    Summary {
        id: RecordId::new(id),
        kind: "incident".into(),
        status: Status::InUse,
        merged_into: None,
        in_conflict: false,
        created_ms: 0,
        modified_ms: 0,
        values: values.map(|(field, values)| (field.to_owned(), values)).into_iter().collect::<BTreeMap<_, _>>(),
    }
}

fn rows(level: DisclosureLevel, count: u32) -> Disclosed<Vec<Row>> {
    let title = |_| Some("Regina Martínez".to_owned());
    let mut naming = Naming::new(level, &title);
    let rows = (1..=count).map(|number| disclose(Schema::builtin(), &incident(number), &mut naming)).collect();
    gather(rows, |rows| rows)
}

fn with<T>(rows: &Disclosed<Vec<Row>>, lang: Lang, write: impl FnOnce(&List<'_>) -> T) -> T {
    let counts = [("Registros".to_owned(), rows.get().len().to_string())];
    let kind = Schema::builtin().kind("incident").unwrap();
    write(&List { kind, catalogues: Catalogues::builtin(), lang, rows, counts: &counts })
}

fn read_back(workbook: &Workbook) -> Drafted {
    let (schema, catalogues) = (Schema::builtin(), Catalogues::builtin());
    let mapping = Mapping::propose(workbook, "incident", schema, catalogues).unwrap();
    draft(workbook.sheet(&mapping.sheet).unwrap(), &mapping, (schema, catalogues), "incident").unwrap()
}

fn check_read_back(drafted: &Drafted) {
    assert_eq!(drafted.rows.len(), 3);
    let row = &drafted.rows[0];
    assert_eq!(row.fields["date"], [Value::Date("2014-08-17".parse().unwrap(), None)]);
    assert_eq!(row.fields["state"], [Value::Choice("20".into())]);
    assert_eq!(row.fields["public_summary"], [Value::LongText("Agresión física".into())]);
    assert_eq!(row.fields["facts"], [Value::LongText("=1+1 la golpearon; después\nhuyeron".into())]);
    assert_eq!(row.linked[0].values["name"], [Value::Text("Regina Martínez".into())]);
}

#[test]
fn u18_an_export_read_back_gives_the_same_values() {
    let rows = rows(DisclosureLevel::Full, 3);
    for lang in [Lang::Es, Lang::En] {
        let tables = with(&rows, lang, csv).unwrap();
        let table = tables::read(&tables.data, &Limits::IMPORT).unwrap();
        check_read_back(&read_back(&Workbook { sheets: vec![table.sheet] }));
        let bytes = with(&rows, lang, xlsx).unwrap();
        let workbook = spreadsheet(&bytes, Format::Xlsx, &Limits::IMPORT).unwrap();
        assert_eq!(workbook.sheets.len(), 3, "list, codebook, counts");
        check_read_back(&read_back(&workbook));
    }
}

#[test]
fn without_identities_neither_name_nor_id_nor_day_nor_facts_are_in_any_form() {
    let rows = rows(DisclosureLevel::NoIdentities, 3);
    let tables = with(&rows, Lang::Es, csv).unwrap();
    let json = with(&rows, Lang::Es, json).unwrap();
    for bytes in [&tables.data, &tables.codebook, &json] {
        let text = String::from_utf8_lossy(bytes);
        for hidden in ["Regina", "2014-08-17", "golpearon", "0101", "Juárez"] {
            assert!(!text.contains(hidden), "{hidden} in {text}");
        }
        assert!(!text.is_empty());
    }
    assert!(String::from_utf8_lossy(&json).contains("Agresión física"));
}

#[test]
fn g07_a_text_that_looks_like_a_formula_goes_out_as_text() {
    let tables = with(&rows(DisclosureLevel::Full, 1), Lang::Es, csv).unwrap();
    assert!(String::from_utf8_lossy(&tables.data).contains("'=1+1 la golpearon"));
}

#[test]
fn the_codebook_says_what_each_column_means_and_how_what_is_missing_is_written() {
    let tables = with(&rows(DisclosureLevel::Full, 1), Lang::Es, csv).unwrap();
    let book = String::from_utf8_lossy(&tables.codebook).into_owned();
    for part in ["Estado", "20 = Oaxaca", "EDTF", "se desconoce", "state"] {
        assert!(book.contains(part), "{part} in {book}");
    }
    assert!(String::from_utf8_lossy(&tables.counts).contains("Registros,1"));
}

#[test]
fn u18_a_hundred_thousand_rows_go_out_whole() {
    let rows = rows(DisclosureLevel::Full, 100_000);
    let tables = with(&rows, Lang::Es, csv).unwrap();
    assert_eq!(tables::read(&tables.data, &Limits::IMPORT).unwrap().sheet.rows.len(), 100_001);
    assert!(String::from_utf8_lossy(&tables.counts).contains("Registros,100000"));
    let workbook = with(&rows, Lang::Es, xlsx).unwrap();
    assert!(workbook.starts_with(b"PK"));
}

#[test]
fn u18_marks_against_formulas_come_off_when_an_export_is_read_back() {
    for text in ["=1+1", "'=1+1", "''x", "'x", "-5", "- primero", "+52 55", "@cuenta", "'"] {
        let table = super::delimited::harmless(text);
        let read = tables::read(format!("a,b\n\"{table}\",1\n").as_bytes(), &Limits::IMPORT).unwrap();
        assert_eq!(read.sheet.rows[1][0].text, text);
    }
}
