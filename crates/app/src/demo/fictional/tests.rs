use std::collections::{BTreeMap, BTreeSet};

use super::*;

fn of(kind: &str) -> Vec<Entry> {
    entries(APPLICATIONS).into_iter().filter(|entry| entry.kind == kind).collect()
}

fn text<'a>(entry: &'a Entry, field: &str) -> &'a str {
    entry.fields.get(field).and_then(Json::as_str).unwrap_or_default()
}

#[test]
fn the_set_is_the_same_every_time() {
    let told = || entries(APPLICATIONS).into_iter().map(|entry| (entry.key, entry.fields)).collect::<Vec<_>>();
    assert_eq!(told(), told());
}

#[test]
fn every_record_says_that_it_is_invented_and_points_to_invented_ones_only() {
    let all = entries(APPLICATIONS);
    let keys: BTreeSet<String> = all.iter().map(|entry| format!("@{}", entry.key)).collect();
    assert_eq!(keys.len(), all.len());
    for entry in &all {
        assert_eq!(entry.fields.get("tags"), Some(&json!([FICTIONAL])), "{}", entry.key);
        assert!(entry.key.starts_with("FIC-"), "{}", entry.key);
        let written = Json::Object(entry.fields.clone()).to_string();
        for named in written.split("\"ref\":\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(keys.contains(named), "{}: {named}", entry.key);
        }
    }
    assert!(of("person").iter().all(|entry| text(entry, "name").ends_with("(persona ficticia)")));
    assert!(of("application").iter().all(|entry| text(entry, "folio").starts_with("FICTICIO/")));
}

#[test]
fn it_has_what_clocks_and_indicators_are_tried_on() {
    let applications = of("application");
    assert_eq!(applications.len(), 150);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in &applications {
        let urgent = text(entry, "procedure") == "extraordinary";
        let hours = text(entry, "received").contains('T');
        for (what, is) in [("extraordinary", urgent), ("with hours", urgent && hours), ("days only", urgent && !hours)]
        {
            *counts.entry(what).or_default() += usize::from(is);
        }
        let steps = entry.fields.get("steps").map(Json::to_string).unwrap_or_default();
        for event in ["risk_study_done", "board_decision", "decision_communicated", "urgent_measures_issued"] {
            *counts.entry(event).or_default() += usize::from(steps.contains(event));
        }
        *counts.entry("partial").or_default() += usize::from(steps.contains("~\""));
        assert!(("2012-11".."2014-04").contains(&text(entry, "received")), "{}", entry.key);
    }
    for (what, least) in [
        ("extraordinary", 30),
        ("with hours", 15),
        ("days only", 2),
        ("risk_study_done", 60),
        ("board_decision", 30),
        ("decision_communicated", 30),
        ("urgent_measures_issued", 25),
        ("partial", 5),
    ] {
        assert!(counts.get(what).is_some_and(|count| *count >= least), "{what}: {counts:?}");
    }
    assert!(counts.get("board_decision").is_some_and(|decided| *decided < 75), "{counts:?}");
    for (kind, least) in [
        ("measure", 90),
        ("measure_assessment", 25),
        ("risk_evaluation", 60),
        ("appeal", 4),
        ("follow_up", 40),
        ("meeting", 7),
        ("staffing", 5),
        ("investigation", 35),
        ("incident", 174),
    ] {
        assert!(of(kind).len() >= least, "{kind}: {}", of(kind).len());
    }
}

#[test]
fn nothing_happens_after_the_end_of_the_story() {
    for entry in entries(APPLICATIONS) {
        for (field, value) in &entry.fields {
            let date = value.as_str().filter(|text| text.len() >= 7 && text.starts_with("201")).unwrap_or("2014-03");
            assert!(date < "2014-04", "{} {field}: {date}", entry.key);
        }
    }
}
