use std::collections::BTreeMap;

use super::*;
use crate::limits::Limits;
use crate::read::{Workbook, delimited};

fn drafted(bytes: &[u8]) -> Drafted {
    let table = delimited::read(bytes, &Limits::IMPORT).unwrap();
    let workbook = Workbook { sheets: vec![table.sheet] };
    let (schema, catalogues) = (Schema::builtin(), Catalogues::builtin());
    let mapping = Mapping::propose(&workbook, "incident", schema, catalogues).unwrap();
    draft(&workbook.sheets[0], &mapping, (schema, catalogues), "incident").unwrap()
}

#[test]
fn the_cpj_list_comes_in_whole() {
    let Some(file) = std::env::var_os("RESGUARDO_CPJ") else {
        println!("not run: RESGUARDO_CPJ names no file");
        return;
    };
    let drafted = drafted(&std::fs::read(file).unwrap());
    let columns: BTreeMap<&str, &str> =
        drafted.columns.iter().map(|(h, p)| (h.as_str(), p.as_deref().unwrap_or(""))).collect();
    for (heading, path) in [
        ("Date", "date"),
        ("Name", "victims.name"),
        ("Sex", "victims.sex"),
        ("Country_killed", "country"),
        ("Organization", "victims.medium"),
        ("Medium", "victims.media_type"),
        ("Job", "victims.profile"),
        ("Coverage", "victims.themes"),
        ("Source_fire", "perpetrator_type"),
        ("Type_death", "aggression"),
        ("Type", "link_to_work"),
        ("Local_Foreign", ""),
    ] {
        assert_eq!(columns[heading], path, "{heading}");
    }
    let bad: Vec<(&str, Reason)> = drafted.errors.iter().map(|error| (error.cell.as_str(), error.reason)).collect();
    assert_eq!(bad, [("B595", Reason::NotADate)]);
    assert_eq!(drafted.rows.len(), 1782);
    let mexico = Value::Choice("MX".into());
    assert_eq!(drafted.rows.iter().filter(|row| row.fields.get("country") == Some(&vec![mexico.clone()])).count(), 89);
}

#[test]
fn the_cpj_list_links_people_with_what_it_says_of_them() {
    let Some(file) = std::env::var_os("RESGUARDO_CPJ") else { return };
    let drafted = drafted(&std::fs::read(file).unwrap());
    let row = drafted.rows.iter().find(|row| row.cells[2] == "Regina Martínez Pérez").unwrap();
    let choice = |term: &str| vec![Value::Choice(term.into())];
    assert_eq!(row.fields["aggression"], choice("life.homicide"));
    assert_eq!(row.fields["perpetrator_type"], choice("unidentified"));
    let [victim] = row.linked.as_slice() else { panic!("one victim") };
    assert_eq!((victim.field.as_str(), victim.kind.as_str()), ("victims", "person"));
    assert_eq!(victim.values["name"], [Value::Text("Regina Martínez Pérez".into())]);
    assert_eq!(victim.values["sex"], choice("male"), "as the list says");
    assert_eq!(victim.also[0].values["name"], [Value::Text("Proceso".into())]);
    assert_eq!(row.as_found, ["Local_Foreign: Local"]);
    let several = drafted.rows.iter().filter(|row| row.fields.get("perpetrator_type").is_some_and(|v| v.len() > 1));
    assert_eq!(several.count(), 11);
}

/// A sheet as an organisation keeps it: a title above, Windows-1252, semicolons, gaps, headings again, a sum below.
const MESSY: &[u8] = include_bytes!("../../../../tests/fixtures/sheets/registro-2014.csv");

#[test]
fn a_messy_sheet_finds_its_headings_and_fields() {
    let drafted = drafted(MESSY);
    let paths: Vec<&str> = drafted.columns.iter().map(|(_, path)| path.as_deref().unwrap_or("")).collect();
    assert_eq!(
        paths,
        [
            "code",
            "date",
            "state",
            "municipality",
            "aggression",
            "victims.name",
            "victims.sex",
            "victims.medium",
            "perpetrator_type",
            "threatened_before",
            "remarks",
        ]
    );
    assert_eq!(drafted.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [5, 6, 7, 9, 11]);
}

#[test]
fn u14_each_bad_cell_of_a_messy_sheet_is_listed_and_its_row_still_comes_in() {
    let drafted = drafted(MESSY);
    let errors: Vec<(&str, Reason)> = drafted.errors.iter().map(|error| (error.cell.as_str(), error.reason)).collect();
    assert_eq!(
        errors,
        [
            ("B9", Reason::NotADate),
            ("J9", Reason::NotAnAnswer),
            ("A10", Reason::HeadingsAgain),
            ("C11", Reason::OneValueOnly),
            ("L11", Reason::BeyondHeadings),
            ("A12", Reason::TotalRow),
        ]
    );
    let row = &drafted.rows[3];
    assert_eq!(row.fields["date"], [Value::AsWritten("ayer".into())]);
    assert_eq!(row.fields["aggression"], [Value::AsWritten("Algo raro".into())]);
    assert_eq!(row.fields["perpetrator_type"], [Value::AsWritten("Esposa del alcalde".into())]);
    assert_eq!(row.fields["state"], [Value::Choice("20".into())]);
    let listed = |cell: &str| drafted.values.iter().find(|seen| seen.value == cell).map(|seen| seen.terms.len());
    assert_eq!((listed("Algo raro"), listed("Oaxca"), listed("Ver.")), (Some(0), Some(1), Some(1)));
}

#[test]
fn the_rows_of_a_messy_sheet_say_what_was_written() {
    let drafted = drafted(MESSY);
    let choice = |term: &str| vec![Value::Choice(term.into())];
    let date = |text: &str| vec![Value::Date(text.parse().unwrap(), None)];
    let [first, second, third, fourth, fifth] = drafted.rows.as_slice() else { panic!("five rows") };
    assert_eq!((&first.fields["date"], &first.fields["state"]), (&date("2014-05-03"), &choice("30")));
    assert_eq!(first.code.as_deref(), Some("1"));
    assert_eq!(first.linked[0].also[0].values["name"], [Value::Text("El Sur".into())]);
    assert_eq!(second.fields["state"], choice("15"));
    assert_eq!(second.linked[0].values["sex"], [Value::AsWritten("M".into())], "M decides nothing");
    assert_eq!(second.linked[0].values["freelance"], [Value::Answer(resguardo_domain::value::Answer::Yes)]);
    assert_eq!((&third.fields["date"], &third.fields["state"]), (&date("2014-05~"), &choice("09")));
    assert_eq!(third.fields["aggression"].len(), 2);
    assert_eq!(third.linked.len(), 2, "two people, each with the medium");
    assert!(third.linked.iter().all(|person| person.values["sex"] == choice("male") && person.also.len() == 1));
    assert_eq!(third.fields["remarks"], [Value::LongText("Llamó dos veces;\ncolgó".into())]);
    assert!(fourth.linked.iter().all(|person| !person.values.contains_key("name")), "nobody is named Anónimo");
    assert_eq!(fifth.fields["date"], [Value::Unknown]);
    assert_eq!(fifth.fields["remarks"], [Value::LongText("=1+1".into())]);
    assert_eq!(fifth.as_found, ["Medio de comunicación: N/D", "L: nota al margen"]);
}

#[test]
fn every_cell_is_accounted_for() {
    let drafted = drafted(MESSY);
    for row in &drafted.rows {
        let kept = format!("{row:?}");
        for cell in ["Algo raro", "Esposa del alcalde", "quizás", "nota al margen", "Guerrero, Oaxaca y Chiapas"] {
            let written = row.cells.iter().any(|text| text.contains(cell));
            assert!(!written || kept.matches(cell).count() >= 2, "{cell} of row {}", row.row);
        }
    }
}

#[test]
fn a_heading_goes_to_the_field_whose_own_it_is_also_when_its_cells_do_not_fit() {
    for (heading, cells, expected) in [
        ("Denuncia", "sí,AP/114/2013,no,no,", "reported_to"),
        ("Denuncia", "fiscalía,CNDH,fiscalía,,", "reported_to"),
        ("Motivo de no denuncia", "tiene miedo,por miedo,,,", "reason_not_reported"),
        ("Fecha de la denuncia", "12/03/2013,mar-13,,,", "reported_on"),
    ] {
        let sheet =
            format!("Fecha,{heading}\n{}", cells.split(',').map(|cell| format!("2013,{cell}\n")).collect::<String>());
        let found = drafted(sheet.as_bytes()).columns;
        assert_eq!(found[1], (heading.to_owned(), Some(expected.to_owned())), "{cells}");
    }
}

#[test]
fn a_mapping_decides_over_what_the_program_would_propose() {
    let table =
        delimited::read("Fecha,Tipo,Nota\n2014,golpes,x\n2015,amenaza,y\n".as_bytes(), &Limits::IMPORT).unwrap();
    let text = "heading_row = 1\n[columns]\nFecha = \"date\"\nTipo = \"aggression\"\nNota = \"\"\n[values.Tipo]\ngolpes = \"life.attempt|threat\"\namenaza = \"\"\n";
    let mapping = Mapping::from_toml(text).unwrap();
    let (schema, catalogues) = (Schema::builtin(), Catalogues::builtin());
    let drafted = draft(&table.sheet, &mapping, (schema, catalogues), "incident").unwrap();
    assert_eq!(
        drafted.rows[0].fields["aggression"],
        [Value::Choice("life.attempt".into()), Value::Choice("threat".into())]
    );
    assert_eq!(drafted.rows[1].fields["aggression"], [Value::AsWritten("amenaza".into())]);
    assert_eq!(drafted.rows[0].as_found, ["Nota: x"]);
    for (from, to, expected) in [
        ("\"date\"", "\"no_field\"", Error::NoSuchField { path: "no_field".into() }),
        ("life.attempt|threat", "no.term", Error::NoSuchTerm { path: "aggression".into(), term: "no.term".into() }),
        ("heading_row = 1", "heading_row = 9", Error::NoHeadings { row: 9 }),
    ] {
        let wrong = Mapping::from_toml(&text.replace(from, to)).unwrap();
        assert_eq!(draft(&table.sheet, &wrong, (schema, catalogues), "incident").unwrap_err(), expected);
    }
}
