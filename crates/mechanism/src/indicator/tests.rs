use std::collections::BTreeMap;

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::Schema;
use resguardo_domain::value::{Answer as Word, Number, PartialDate, Reference, Step, Value};

use super::*;

fn id(number: u8) -> RecordId {
    RecordId::new([number; 16])
}

fn record(number: u8, kind: &str, fields: &[(&'static str, Value)]) -> Record {
    let mut values: BTreeMap<&'static str, Vec<Value>> = BTreeMap::new();
    for (field, value) in fields {
        values.entry(*field).or_default().push(value.clone());
    }
    let (status, kind) = (Status::InUse, kind.to_owned());
    Record {
        id: id(number),
        kind,
        status,
        merged_into: None,
        in_conflict: false,
        created_ms: 0,
        modified_ms: 0,
        values: values.into_iter().collect(),
    }
}

fn date(text: &str) -> Value {
    Value::Date(text.parse().unwrap(), None)
}

fn term(id: &str) -> Value {
    Value::Choice(id.to_owned())
}

fn number(text: &str) -> Value {
    Value::Number(Number::parse(text).unwrap())
}

fn to(number: u8) -> Value {
    Value::Reference(Reference::to(id(number)))
}

fn step(event: &str, at: &str) -> Value {
    Value::Step(Box::new(Step { event: event.to_owned(), at: at.parse().unwrap(), proof: None }))
}

fn application(number: u8, received: &str, steps: &[(&str, &str)]) -> Record {
    let mut fields = vec![("received", date(received))];
    fields.extend(steps.iter().map(|(event, at)| ("steps", step(event, at))));
    record(number, "application", &fields)
}

fn on<'a>(day: &str, records: &'a [Record]) -> Facts<'a> {
    Facts::new(day.parse().unwrap(), records, [], &[])
}

fn own(id: &str, facts: &Facts<'_>) -> Figure {
    one(id, facts, Definitions::builtin(), None).unwrap().own
}

fn fraction(figure: &Figure) -> (Option<i64>, Option<i64>) {
    (figure.numerator, figure.denominator)
}

#[test]
fn every_indicator_has_a_definition_and_a_function() {
    let defined: Vec<&str> = Definitions::builtin().iter().map(|one| one.id.as_str()).collect();
    let measured: Vec<&str> = MEASURES.iter().map(|(id, _)| *id).collect();
    assert_eq!(defined, measured);
}

#[test]
fn what_indicators_read_is_in_the_schema() {
    let missing = WANTED.iter().flat_map(|(kind, fields)| {
        let known = Schema::builtin().kind(kind).unwrap_or_else(|| panic!("no kind {kind}"));
        fields.iter().filter(|field| known.field(field).is_none()).map(move |field| format!("{kind}.{field}"))
    });
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn nothing_recorded_is_said_not_counted_as_zero_percent() {
    let facts = on("2014-03-01", &[]);
    for answer in all(&facts, Definitions::builtin(), None) {
        let definition = Definitions::builtin().of(answer.id).unwrap();
        if definition.unit != "count" {
            assert!(answer.own.value.is_none(), "{}: {:?}", answer.id, answer.own);
            assert!(answer.own.cannot.is_some(), "{}", answer.id);
        }
        assert!(answer.official.is_empty());
    }
}

#[test]
fn the_development_goal_counts_each_person_of_its_groups_once_per_case() {
    let people = [
        record(1, "person", &[("profile", term("journalist.support"))]),
        record(2, "person", &[("profile", term("defender.unionist")), ("profile", term("related"))]),
        record(3, "person", &[("profile", term("related"))]),
        record(4, "person", &[]),
    ];
    let act = |term: &str, victims: &[u8]| IncidentAct {
        aggression: Some(term.to_owned()),
        victims: victims.iter().map(|number| id(*number)).collect(),
        perpetrators: Vec::new(),
    };
    let incident = |number: u8, day: &str, grade: &str, acts: Vec<IncidentAct>| Incident {
        id: id(number),
        date: Some(day.parse().unwrap()),
        grade: Some(grade.to_owned()),
        knew_mechanism: None,
        attributes: BTreeMap::new(),
        acts,
    };
    let both = || vec![act("life.homicide", &[1, 2, 3, 4]), act("integrity.torture", &[1])];
    let incidents = [
        incident(11, "2013-11-02", "v2", both()),
        incident(12, "2013-11-02", "v1", both()),
        incident(13, "2012-11-02", "v3", both()),
    ];
    let facts = Facts::new("2014-03-01".parse().unwrap(), &people, &incidents, &[]);
    let figure = own("I41", &facts);
    assert_eq!((figure.numerator, figure.missing), (Some(2), 1));
}

#[test]
fn as_of_takes_what_happened_by_the_day_whenever_it_was_recorded() {
    let records = [
        application(1, "2013-05-02", &[("board_decision", "2013-11-20")]),
        application(2, "2013-05-02", &[("board_decision", "2014-02-01")]),
        application(3, "2014-01-10", &[]),
        application(4, "2013-06-01", &[("board_decision", "2013-12")]),
    ];
    for (day, share, missing) in [
        ("2013-12-15", (Some(1), Some(2)), 1),
        ("2013-12-31", (Some(2), Some(3)), 0),
        ("2014-01-31", (Some(2), Some(4)), 0),
        ("2014-02-01", (Some(3), Some(4)), 0),
    ] {
        let figure = own("I01", &on(day, &records));
        assert_eq!((fraction(&figure), figure.missing), (share, missing), "{day}");
        assert_eq!(figure.value, None, "fewer than ten: no share");
    }
}

#[test]
fn open_cases_are_censored_and_not_dropped() {
    let mut records: Vec<Record> =
        (1..=8).map(|number| application(number, "2013-01-01", &[("risk_study_done", "2013-01-21")])).collect();
    records.extend((9..=12).map(|number| application(number, "2013-01-01", &[])));
    let figure = own("I03", &on("2013-07-01", &records));
    let spread = figure.spread.unwrap();
    assert_eq!((spread.ended, spread.open, spread.censored), (8, 4, true));
    assert_eq!(figure.value, Some(Quotient::whole(20)));
    assert_eq!(spread.longest_open, Some(181));
    assert_eq!(figure.records.len(), 12);
}

#[test]
fn a_share_is_told_from_ten_on_and_can_be_taken_apart() {
    let mut records: Vec<Record> = (1..=12)
        .map(|number| {
            let outcome = if number % 4 == 0 { "not_admitted" } else { "admitted" };
            let state = if number < 11 { "20" } else { "07" };
            record(
                number,
                "application",
                &[("received", date("2013-05")), ("outcome", term(outcome)), ("state", term(state))],
            )
        })
        .collect();
    records.push(application(13, "2013-05-01", &[]));
    let facts = on("2014-03-01", &records);
    let answer = one("I11", &facts, Definitions::builtin(), Some("state")).unwrap();
    assert_eq!((fraction(&answer.own), answer.own.missing), ((Some(9), Some(12)), 1));
    assert_eq!(answer.own.value.unwrap().ten_thousandths(), 7_500);
    let groups: Vec<_> = answer.groups.iter().map(|(state, figure)| (state.as_str(), fraction(figure))).collect();
    assert_eq!(groups, [("", (Some(0), Some(0))), ("07", (Some(1), Some(2))), ("20", (Some(8), Some(10)))]);
    assert_eq!(answer.groups["07"].cannot, Some(Cannot::TooFew(10)));
}

#[test]
fn published_figures_stand_beside_with_their_own_numbers() {
    let figure = |id: u8, metric: &str, value: &str, as_of: &str| {
        let fields = [
            ("metric", Value::Text(metric.to_owned())),
            ("value", number(value)),
            ("as_of", date(as_of)),
            ("publisher", to(90)),
            ("sources", to(91)),
        ];
        record(id, "official_figure", &fields)
    };
    let records = [
        figure(1, "applications_received", "131", "2014-02"),
        figure(2, "applications_reviewed_by_board", "37", "2014-02"),
        figure(3, "applications_reviewed_by_board", "50", "2014-06"),
        application(4, "2013-05-02", &[("board_decision", "2013-11-20")]),
    ];
    let answer = one("I01", &on("2014-03-01", &records), Definitions::builtin(), None).unwrap();
    assert_eq!(fraction(&answer.own), (Some(1), Some(1)), "own records alone");
    let [official] = answer.official.as_slice() else { panic!("{:?}", answer.official) };
    assert_eq!((official.numerator, official.denominator), (Some(37), Some(131)));
    assert_eq!(official.value.unwrap().ten_thousandths(), 2_824);
    assert_eq!((official.holders.as_slice(), official.sources.as_slice()), ([id(90)].as_slice(), [id(91)].as_slice()));
    assert_eq!(
        one("I02", &on("2014-03-01", &records), Definitions::builtin(), None).unwrap().official[0].numerator,
        Some(94)
    );
}

#[test]
fn published_values_of_others_come_out_of_the_same_formulas() {
    // domain.md §3: 37/131, 31/32, ARTICLE 19 1 − 10/1140 and 1 − 3/906, Oct 2025 32/128.
    for (over, under, expected) in
        [(37, 131, 2_824), (31, 32, 9_688), (1_130, 1_140, 9_912), (903, 906, 9_967), (32, 128, 2_500)]
    {
        assert_eq!(Quotient::of(over, under).unwrap().ten_thousandths(), expected, "{over}/{under}");
    }
}

#[test]
fn impunity_and_the_funnel_follow_cases_to_the_sentence() {
    let incident = |number: u8| Incident {
        id: id(number),
        date: Some("2011-05-01".parse::<PartialDate>().unwrap()),
        grade: Some("v2".to_owned()),
        knew_mechanism: None,
        attributes: BTreeMap::new(),
        acts: Vec::new(),
    };
    let incidents: Vec<Incident> = (1..=89).map(incident).collect();
    let records: Vec<Record> = (1..=37)
        .map(|number| {
            let status = if number <= 3 { "court.charge" } else { "investigation" };
            let mut fields = vec![("incidents", to(number)), ("opened_on", date("2011-06")), ("status", term(status))];
            fields.extend([4, 5].contains(&number).then(|| ("identified_on", date("2011-07-01"))));
            record(number + 100, "investigation", &fields)
        })
        .collect();
    let facts = Facts::new("2013-06-26".parse().unwrap(), &records, &incidents, &[]);
    let impunity = own("I35", &facts);
    assert_eq!((fraction(&impunity), impunity.value.unwrap().ten_thousandths()), ((Some(37), Some(37)), 10_000));
    let funnel = one("I36", &facts, Definitions::builtin(), None).unwrap();
    let steps: Vec<_> = funnel.beside.iter().map(|(key, figure)| (*key, figure.numerator.unwrap())).collect();
    assert_eq!(steps, [("complaint", 37), ("investigation", 37), ("identified", 5), ("charged", 3)]);
    assert_eq!(fraction(&funnel.own), (Some(0), Some(89)), "OHCHR 2013: 89 → 37 → 5 → 3 → 0");
}

#[test]
fn an_answer_in_part_is_no_yes_and_silence_is_missing() {
    let granted = |number: u8, fields: &[(&'static str, Value)]| record(number, "measure", fields);
    let yes = |word: Word| ("agreed", Value::Answer(word));
    let records = [
        granted(1, &[yes(Word::Yes)]),
        granted(2, &[yes(Word::Partly)]),
        granted(3, &[]),
        granted(4, &[("agreed_at", date("2013-05-01")), ("granted_on", date("2013-05-02"))]),
        granted(5, &[("agreed_at", date("2013-06-01")), ("granted_on", date("2013-05-02"))]),
        granted(6, &[("status", term("recommended")), yes(Word::Yes)]),
    ];
    let figure = own("I49", &on("2014-03-01", &records));
    assert_eq!((fraction(&figure), figure.missing), ((Some(2), Some(4)), 1));
}
