use std::collections::BTreeMap;

use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

use super::{ClockRequest, ToldClock};
use crate::session::Session;

fn fictional(folder: &std::path::Path) -> Session {
    let session = empty(folder);
    session.demo_fictional().unwrap();
    session
}

fn empty(folder: &std::path::Path) -> Session {
    let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
    let cost = KdfCost::with_memory(64 * 1024).unwrap();
    let way_in = WayIn { passphrase, keyfile: None };
    Session::create(&folder.join("v"), &way_in, cost, Lang::Es).unwrap().0
}

fn text(clocks: &[&ToldClock]) -> String {
    serde_json::to_string_pretty(clocks).unwrap()
}

#[test]
fn a_record_alone_tells_of_its_clocks_what_all_records_together_tell_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let session = fictional(folder.path());
    let request = |record: Option<&String>| ClockRequest {
        as_of: Some("2014-02-20".to_owned()),
        record: record.cloned(),
        states: Vec::new(),
    };
    let all = session.clocks(&request(None)).unwrap();
    let mut by_record: BTreeMap<&String, Vec<&ToldClock>> = BTreeMap::new();
    for clock in all.iter().filter(|clock| !clock.record.is_empty()) {
        by_record.entry(&clock.record).or_default().push(clock);
    }
    assert!(by_record.len() > 50, "{}", by_record.len());
    for (record, together) in by_record {
        let alone = session.clocks(&request(Some(record))).unwrap();
        let alone: Vec<&ToldClock> = alone.iter().collect();
        assert_eq!(text(&alone), text(&together), "{record}");
        let page = session.application_page(record, "2014-02-20");
        let Ok(page) = page else { continue };
        let said: Vec<&str> = together.iter().map(|clock| clock.sentence.as_str()).collect();
        for scale in &page.scales {
            assert!(said.contains(&scale.sentence.as_str()), "{record}: {}", scale.sentence);
        }
        let listed = session.record_clocks(record, "2014-02-20").unwrap();
        for line in listed.begun.iter().chain(&listed.open) {
            assert!(said.contains(&line.sentence.as_str()), "{record}: {}", line.sentence);
        }
    }
}

#[test]
fn a_duty_without_a_record_is_told_as_not_recorded_also_in_json() {
    let folder = tempfile::tempdir().unwrap();
    let session = fictional(folder.path());
    let request =
        ClockRequest { as_of: Some("2014-03-01".to_owned()), record: None, states: vec!["overdue".to_owned()] };
    let overdue = session.clocks(&request).unwrap();
    let of_institution = overdue.iter().filter(|clock| clock.record.is_empty());
    for clock in of_institution {
        let json = serde_json::to_value(clock).unwrap();
        assert_eq!(json["recorded"] == false, clock.sentence.starts_with("no consta aquí"), "{json}");
    }
    assert!(overdue.iter().filter(|clock| !clock.record.is_empty()).all(|clock| clock.recorded));
}

#[test]
fn the_institution_alone_tells_what_it_tells_among_all_records() {
    let folders = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let [invented, real] = folders.each_ref().map(|folder| empty(folder.path()));
    invented.demo_fictional().unwrap();
    real.demo().unwrap();
    for session in [invented, real] {
        session.add_non_working("2014-02-10", Some("2014-02-14"), "Oficinas cerradas", None).unwrap();
        let day = "2014-02-20";
        let request = ClockRequest { as_of: Some(day.to_owned()), record: None, states: Vec::new() };
        let all = session.clocks(&request).unwrap();
        let among: Vec<&ToldClock> = all.iter().filter(|clock| clock.record.is_empty()).collect();
        let alone = session.institution_clocks(day.parse().unwrap());
        let alone: Vec<&ToldClock> = alone.iter().map(|(_, clock)| clock).collect();
        assert!(alone.len() > 50, "{}", alone.len());
        assert_eq!(text(&alone), text(&among));
    }
}
