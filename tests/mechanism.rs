//! The Mechanism followed by the public command line: the source's figures, clocks to the day, days of one's own, the
//! invented set, due dates that name nobody.

use resguardo_tests::Program;
use serde_json::{Value as Json, json};

fn of<'a>(answer: &'a Json, id: &str) -> &'a Json {
    let all = answer["indicators"].as_array().unwrap();
    all.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

fn official(answer: &Json, id: &str) -> Vec<(Json, Json)> {
    let all = of(answer, id)["official"].as_array().unwrap();
    all.iter().map(|one| (one["numerator"].clone(), one["denominator"].clone())).collect()
}

fn clock(program: &Program, record: &str, stage: &str, day: &str) -> Vec<(String, Json)> {
    let told = program.json(&["clocks", record, "--as-of", day]);
    let of_stage = told.as_array().unwrap().iter().filter(|one| one["clock"] == stage);
    of_stage.map(|one| (one["state"].as_str().unwrap().to_owned(), one["margin_hours"].clone())).collect()
}

fn new(program: &Program, kind: &str, fields: &[&str]) -> String {
    let mut arguments = vec!["new", kind];
    fields.iter().for_each(|field| arguments.extend(["--set", field]));
    program.json(&arguments)["id"].as_str().unwrap().to_owned()
}

#[test]
fn the_source_page_answers_with_its_own_figures_each_with_its_source() {
    let program = Program::with_vault();
    program.json(&["demo"]);
    let answer = program.json(&["indicators", "--as-of", "2014-03-01"]);
    assert_eq!(answer["indicators"].as_array().unwrap().len(), 50);
    for (id, over, under) in [
        ("I01", json!(37), json!(131)),
        ("I02", json!(94), Json::Null),
        ("I20", json!(2), Json::Null),
        ("I25", json!(2), json!(3)),
        ("I27", json!(0), json!(170_000_000)),
        ("I31", json!(31), json!(32)),
        ("I39", json!(89), json!(26)),
        ("I40", json!(66), Json::Null),
        ("I40", json!(12), Json::Null),
    ] {
        assert!(official(&answer, id).contains(&(over.clone(), under)), "{id} {over}: {:?}", official(&answer, id));
    }
    // The derived values of the seed: shares as fractions, and no percentage of three.
    for (id, value) in [("I01", json!(0.2824)), ("I03", json!(18.25)), ("I31", json!(0.9688)), ("I39", json!(3.4231))] {
        assert_eq!(of(&answer, id)["official"][0]["value"], value, "{id}");
    }
    assert_eq!(of(&answer, "I25")["official"][0]["value"], Json::Null);
    for one in answer["indicators"].as_array().unwrap() {
        assert!(one["own"].is_object() && !one["key"].as_str().unwrap().is_empty());
        for published in one["official"].as_array().unwrap() {
            assert_ne!(published["source"], "", "{}", one["id"]);
        }
    }
    let earlier = program.json(&["indicators", "I01", "--as-of", "2013-12-31"]);
    assert_eq!(official(&earlier, "I01"), [], "what was published later is not known earlier");
}

#[test]
fn the_missing_convention_is_overdue_by_430_days_and_the_rest_accuse_nobody() {
    let program = Program::with_vault();
    program.json(&["demo"]);
    let told = program.json(&["clocks", "--as-of", "2014-03-01"]);
    let conventions: Vec<&Json> =
        told.as_array().unwrap().iter().filter(|one| one["clock"] == "tra.conventions").collect();
    assert_eq!(conventions.len(), 32);
    let overdue: Vec<&&Json> = conventions.iter().filter(|one| one["state"] == "overdue").collect();
    let [missing] = overdue.as_slice() else { panic!("{overdue:?}") };
    assert_eq!((&missing["margin_hours"], &missing["due"]), (&json!(-430 * 24), &json!("2012-12-26")));
}

#[test]
fn an_application_is_judged_to_the_day() {
    let program = Program::with_vault();
    let id = new(&program, "application", &["received=2013-09-03", "procedure=ordinary"]);
    assert_eq!(clock(&program, &id, "ord.study", "2014-02-28"), [("overdue".to_owned(), json!(-4032))]);
    program.json(&["edit", &id, "--set", r#"steps:=[{"step":"risk_study_done","at":"2014-02-28"}]"#]);
    assert_eq!(clock(&program, &id, "ord.study", "2014-03-01"), [("late".to_owned(), json!(-4032))]);
    // What happened after the day does not count on it.
    assert_eq!(clock(&program, &id, "ord.study", "2014-02-27"), [("overdue".to_owned(), json!(-4008))]);
    let decide = clock(&program, &id, "ord.decide", "2014-03-01");
    assert!(decide.iter().all(|(state, _)| state != "overdue" && state != "late"), "{decide:?}");
    let readings = program.json(&["clocks", &id, "--as-of", "2014-03-01"]);
    let both: Vec<&Json> = readings
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["clock"] == "ord.implement")
        .map(|one| &one["reading"])
        .collect();
    assert_eq!(both, [&json!("A"), &json!("B")]);
}

#[test]
fn a_day_of_ones_own_moves_a_clock_that_says_so() {
    let program = Program::with_vault();
    let id = new(&program, "data_request", &["received=2025-09-01"]);
    let due = |program: &Program| -> (Json, Json) {
        let told = program.json(&["clocks", &id, "--as-of", "2025-09-05"]);
        let one = told.as_array().unwrap().iter().find(|one| one["clock"] == "arco.answer").unwrap().clone();
        (one["due"].clone(), one["notes"].clone())
    };
    assert_eq!(due(&program), (json!("2025-09-30"), json!([])));
    program.json(&["calendar", "add", "2025-09-10", "--reason", "Oficinas cerradas por inundación"]);
    let (moved, notes) = due(&program);
    assert_eq!(moved, json!("2025-10-01"));
    assert!(notes.to_string().contains("inundación"), "{notes}");
    assert_eq!(program.json(&["calendar", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn an_invented_set_has_something_for_every_family_and_never_meets_the_real() {
    let program = Program::with_vault();
    program.json(&["demo", "--fictional"]);
    let answer = program.json(&["indicators", "--as-of", "2014-03-01", "--by", "state", "--trend", "2013-09-01"]);
    for id in ["I01", "I03", "I04", "I05", "I09", "I12", "I18", "I19", "I35", "I39", "I45"] {
        assert!(of(&answer, id)["own"]["value"].is_number(), "{id}: {}", of(&answer, id)["own"]);
        assert!(!of(&answer, id)["own"]["records"].as_array().unwrap().is_empty(), "{id}");
    }
    let groups = of(&answer, "I01")["groups"].as_array().unwrap();
    let sum: i64 = groups.iter().filter_map(|group| group["figure"]["denominator"].as_i64()).sum();
    assert_eq!(Some(sum), of(&answer, "I01")["own"]["denominator"].as_i64(), "every application has one state");
    assert!(of(&answer, "I01")["before"]["denominator"].as_i64() < of(&answer, "I01")["own"]["denominator"].as_i64());
}

#[test]
fn due_dates_leave_without_names() {
    let program = Program::with_vault();
    let person = new(&program, "person", &["name=Graciela Montesinos"]);
    new(&program, "application", &["received=2013-09-03", "procedure=ordinary", &format!("applicant={person}")]);
    let file = program.path("plazos.ics");
    assert!(program.json(&["ics", "--as-of", "2013-09-05", "--out", &file])["events"].as_u64() > Some(0));
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.contains("DTSTART;VALUE=DATE:20130913"), "{text}");
    assert!(!text.contains("Graciela") && !text.contains("Montesinos"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn what_cannot_be_asked_is_said() {
    let program = Program::with_vault();
    for (arguments, exit, words) in [
        (vec!["indicators", "I51"], 1, "I51"),
        (vec!["indicators", "--as-of", "ayer"], 1, "ayer"),
        (vec!["clocks", "--as-of", "2014-13-01"], 1, "2014-13-01"),
        (vec!["calendar", "add", "2014-02-30", "--reason", "x"], 1, "2014-02-30"),
        (vec!["calendar", "add", "2014-02-03", "--reason", "x", "--law", "LFT"], 1, "LFPA"),
        (vec!["indicators", "I39", "--by", "aggression"], 1, "aggression"),
        (vec!["board", "nada"], 1, "measures"),
        (vec!["clocks", "--state", "vencido"], 2, "--state"),
    ] {
        let answer = program.run(&arguments);
        assert_eq!(answer.code, exit, "{arguments:?}: {}", answer.err);
        assert!(answer.err.contains(words), "{arguments:?}: {}", answer.err);
        assert!(!answer.err.contains(".safe") && !answer.err.contains(".next"), "{}", answer.err);
    }
}

#[test]
fn a_person_reads_articles_dates_and_names_where_a_program_reads_ids() {
    let program = Program::with_vault();
    assert!(program.run(&["calendar", "list"]).out.contains("Ningún día"), "an empty list says that it is empty");
    program.json(&["demo", "--fictional"]);
    let said = |arguments: &[&str], lang: &str| {
        let answer = program.run(&[arguments, &["--lang", lang]].concat());
        assert_eq!(answer.code, 0, "{arguments:?}: {}", answer.err);
        answer.out
    };
    let clocks = said(&["clocks", "--as-of", "2014-03-01"], "es");
    assert!(clocks.contains("vencimiento: 31 mar 2013 · Art. 27-I") && !clocks.contains("ord.study"), "{clocks}");
    let states = clocks.lines().filter(|line| line.contains("Convenios de cooperación")).count();
    assert!(states < 3, "what is the same for many states is one line");
    let english = said(&["clocks", "--as-of", "2014-03-01"], "en");
    assert!(english.contains("due: 31 Mar 2013 · Art. 27-I"), "{english}");
    let groups = said(&["indicators", "I04", "--as-of", "2014-03-01", "--by", "state"], "es");
    assert!(groups.contains("al 1 mar 2014") && groups.contains("    Puebla: 3 de 14"), "{groups}");
    let handed = said(&["handover", "--as-of", "2014-03-01"], "es");
    assert!(handed.contains(" · Art. 27-II · ") && !handed.contains("UTC"), "{handed}");
    let folio = handed.lines().find_map(|line| line.trim().split(" · ").next().filter(|code| code.starts_with("MS-")));
    assert!(said(&["show", folio.unwrap()], "es").contains("FICTICIO/"), "a folio opens its record");
}
