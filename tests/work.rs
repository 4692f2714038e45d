//! Work that waits, written through the command line: an application whose study was never done, calls, promises, dates near
//! and past. Names and cases are invented.

use chrono::{Local, TimeDelta};
use serde_json::json;

use crate::Program;

/// A desk where everything waits.
pub struct Work {
    /// A case with everything.
    pub case: String,
    /// The call nobody answered.
    pub call: String,
}

/// Fills a desk where everything waits, as of now.
pub fn desk(program: &Program) -> Work {
    let at = |minutes: i64| (Local::now() + TimeDelta::minutes(minutes)).format("%Y-%m-%dT%H:%M").to_string();
    let day = |days: i64| (Local::now() + TimeDelta::days(days)).format("%Y-%m-%d").to_string();
    let person = new(program, "person", &[("name", "Lucía Sánchez"), ("phone", "951 000 0000")]);
    let case = new(
        program,
        "case",
        &[
            ("title", "Radio comunitaria La Milpa"),
            ("people", &person),
            ("next_step", "Avisar de la prórroga"),
            ("next_step_on", &day(-3)),
        ],
    );
    let of = ("case", case.as_str());
    new(program, "application", &[("received", &day(-40)), ("procedure", "ordinary"), of]);
    new(program, "application", &[("received", &day(-9)), ("procedure", "ordinary")]);
    let plan = "+15 min: llamar otra vez. +1 h: avisar a la coordinación. +3 h: ir a la casa";
    let late = at(-75);
    let call = [
        ("person", person.as_str()),
        ("planned_at", &late),
        ("grace", "15 min"),
        ("status", "planned"),
        ("overdue_plan", plan),
        ("contacts", "Coordinación 55 1000\nHermana 951 2000"),
        ("where", "Carretera Oaxaca–Tlaxiaco"),
        of,
    ];
    let call = new(program, "check_in", &call);
    new(program, "check_in", &[("person", &person), ("planned_at", &at(180)), ("status", "planned"), of]);
    new(program, "follow_up", &[("promised", "Contestar el oficio"), ("promised_by", &day(-2)), of]);
    new(program, "measure", &[("due_on", &day(12)), ("status", "implemented"), of]);
    new(program, "consent", &[("person", &person), ("state", "given"), ("expires_on", &day(9))]);
    Work { case, call }
}

/// An application presented on 17 September 2013, its study never done, three measures asked for.
pub fn application(program: &Program) -> String {
    let application = new(
        program,
        "application",
        &[
            ("folio", "M-2013-041"),
            ("received", "2013-09-17T10:40"),
            ("procedure", "ordinary"),
            ("state", "20"),
            ("status", "risk_study_pending"),
        ],
    );
    let steps = json!([
        {"step": "procedure_type_decided", "at": "2013-09-17"},
        {"step": "file_sent_to_risk_unit", "at": "2013-09-17"},
        {"step": "consent_given", "at": "2013-09-17"},
    ]);
    let written = program.run(&["edit", &application, "--set", &format!("steps:={steps}")]);
    assert_eq!(written.code, 0, "{}", written.err);
    for (kind, asked) in
        [("pro.cameras_locks_lights", "2013-09-17"), ("pro.vest", "2013-09-17"), ("pre.observers", "2013-12-02")]
    {
        new(program, "measure", &[("application", application.as_str()), ("type", kind), ("requested_on", asked)]);
    }
    new(program, "meeting", &[("type", "board_ordinary"), ("date", "2014-03-18")]);
    application
}

fn new(program: &Program, kind: &str, sets: &[(&str, &str)]) -> String {
    let sets: Vec<String> = sets.iter().map(|(field, value)| format!("{field}={value}")).collect();
    let set = sets.iter().flat_map(|set| ["--set", set.as_str()]);
    let arguments: Vec<&str> = ["new", kind].into_iter().chain(set).collect();
    program.json(&arguments)["id"].as_str().expect("an id").to_owned()
}
