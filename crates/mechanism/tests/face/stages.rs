//! Every stage that is held starts, ends, and is overdue only if its limit binds.

use chrono::{Days, NaiveDate};
use resguardo_mechanism::clock::{AsOf, Circumstances, Dated, Path, State, Subject, SubjectKind};
use resguardo_mechanism::procedure::{Occurrence, Procedure, Procedures, Stage, Unit};

/// An event that counts for an occurrence, at ten o'clock of a day.
fn fitting(occurrence: &Occurrence, day: NaiveDate) -> Dated {
    let dated = Dated::new(occurrence.event, format!("{day}T10:00").parse().unwrap());
    let said = occurrence.about.iter().filter_map(|(key, values)| Some((key, values.first()?)));
    said.fold(dated, |dated, (key, value)| dated.about(key, value))
}

/// The end of a stage; where every one of several is asked for, all of them.
fn ends(stage: &Stage, day: NaiveDate) -> Vec<Dated> {
    let end = || fitting(&stage.ends[0], day);
    let end = |key: &str, value: &str| end().about(key, value);
    match (&stage.every, &stage.for_each) {
        (Some((key, values)), _) => values.iter().map(|value| end(key, value)).collect(),
        (None, Some((key, terms))) => terms.iter().map(|term| end(key, term)).collect(),
        (None, None) => vec![fitting(&stage.ends[0], day)],
    }
}

/// What else the stage needs: the condition, the event it is counted back from, a session.
fn surroundings(law: &Procedures, stage: &Stage, day: NaiveDate) -> Vec<Dated> {
    let later = (day + Days::new(90)).to_string();
    let event = |id| Dated::new(id, later.parse().unwrap());
    let mut events = Vec::new();
    events.extend(stage.limit.relative_to.as_deref().map(|id| event(law.event(id).unwrap())));
    events.extend((stage.limit.unit == Unit::NextSession).then(|| event(law.event("board_session_held").unwrap())));
    events.extend(stage.only_if.map(event));
    events
}

fn states(procedure: &Procedure, stage: &Stage, events: Vec<Dated>, as_of: NaiveDate) -> Vec<String> {
    let law = Procedures::builtin();
    let subject = Subject::new(procedure.subject, procedure.path.unwrap_or(Path::Ordinary), events);
    let clocks = Circumstances::on(law, AsOf::day(as_of)).clocks(&subject);
    let own = clocks.iter().filter(|clock| clock.stage.id == stage.id);
    own.map(|clock| match clock.state {
        State::Unknown(missing) => format!("unknown {missing:?}"),
        other => other.id().to_owned(),
    })
    .collect()
}

#[test]
fn every_stage_starts_ends_and_is_overdue_only_if_its_limit_binds() {
    let law = Procedures::builtin();
    let mut tried = 0;
    for procedure in law.all() {
        for stage in procedure.stages.iter().filter(|stage| !stage.starts.is_empty()) {
            let day = stage.valid.from + Days::new(12);
            let ways = stage
                .ways
                .iter()
                .filter_map(|way| way.start.as_ref())
                .filter(|start| start.event != stage.starts[0].event);
            let mut events: Vec<Dated> = ways.map(|start| fitting(start, day)).collect();
            events.push(fitting(&stage.starts[0], day));
            events.extend(surroundings(law, stage, day));
            let far = day + Days::new(9000);
            let open = states(procedure, stage, events.clone(), far);
            let expected = match stage.id.as_str() {
                "fol.leave" => "met",
                _ if stage.limit.unit.binds() => "overdue",
                _ => "running",
            };
            let wanted =
                |found: &Vec<String>, expected: &str| !found.is_empty() && found.iter().all(|state| state == expected);
            // A condition is an event of its own, and that of the prevention is its end.
            let expected =
                if stage.only_if.is_some_and(|event| event == stage.ends[0].event) { "met" } else { expected };
            assert!(wanted(&open, expected), "{}: {open:?}", stage.id);
            events.extend(ends(stage, day));
            let closed = states(procedure, stage, events, far);
            let expected = if stage.limit.unit == Unit::Prohibition { "running" } else { "met" };
            // Another end may start a term of its own (a study that the next evaluation follows).
            assert!(closed.iter().any(|state| state == expected), "{}: {closed:?}", stage.id);
            assert!(!closed.iter().any(|state| state == "late"), "{}: {closed:?}", stage.id);
            tried += 1;
        }
    }
    assert_eq!(tried, 118 - law.stages().filter(|stage| stage.starts.is_empty()).count());
}

#[test]
fn nothing_recorded_accuses_nobody() {
    let law = Procedures::builtin();
    let kinds = [
        SubjectKind::Application,
        SubjectKind::Institution,
        SubjectKind::Investigation,
        SubjectKind::InformationRequest,
        SubjectKind::Complaint,
        SubjectKind::DataRequest,
        SubjectKind::Amparo,
    ];
    for kind in kinds {
        let subject = Subject::new(kind, Path::Unknown, Vec::new());
        let clocks = Circumstances::on(law, AsOf::day("2026-11-01".parse().unwrap())).clocks(&subject);
        assert!(!clocks.is_empty(), "{kind:?}");
        assert!(clocks.iter().all(|clock| !matches!(clock.state, State::Overdue | State::Late)), "{kind:?}");
    }
}

#[test]
fn days_that_the_law_s_readers_computed_are_the_engine_s() {
    let law = Procedures::builtin();
    let texts: Vec<serde_json::Value> =
        Procedures::files().map(|(_, text)| serde_json::from_str(text).unwrap()).collect();
    let procedures = texts.iter().filter_map(|file| file["procedures"].as_array()).flatten();
    let mut tried = 0;
    for said in procedures.filter_map(|procedure| procedure["stages"].as_array()).flatten() {
        let Some(due) = said["computed_due"].as_str() else { continue };
        let id = said["id"].as_str().unwrap();
        let (procedure, stage) = law
            .all()
            .iter()
            .find_map(|procedure| procedure.stages.iter().find(|stage| stage.id == id).map(|stage| (procedure, stage)))
            .unwrap();
        let start: NaiveDate = match id {
            "t20.entry" => "2020-11-06",
            _ if id.starts_with("t20") => "2020-11-07",
            _ => "2012-06-26",
        }
        .parse()
        .unwrap();
        let subject = Subject::new(procedure.subject, Path::Unknown, vec![fitting(&stage.starts[0], start)]);
        let clocks = Circumstances::on(law, AsOf::day(start)).clocks(&subject);
        let clock = clocks.iter().find(|clock| clock.stage.id == id).unwrap();
        assert_eq!(clock.due.unwrap().text(), due, "{id}");
        tried += 1;
    }
    assert_eq!(tried, 9);
}
