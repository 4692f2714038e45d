use proptest::prelude::*;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::Schema;
use resguardo_domain::value::json::from_text;

use super::*;

const KIND: &str = "id = 'incident'\nletter = 'I'\nfamily = 'casework'\norder = 1\ntitle = ['date']\n\
    label = { es = 'I', en = 'I' }\nplural = { es = 'I', en = 'I' }\n";

fn order(text: &str, kind: &str, lang: Lang) -> Result<Order, SearchError> {
    let field = format!(
        "{KIND}[[field]]\nid = 'date'\nlabel = {{ es = 'f', en = 'd' }}\nsensitivity = 'public'\ngroup = 'what'\n{kind}\n"
    );
    let schema = Schema::from_files([("incident.toml", field.as_str())]).unwrap();
    Order::parse(text, schema.kind("incident").unwrap(), Catalogues::builtin(), lang)
}

fn sorted(text: &str, kind: FieldType, lang: Lang, values: &[&'static str]) -> Vec<&'static str> {
    let catalogue = if kind == FieldType::Choice { "\ncatalogue = 'sex'" } else { "" };
    let order = order(text, &format!("type = '{}'{catalogue}", kind.id()), lang).unwrap();
    let read = |text: &str| match text {
        "" => vec![],
        "unknown" => vec![Value::Unknown],
        _ => vec![from_text(text, kind).unwrap()],
    };
    let mut values = values.to_vec();
    values.sort_by_cached_key(|text| order.key(&read(text)));
    values
}

#[test]
fn values_stand_in_the_order_of_their_type_and_nothing_comes_last() {
    let dates = ["2015", "", "2014-05", "unknown", "2014-01-02", "2014", "2013-06/2014-05"];
    let es = Lang::Es;
    for (text, expected) in [
        ("date", ["2013-06/2014-05", "2014", "2014-01-02", "2014-05", "2015", "", "unknown"]),
        ("-date", ["2015", "2014-05", "2014-01-02", "2014", "2013-06/2014-05", "", "unknown"]),
    ] {
        assert_eq!(sorted(text, FieldType::Date, es, &dates), expected, "{text}");
    }
    assert_eq!(sorted("date", FieldType::Number, es, &["10", "-3", "9.5", "~9"]), ["-3", "~9", "9.5", "10"]);
    assert_eq!(sorted("date", FieldType::Duration, es, &["1 mo", "2 d", "49h"]), ["2 d", "49h", "1 mo"]);
    assert_eq!(sorted("-date", FieldType::Money, es, &["1 USD", "9 MXN", "10 MXN"]), ["1 USD", "10 MXN", "9 MXN"]);
    assert_eq!(sorted("date", FieldType::Answer, es, &["yes", "", "no"]), ["no", "yes", ""]);
}

#[test]
fn ene_stands_between_n_and_o_and_accents_make_no_difference() {
    let names = ["oaxaca", "Ñuu Savi", "nzo", "Águila", "nube", "Ana", "\"Zeta\"", "añil", "anzuelo", "aoristo"];
    let expected = ["Águila", "Ana", "anzuelo", "añil", "aoristo", "nube", "nzo", "Ñuu Savi", "oaxaca", "\"Zeta\""];
    assert_eq!(sorted("date", FieldType::Text, Lang::Es, &names), expected);
}

#[test]
fn choices_stand_by_the_label_of_the_language() {
    let terms = ["male", "female", "intersex"];
    assert_eq!(sorted("date", FieldType::Choice, Lang::Es, &terms), ["male", "intersex", "female"]);
    assert_eq!(sorted("date", FieldType::Choice, Lang::En, &terms), ["female", "intersex", "male"]);
}

#[test]
fn records_that_say_the_same_stand_by_their_id() {
    let record = |number: u8, date: &str| Summary {
        id: RecordId::new([number; 16]),
        kind: "incident".into(),
        status: Status::InUse,
        merged_into: None,
        in_conflict: false,
        created_ms: 0,
        modified_ms: 0,
        values: [("date".to_owned(), vec![Value::Date(date.parse().unwrap(), None)])].into(),
    };
    let records = [record(3, "2014"), record(1, "2014"), record(2, "2013")];
    for (text, expected) in [("date", [2, 1, 3]), ("-date", [1, 3, 2])] {
        let mut list: Vec<&Summary> = records.iter().collect();
        order(text, "type = 'date'", Lang::Es).unwrap().sort(&mut list);
        assert_eq!(list.iter().map(|record| record.id.bytes()[0]).collect::<Vec<_>>(), expected, "{text}");
    }
}

#[test]
fn an_order_by_no_field_or_by_references_is_refused() {
    assert!(matches!(order("fecha", "type = 'date'", Lang::Es), Err(SearchError::UnknownField { .. })));
    assert!(matches!(order("-date", "type = 'reference'", Lang::Es), Err(SearchError::NoOrder { .. })));
    let read = order(" -date ", "type = 'date'", Lang::Es).unwrap();
    assert!(read.is_descending() && read.field() == "date");
}

proptest! {
    #[test]
    fn descending_is_ascending_backwards(a in "[a-cñÑáZ ]{0,6}", b in "[a-cñÑáZ ]{0,6}") {
        let [rising, falling] = ["date", "-date"].map(|text| order(text, "type = 'text'", Lang::Es).unwrap());
        let (a, b) = ([Value::Text(a)], [Value::Text(b)]);
        prop_assert_eq!(rising.key(&a).cmp(&rising.key(&b)), falling.key(&b).cmp(&falling.key(&a)));
        prop_assert!(rising.key(&a) < rising.key(&[]) && falling.key(&a) < falling.key(&[]));
    }
}
