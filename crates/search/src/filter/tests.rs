use std::collections::BTreeMap;

use proptest::prelude::*;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::{FieldType, Schema};
use resguardo_domain::value::json::{from_json, from_text};
use resguardo_domain::value::{Act, Place, Reference, Step};

use super::*;

const FIELDS: [(&str, &str); 12] = [
    ("date", "type = 'date'"),
    ("state", "type = 'choice'\ncatalogue = 'federal_entity'"),
    ("aggression", "type = 'choice'\ncatalogue = 'aggression_type'\nseveral = true"),
    ("sex", "type = 'choice'\ncatalogue = 'sex'"),
    ("facts", "type = 'long_text'"),
    ("amount", "type = 'money'"),
    ("victim_count", "type = 'number'"),
    ("term", "type = 'duration'"),
    ("place", "type = 'place'"),
    ("victims", "type = 'reference'\nseveral = true"),
    ("reported", "type = 'answer'"),
    ("acts", "type = 'act'\ncatalogue = 'aggression_type'\nseveral = true"),
];

fn schema() -> Schema {
    let mut text = String::from("id = 'incident'\nletter = 'I'\nfamily = 'casework'\norder = 1\ntitle = ['date']\n");
    text.push_str("label = { es = 'I', en = 'I' }\nplural = { es = 'I', en = 'I' }\n");
    for (id, rest) in FIELDS {
        let label = format!("label = {{ es = 'el {id}', en = 'the {id}' }}");
        text.push_str(&format!(
            "[[field]]\nid = '{id}'\n{label}\nsensitivity = 'restricted'\ngroup = 'what'\n{rest}\n"
        ));
    }
    Schema::from_files([("incident.toml", text.as_str())]).unwrap()
}

fn read(text: &str) -> Result<Filter, SearchError> {
    Filter::parse(text, schema().kind("incident").unwrap(), Catalogues::builtin())
}

fn value(kind: FieldType, text: &str) -> Value {
    match text {
        "unknown" => Value::Unknown,
        "withheld" => Value::Withheld,
        _ => from_text(text, kind).unwrap(),
    }
}

fn check(filter: &str, kind: FieldType, table: &[(&[&str], bool)]) {
    let read = read(filter).unwrap_or_else(|error| panic!("{filter}: {error}"));
    for (values, expected) in table {
        let values: Vec<Value> = values.iter().map(|text| value(kind, text)).collect();
        assert_eq!(read.accepts(&values), *expected, "{filter} {values:?}");
    }
}

#[test]
fn a_term_means_itself_and_all_below_it() {
    let kind = FieldType::Choice;
    check("aggression=life", kind, &[(&["life.homicide"], true), (&["life"], true), (&["threat", "life"], true)]);
    check("aggression=life", kind, &[(&["lifelong"], false), (&["threat.death"], false), (&[], false)]);
    check("aggression!=life", kind, &[(&["life.homicide"], false), (&["threat"], true), (&[], true)]);
    check("state=20", kind, &[(&["20"], true), (&["30"], false), (&["unknown"], false)]);
    check("state = Oaxaca", kind, &[(&["20"], true), (&["30"], false)]);
    check("aggression~muerte", kind, &[(&["threat.death"], true), (&["threat.sexual"], false)]);
    check("aggression~DEATH", kind, &[(&["threat.death"], true)]);
    check("sex=sin dato", kind, &[(&["unknown"], true), (&["female"], false)]);
    assert_eq!(read("state=oax.").unwrap().term(), Some("20"));
    assert_eq!(read("sex=desconocido").unwrap().term(), Some("unknown"));
}

#[test]
fn a_date_is_met_by_every_day_it_may_mean() {
    let kind = FieldType::Date;
    let dates = ["2013-12-31", "2014", "2014-05", "2014-05-03", "2014-06-01", "2013-06/2014-05", "2015"];
    for (filter, expected) in [
        ("date=2014", [false, true, true, true, true, true, false]),
        ("date=2014-05", [false, true, true, true, false, true, false]),
        ("date=2014-05-04", [false, true, true, false, false, true, false]),
        ("date!=2014", [true, false, false, false, false, false, true]),
        ("date>=2014-05", [false, true, true, true, true, true, true]),
        ("date>2014-05", [false, true, false, false, true, false, true]),
        ("date<=2014-05", [true, true, true, true, false, true, false]),
        ("date<2014-05", [true, true, false, false, false, true, false]),
        ("date<=2014", [true, true, true, true, true, true, false]),
    ] {
        let table: Vec<(&[&str], bool)> = dates.iter().map(std::slice::from_ref).zip(expected).collect();
        check(filter, kind, &table);
    }
    check("date>=2014", kind, &[(&["unknown"], false), (&[], false)]);
}

#[test]
fn texts_are_compared_without_accents_and_case_and_ene_stays_ene() {
    let kind = FieldType::LongText;
    check("facts=detención ARBITRARIA", kind, &[(&["Detencion arbitraria."], true), (&["Una detención"], false)]);
    check("facts~parici", kind, &[(&["La DESAPARICIÓN de"], true), (&["Apareció"], false), (&["unknown"], false)]);
    check("facts~año", kind, &[(&["en el AÑO"], true), (&["el ano"], false)]);
    check("facts~ano", kind, &[(&["en el año"], false), (&["mexicano"], true)]);
    check("facts~sin >= 3", kind, &[(&["quedó SIN 3"], true)]);
}

#[test]
fn amounts_are_compared_in_their_unit() {
    let number = FieldType::Number;
    check("victim_count>=3", number, &[(&["3"], true), (&["2.9"], false), (&["~30"], true), (&[], false)]);
    check("victim_count=3.0", number, &[(&["3"], true), (&["3.1"], false)]);
    check("victim_count<0", number, &[(&["-1"], true), (&["0"], false)]);
    let money = FieldType::Money;
    check("amount>100 MXN", money, &[(&["100.01 MXN"], true), (&["100 MXN"], false), (&["500 USD"], false)]);
    let length = FieldType::Duration;
    check("term<=3 d", length, &[(&["72h"], true), (&["73h"], false), (&["1 wd"], false)]);
    check("term=10 wd", length, &[(&["10 wd"], true), (&["10 d"], false)]);
}

#[test]
fn nothing_recorded_and_the_three_non_answers_are_four_things() {
    let kind = FieldType::Date;
    check("date=", kind, &[(&[], true), (&["unknown"], false), (&["2014"], false)]);
    check("date!=", kind, &[(&[], false), (&["unknown"], true), (&["2014"], true)]);
    check("date=unknown", kind, &[(&["unknown"], true), (&["withheld"], false), (&[], false)]);
    check("date!=withheld", kind, &[(&["unknown"], true), (&["withheld"], false), (&[], true)]);
}

#[test]
fn places_references_answers_and_acts_are_compared_by_their_parts() {
    let place = |state: &str, municipality: &str| {
        let (state, municipality) = (Some(state.to_owned()), Some(municipality.to_owned()));
        [Value::Place(Box::new(Place { state, municipality, ..Place::default() }))]
    };
    for (filter, expected) in [
        ("place=XALAPA", true),
        ("place=veracruz", true),
        ("place=30", true),
        ("place=20", false),
        ("place~verac", true),
    ] {
        assert_eq!(read(filter).unwrap().accepts(&place("30", "Xalapa")), expected, "{filter}");
    }
    let someone = RecordId::new([7; 16]);
    let to = |id: RecordId| Value::Reference(Reference::to(id));
    assert!(read(&format!("victims={someone}")).unwrap().accepts(&[to(RecordId::default()), to(someone)]));
    assert!(!read(&format!("victims={someone}")).unwrap().accepts(&[to(RecordId::default())]));
    check("reported=sí", FieldType::Answer, &[(&["yes"], true), (&["no"], false)]);
    let aggression = Value::Choice("threat.death".into());
    let acts = [Value::Act(Box::new(Act { aggression, victims: vec![Reference::to(someone)], perpetrators: vec![] }))];
    for (filter, expected) in [("acts=threat", true), ("acts=life", false), ("acts~amenaza", true), ("acts!=", true)] {
        assert_eq!(read(filter).unwrap().accepts(&acts), expected, "{filter}");
    }
    assert!(read(&format!("acts={someone}")).unwrap().accepts(&acts));
}

#[test]
fn a_step_is_compared_by_its_day() {
    let step = [Value::Step(Box::new(Step {
        event: "risk_study_done".into(),
        at: "2014-02-28".parse().unwrap(),
        proof: None,
    }))];
    let date = Target::Date("2014-02".parse().unwrap());
    assert!(date.is_among(&step) && date.compares(&step[0], Comparison::AtMost));
    assert!(!date.compares(&step[0], Comparison::Above));
}

#[test]
fn what_cannot_be_a_condition_is_told_with_its_field() {
    for (text, expected) in [
        ("", "not a condition: write field=value, or !=, >=, <=, >, <, ~ in the place of ="),
        ("date", "not a condition: write field=value, or !=, >=, <=, >, <, ~ in the place of ="),
        ("date!2014", "not a condition: write field=value, or !=, >=, <=, >, <, ~ in the place of ="),
        ("date=ayer", "not a value of field date of type date"),
        ("date>=", "not a value of field date of type date"),
        ("state>=20", "field state of type choice has no order"),
        ("state=Narnia", "not a term of list federal_entity of field state"),
        ("amount=100", "not a value of field amount of type money"),
        ("facts~...", "not a value of field facts of type long_text"),
        ("victims=Regina", "not a value of field victims of type reference"),
    ] {
        assert_eq!(read(text).map_err(|error| error.to_string()), Err(expected.to_owned()), "{text}");
    }
    let Err(SearchError::UnknownField { field, known }) = read("estado=20") else { panic!("an unknown field") };
    assert_eq!((field.as_str(), known.len()), ("estado", FIELDS.len()));
    let error = read("estado=20").map_err(|error| error.to_string()).unwrap_err();
    assert!(error.starts_with("the kind has no such field; it has date, state, aggression"));
}

#[test]
fn conditions_hold_together_and_of_one_field_any() {
    let schema = schema();
    let filters = |texts: &[&str]| {
        Filters::parse(texts.iter().copied(), schema.kind("incident").unwrap(), Catalogues::builtin()).unwrap()
    };
    let record = |state: &str, date: &str| {
        let state = from_json(&state.into(), FieldType::Choice).unwrap();
        let values = [("state", state), ("date", value(FieldType::Date, date))];
        let values: BTreeMap<_, _> = values.into_iter().map(|(field, value)| (field.to_owned(), vec![value])).collect();
        let (id, kind, status) = (RecordId::default(), "incident".into(), Status::InUse);
        let (merged_into, in_conflict) = (None, false);
        Summary { id, kind, status, merged_into, in_conflict, created_ms: 0, modified_ms: 0, values }
    };
    let either = filters(&["state=20", "date>=2014", "state=Veracruz"]);
    for (state, date, expected) in
        [("20", "2014", true), ("30", "2015", true), ("20", "2013", false), ("31", "2014", false)]
    {
        assert_eq!(either.matches(&record(state, date)), expected, "{state} {date}");
    }
    assert!(!filters(&["state!=20", "state!=30"]).matches(&record("30", "2014")));
    assert!(filters(&["date>=2014", "date<2015"]).matches(&record("30", "2014-12")));
    assert!(filters(&[]).matches(&record("30", "2014")));
    assert!(filters(&["facts=", "facts~x"]).iter().map(Filter::field).eq(["facts", "facts"]));
}

proptest! {
    #[test]
    fn whatever_is_typed_is_a_condition_or_an_error(text in "(date|state|facts|x)?[=!<>~]{0,3}[ -~ñÁ\u{303}\u{0}😀]{0,20}") {
        if let Ok(filter) = read(&text) {
            let of_nothing = matches!(filter.comparison(), Comparison::Is | Comparison::IsNot);
            prop_assert!(of_nothing || !filter.accepts(&[]));
        }
    }
}
