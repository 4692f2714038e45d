//! The dates that were counted by hand, against the engine.

use chrono::NaiveDate;
use resguardo_mechanism::clock::{AsOf, Circumstances, Clock, Dated, Path, State, Subject, Why};
use resguardo_mechanism::procedure::{Procedure, Procedures, Stage};
use serde::Deserialize;

use crate::scene::{changed, event};

#[derive(Deserialize)]
struct Vectors {
    test_vectors: Vec<Vector>,
    validity_vectors: Vec<Validity>,
}

#[derive(Deserialize)]
struct Vector {
    stage: String,
    start: Option<String>,
    entry: Option<String>,
    session: Option<String>,
    hearing: Option<String>,
    publication: Option<String>,
    certificate_requested: Option<String>,
    asked: Option<String>,
    done: Option<String>,
    as_of: Option<String>,
    of: Option<String>,
    #[serde(default)]
    ignore_validity: bool,
    expect: Expect,
}

#[derive(Deserialize)]
struct Expect {
    due: Option<String>,
    due_if_extended: Option<String>,
    #[serde(rename = "due_reading_A")]
    reading_a: Option<String>,
    #[serde(rename = "due_reading_B")]
    reading_b: Option<String>,
    due_with_extension: Option<String>,
    due_on_lfpa_calendar: Option<String>,
    latest: Option<String>,
    certificate_due: Option<String>,
    answer_not_before: Option<String>,
    elapsed_days: Option<i64>,
    over_limit_days: Option<i64>,
    result: Option<String>,
}

#[derive(Deserialize)]
struct Validity {
    stage: String,
    on: NaiveDate,
    expect: InForce,
}

#[derive(Deserialize)]
struct InForce {
    in_force: bool,
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("vectors.json")).unwrap()
}

fn find<'a>(law: &'a Procedures, id: &str) -> (&'a Procedure, &'a Stage) {
    let mut found = law.all().iter().flat_map(|procedure| procedure.stages.iter().map(move |stage| (procedure, stage)));
    found.find(|(_, stage)| stage.id == id).unwrap_or_else(|| panic!("no stage {id}"))
}

/// The events of a vector, each about what the stage asks.
fn subject(law: &Procedures, vector: &Vector) -> Subject {
    let (procedure, stage) = find(law, &vector.stage);
    let mut events = Vec::new();
    if let Some(start) = &vector.start {
        let occurrence = &stage.starts[0];
        let mut dated = Dated::new(occurrence.event, start.parse().unwrap());
        for (key, values) in &occurrence.about {
            dated = dated.about(key, &values[0]);
        }
        events.push(dated);
    }
    if let Some(done) = &vector.done {
        events.push(Dated::new(stage.ends[0].event, done.parse().unwrap()));
    }
    let named = [
        ("application_submitted", &vector.entry),
        ("board_session_held", &vector.session),
        ("measures_defined", &vector.session.as_ref().map(|_| "2014-03-01".to_owned())),
        ("constitutional_hearing_held", &vector.hearing),
        ("amparo_admitted", &vector.hearing.as_ref().map(|_| "2026-09-01".to_owned())),
        ("silence_certificate_requested", &vector.certificate_requested),
        ("missing_info_requested", &vector.asked),
    ];
    events.extend(named.iter().filter_map(|(id, at)| Some(event(law, id, at.as_deref()?))));
    if vector.of.is_some() && stage.starts[0].event != law.event("application_submitted").unwrap() {
        events.push(event(law, "application_submitted", vector.start.as_deref().unwrap()));
    }
    if let Some(publication) = &vector.publication {
        events.push(event(law, "document_published", publication).about("document_kind", "fund_repeal_decree_2020"));
    }
    Subject::new(procedure.subject, procedure.path.unwrap_or(Path::Ordinary), events)
}

fn clocks<'a>(law: &'a Procedures, subject: &'a Subject, vector: &Vector) -> Vec<Clock<'a>> {
    let last = [&vector.as_of, &vector.done, &vector.asked, &vector.certificate_requested];
    let last = last.into_iter().flatten().next().or(vector.start.as_ref()).map_or("2026-09-01", String::as_str);
    let day = if vector.session.is_some() { "2014-03-01" } else { &last[..10] };
    let all = Circumstances::on(law, AsOf::day(day.parse().unwrap())).clocks(subject);
    all.into_iter().filter(|clock| clock.stage.id == vector.stage).collect()
}

fn due(clocks: &[Clock<'_>], reading: Option<&str>) -> String {
    let of = |clock: &&Clock<'_>| reading.is_none_or(|reading| clock.way.id.as_deref() == Some(reading));
    clocks.iter().find(of).and_then(|clock| clock.due).map(|due| due.text()).unwrap_or_default()
}

#[test]
fn every_date_counted_by_hand_is_the_engine_s() {
    let ships = Procedures::builtin();
    let any_time = changed(&[("\"from\": \"2025-03-21\"", "\"from\": \"2000-01-01\"")]);
    let on_lfpa = changed(&[("\"calendar\": \"LAMP\"", "\"calendar\": \"LFPA\"")]);
    let vectors = vectors().test_vectors;
    assert_eq!(vectors.len(), 29);
    for vector in &vectors {
        let law = if vector.ignore_validity { &any_time } else { ships };
        let subject = subject(law, vector);
        let found = clocks(law, &subject, vector);
        let expect = &vector.expect;
        let told = |what: &str, expected: &Option<String>, found: Option<String>| {
            if expected.is_some() {
                assert_eq!(expected, &found, "{} {what}", vector.stage);
            }
        };
        let first = found.first().unwrap_or_else(|| panic!("no clock of {}", vector.stage));
        let beside =
            |place: usize| first.beside.as_ref().and_then(|beside| Some(beside.dues.get(place)?.1.to_string()));
        let (a, b) = match vector.of {
            Some(_) => (beside(0), beside(1)),
            None => (Some(due(&found, Some("A"))), Some(due(&found, Some("B")))),
        };
        told("A", &expect.reading_a, a);
        told("B", &expect.reading_b, b);
        told("due", &expect.due, Some(due(&found, None)));
        told("latest", &expect.latest, Some(due(&found, None)));
        told("extended", &expect.due_if_extended, first.due_if_extended.map(|due| due.text()));
        told("with extension", &expect.due_with_extension, first.due_with_extension.map(|due| due.text()));
        told(
            "certificate",
            &expect.certificate_due,
            first.beside.as_ref().and_then(|b| b.certificate.map(|d| d.to_string())),
        );
        told("answer", &expect.answer_not_before, first.answer_not_before.map(|day| day.to_string()));
        if let Some(days) = expect.elapsed_days {
            assert_eq!(first.elapsed.unwrap().least, days * 24 * 60, "{}", vector.stage);
        }
        if let Some(days) = expect.over_limit_days {
            assert_eq!(first.margin.unwrap().most, -days * 24 * 60, "{}", vector.stage);
        }
        if expect.result.is_some() {
            assert_eq!(first.state.id(), "unknown", "{}", vector.stage);
            let spread = (first.elapsed.unwrap().least, first.elapsed.unwrap().most);
            assert_eq!(spread, (0, 23 * 60 + 59));
        }
        if let Some(other) = &expect.due_on_lfpa_calendar {
            let subject = self::subject(&on_lfpa, vector);
            assert_eq!(*other, due(&clocks(&on_lfpa, &subject, vector), None), "{}", vector.stage);
        }
    }
}

#[test]
fn a_stage_is_in_force_on_the_days_its_text_rules() {
    let law = Procedures::builtin();
    let vectors = vectors().validity_vectors;
    assert_eq!(vectors.len(), 10);
    for vector in &vectors {
        let found = law.stage(&vector.stage, vector.on).is_some();
        assert_eq!(found, vector.expect.in_force, "{} {}", vector.stage, vector.on);
        let (procedure, stage) = find(law, &vector.stage);
        let Some(occurrence) = stage.starts.first() else { continue };
        let mut start = Dated::new(occurrence.event, vector.on.to_string().parse().unwrap());
        for (key, values) in &occurrence.about {
            start = start.about(key, &values[0]);
        }
        let subject = Subject::new(procedure.subject, procedure.path.unwrap_or(Path::Ordinary), vec![start]);
        let clocks = Circumstances::on(law, AsOf::day(vector.on)).clocks(&subject);
        let clock = clocks.iter().find(|clock| clock.stage.id == vector.stage).unwrap();
        assert_eq!(clock.state.id() != "not_applicable", vector.expect.in_force, "{} {}", vector.stage, vector.on);
    }
}

#[test]
fn outside_what_is_held_the_reason_is_said() {
    let law = Procedures::builtin();
    let request = event(law, "foi_request_filed", "2014-03-03");
    let subject =
        Subject::new(resguardo_mechanism::clock::SubjectKind::InformationRequest, Path::Unknown, vec![request]);
    let clocks = Circumstances::on(law, AsOf::day("2014-05-01".parse().unwrap())).clocks(&subject);
    let State::NotApplicable(Why::TextNotHeld(text)) = clocks[0].state else { panic!("{:?}", clocks[0].state) };
    assert_eq!(text.scope, "transparency_request");
}
