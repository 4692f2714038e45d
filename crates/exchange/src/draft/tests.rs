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
