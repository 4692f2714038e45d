//! Values in both languages.

use resguardo_domain::catalogue::Label;
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{FieldType, Group, Role, Sensitivity};
use resguardo_domain::value::{Certainty, DurationUnit};

use super::*;
use crate::Language;

/// The name of the state 30 in the catalogue.
const VERACRUZ: &str = "Veracruz de Ignacio de la Llave";

fn field(kind: FieldType, catalogue: Option<&str>) -> Field {
    let label = |es: &str, en: &str| Label { es: es.into(), en: en.into() };
    Field {
        id: "x".into(),
        kind,
        label: label("X", "X"),
        short: None,
        help: None,
        sensitivity: Sensitivity::Public,
        disclosure: Vec::new(),
        coarsen: None,
        catalogue: catalogue.map(str::to_owned),
        several: true,
        refers_to: Vec::new(),
        roles: Some(Roles::Listed(vec![Role { id: "witness".into(), label: label("testigo", "witness") }])),
        computed: false,
        told_by_others: false,
        required_for_report: false,
        default: None,
        capture: None,
        beside: None,
        page: None,
        list: None,
        group: Group::What,
        aliases: Vec::new(),
        own: false,
        retired: false,
    }
}

fn check(value: &Value, links: &[&str], catalogue: Option<&str>, spanish: &str, english: &str) {
    let links: Vec<String> = links.iter().map(|link| (*link).to_owned()).collect();
    let field = field(FieldType::Text, catalogue);
    let said = |language| Words::new(language).value(value, &field, &links);
    assert_eq!((said(Language::Es).as_str(), said(Language::En).as_str()), (spanish, english));
}

#[test]
fn the_three_ways_to_say_nothing_are_three() {
    check(&Value::Unknown, &[], None, "Se desconoce", "Unknown");
    check(&Value::NotAsked, &[], None, "No se preguntó", "Not asked");
    check(&Value::Withheld, &[], None, "Se reserva", "Withheld");
}

#[test]
fn a_term_is_its_label_and_a_word_nobody_classified_is_quoted() {
    check(&Value::Choice("female".into()), &[], Some("sex"), "Mujer", "Female");
    check(&Value::Choice("from_the_future".into()), &[], Some("sex"), "from_the_future", "from_the_future");
    check(&Value::AsWritten("golpes y más".into()), &[], None, "«golpes y más»", "“golpes y más”");
    check(&Value::Answer(Answer::Partly), &[], None, "En parte", "Partly");
}

#[test]
fn amounts_keep_their_hedge_and_unit() {
    let number = |text: &str| Value::Number(Number::parse(text).unwrap());
    check(&number("1782"), &[], None, "1,782", "1,782");
    check(&number("~18"), &[], None, "cerca de 18", "about 18");
    check(&number(">= 100"), &[], None, "al menos 100", "at least 100");
    check(&number("<=2.5"), &[], None, "cuando más 2.5", "at most 2.5");
    let money = |text: &str| Value::Money(Money::parse(text).unwrap());
    check(&money("170000000 MXN"), &[], None, "170,000,000\u{a0}MXN", "170,000,000\u{a0}MXN");
    check(&money("~12.50 USD"), &[], None, "cerca de 12.50\u{a0}USD", "about 12.50\u{a0}USD");
    let time = |count, unit| Value::Duration(Duration { count, unit });
    check(&time(1, DurationUnit::Hours), &[], None, "1 hora", "1 hour");
    check(&time(10, DurationUnit::WorkingDays), &[], None, "10 días hábiles", "10 working days");
    check(&time(2, DurationUnit::Months), &[], None, "2 meses", "2 months");
    check(&time(90, DurationUnit::Minutes), &[], None, "90 minutos", "90 minutes");
}

#[test]
fn a_place_goes_from_the_smallest_part_to_the_state() {
    let place = |place: Place| Value::Place(Box::new(place));
    let state = || Some("30".to_owned());
    check(&place(Place { state: state(), ..Place::default() }), &[], None, VERACRUZ, VERACRUZ);
    let whole = Place {
        state: state(),
        municipality: Some("Xalapa".into()),
        municipality_code: Some("30087".into()),
        locality: Some("Centro".into()),
        coordinates: Some((195_312_345, -969_200_000)),
        radius_m: Some(1500),
    };
    check(
        &place(whole),
        &[],
        None,
        "Centro, Xalapa, Veracruz de Ignacio de la Llave, 19.5312345, -96.9200000 (a no más de 1,500 m)",
        "Centro, Xalapa, Veracruz de Ignacio de la Llave, 19.5312345, -96.9200000 (within 1,500 m)",
    );
}

#[test]
fn links_are_called_by_name_with_role_and_certainty() {
    let id = RecordId::new([7; 16]);
    let plain = Reference::to(id);
    check(&Value::Reference(plain.clone()), &["Ana"], None, "Ana", "Ana");
    check(&Value::Reference(plain.clone()), &[], None, &id.to_string(), &id.to_string());
    let witness = Reference { role: Some("witness".into()), certainty: Some(Certainty::Probable), ..plain };
    check(&Value::Reference(witness), &["Ana"], None, "Ana (testigo; probable)", "Ana (witness; probable)");
}

#[test]
fn an_act_says_that_its_perpetrators_are_alleged() {
    let id = |n| Reference::to(RecordId::new([n; 16]));
    let act = |aggression, victims, perpetrators| Value::Act(Box::new(Act { aggression, victims, perpetrators }));
    check(
        &act(Value::Choice("life.homicide".into()), vec![id(1), id(2)], vec![id(3)]),
        &["Ana", "Inés", "Policía Municipal"],
        None,
        "Homicidio / asesinato · víctimas: Ana e Inés · presunta autoría: Policía Municipal",
        "Killing / homicide · victims: Ana and Inés · alleged perpetrator: Policía Municipal",
    );
    check(
        &act(Value::Unknown, vec![id(1)], Vec::new()),
        &["Ana"],
        None,
        "Agresión de tipo desconocido · víctima: Ana",
        "Aggression of unknown type · victim: Ana",
    );
}

#[test]
fn a_step_says_whether_its_date_is_documented() {
    let step = |proof| Step { event: "risk_study_done".into(), at: "2014-02-28".parse().unwrap(), proof };
    check(
        &Value::Step(Box::new(step(None))),
        &[],
        None,
        "risk study done: 28 de febrero de 2014 (según se dice)",
        "risk study done: 28 February 2014 (as stated)",
    );
    check(
        &Value::Step(Box::new(step(Some(Reference::to(RecordId::default()))))),
        &["Oficio 12"],
        None,
        "risk study done: 28 de febrero de 2014 (consta en Oficio 12)",
        "risk study done: 28 February 2014 (shown by Oficio 12)",
    );
}

#[test]
fn several_values_are_one_phrase() {
    let words = Words::new(Language::Es);
    let cell = |value| Cell { value, links: Vec::new() };
    let cells = [cell(Value::Text("a".into())), cell(Value::Unknown)];
    assert_eq!(words.cells(&cells, &field(FieldType::Text, None)), "a y Se desconoce");
    let cells = [cell(Value::LongText("uno, dos".into())), cell(Value::LongText("tres".into()))];
    assert_eq!(words.cells(&cells, &field(FieldType::LongText, None)), "uno, dos\n\ntres");
}
