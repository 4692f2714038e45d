//! Each state, each unit and each thing that must never be said.

use std::collections::BTreeSet;

use resguardo_mechanism::clock::{Circumstances, Note, Of, Path, Proof, Standing, State, Subject, SubjectKind, Why};
use resguardo_mechanism::procedure::{Owed, OwnDay, Procedures, Unit};

use crate::scene::{Scene, changed, day, event, told};

/// One stage of one line, as of a day: each clock told, joined by ` | `.
fn check(stage: &str, line: &str, as_of: &str, expected: &str) {
    let law = Procedures::builtin();
    let scene = Scene::new(law, stage, line);
    let found: Vec<String> = scene.clocks(law, stage, as_of).iter().map(told).collect();
    assert_eq!(found.join(" | "), expected, "{stage}: {line}, {as_of}");
}

#[test]
fn a_study_runs_is_met_late_or_overdue() {
    let filed = "application_submitted 2013-09-03";
    check("ord.study", filed, "2013-09-03", "running 2013-09-13 240");
    check("ord.study", filed, "2013-09-13", "running 2013-09-13 0");
    check("ord.study", filed, "2013-09-14", "overdue 2013-09-13 -24");
    check("ord.study", filed, "2014-02-28", "overdue 2013-09-13 -4032");
    let done = "application_submitted 2013-09-03; risk_study_done 2014-02-28";
    check("ord.study", done, "2014-02-28", "late 2013-09-13 -4032");
    check("ord.study", done, "2014-02-27", "overdue 2013-09-13 -4008");
    check("ord.study", done, "2013-09-02", "unknown — —");
    check(
        "ord.study",
        "application_submitted 2013-09-03; risk_study_done 2013-09-10",
        "2014-01-01",
        "met 2013-09-13 72",
    );
    check("ord.study", "risk_study_done 2014-02-28", "2014-03-01", "unknown — —");
    check("ord.study", "application_submitted 2012-06-25", "2013-01-01", "not_applicable — —");
}

#[test]
fn partial_dates_give_an_interval_or_no_answer() {
    let month = "application_submitted 2014-01; risk_study_done 2014-02-20";
    check("ord.study", month, "2014-03-01", "late 2014-01-11/2014-02-10 -960..-240");
    check(
        "ord.study",
        "application_submitted 2014-01; risk_study_done 2014-02-05",
        "2014-03-01",
        "unknown 2014-01-11/2014-02-10 -600..120",
    );
    check(
        "ord.study",
        "application_submitted 2014-01-10; risk_study_done 2014-01",
        "2014-03-01",
        "unknown 2014-01-20 -264..240",
    );
    check("ord.study", "application_submitted 2014-01", "2014-01-05", "running 2014-01-11/2014-01-15 144..240");
    check("ord.study", "application_submitted 2013/..", "2014-03-01", "unknown — —");
    check(
        "ord.study",
        "application_submitted 2014-01-10; risk_study_done 2014-01-15/2014-01-18",
        "2014-03-01",
        "met 2014-01-20 48..120",
    );
    check(
        "ord.study",
        "application_submitted 2014-01-10; risk_study_done 2014-01-15/2014-01-18",
        "2014-01-16",
        "unknown 2014-01-20 96..120",
    );
}

#[test]
fn hours_run_from_moment_to_moment() {
    let issued = "application_submitted 2014-01-26T09:00; urgent_measures_issued 2014-01-26T11:30";
    check("ext.issue", issued, "2014-01-26", "met 2014-01-26T12:00-06:00 0.5");
    check(
        "ext.issue",
        "application_submitted 2014-01-26T09:00",
        "2014-01-26T11:00",
        "running 2014-01-26T12:00-06:00 1",
    );
    check(
        "ext.issue",
        "application_submitted 2014-01-26T09:00",
        "2014-01-26T13:00",
        "overdue 2014-01-26T12:00-06:00 -1",
    );
    check(
        "ext.issue",
        "application_submitted 2014-01-26; urgent_measures_issued 2014-01-28",
        "2014-02-01",
        "late 2014-01-26T03:00-06:00/2014-01-27T02:59-06:00 -68.98..-21.02",
    );
    check(
        "ext.issue",
        "application_submitted 2014-01-26; urgent_measures_issued 2014-01-26",
        "2014-02-01",
        "unknown 2014-01-26T03:00-06:00/2014-01-27T02:59-06:00 -20.98..3",
    );
    // The clock went forward on 6 April 2014 at two; an offset that is written wins over the zone.
    check(
        "ext.issue",
        "application_submitted 2014-04-06T01:00; urgent_measures_issued 2014-04-06T05:00",
        "2014-05-01",
        "met 2014-04-06T05:00-05:00 0",
    );
    check(
        "ext.issue",
        "application_submitted 2014-04-06T01:00-08:00; urgent_measures_issued 2014-04-06T05:00-08:00",
        "2014-05-01",
        "late 2014-04-06T04:00-08:00 -1",
    );
    check(
        "ext.issue",
        "application_submitted 2014-01-26T09:00-08:00; urgent_measures_issued 2014-01-26T12:00-06:00",
        "2014-05-01",
        "met 2014-01-26T12:00-08:00 2",
    );
    // No seasonal time since 30 October 2022.
    check(
        "ext.issue",
        "application_submitted 2023-07-01T09:00",
        "2023-07-01T09:30",
        "running 2023-07-01T12:00-06:00 2.5",
    );
    check(
        "ext.implement",
        "application_submitted 2014-01-26T09:00; urgent_measures_issued 2014-01-26T11:30; urgent_measures_implemented 2014-01-26T19:00",
        "2014-02-01",
        "met 2014-01-26T20:30-06:00 1.5 | late 2014-01-26T18:00-06:00 -1",
    );
}

#[test]
fn what_has_no_limit_is_never_overdue() {
    let law = Procedures::builtin();
    let decided = "application_submitted 2014-01-26; measures_defined 2014-02-03";
    check("ord.decide", decided, "2020-01-01", "running — —");
    let scene = Scene::new(law, "ord.decide", decided);
    let clocks = scene.clocks(law, "ord.decide", "2014-04-28");
    assert_eq!(clocks[0].beside.as_ref().unwrap().standing, Standing::Within);
    let clocks = scene.clocks(law, "ord.decide", "2014-04-29");
    assert_eq!(clocks[0].beside.as_ref().unwrap().standing, Standing::Beyond);
    assert_eq!(clocks[0].state, State::Running);
    assert!(!clocks[0].beside.as_ref().unwrap().limit.wording.es.contains("vencid"));
    for stage in law.stages().filter(|stage| !stage.limit.unit.binds()) {
        assert!(stage.limit.value.is_none_or(|value| value == 0), "{}", stage.id);
    }
}

#[test]
fn a_term_stops_when_the_path_ends() {
    check(
        "ord.study",
        "application_submitted 2014-01-10; application_not_admitted 2014-01-15",
        "2014-03-01",
        "stopped 2014-01-20 120",
    );
    check(
        "ord.study",
        "application_submitted 2014-01-10; beneficiary_leaves 2014-02-19",
        "2014-03-01",
        "stopped 2014-01-20 -720",
    );
    check(
        "ord.study",
        "application_submitted 2014-01-10; risk_study_done 2014-01-18; beneficiary_leaves 2014-02-19",
        "2014-03-01",
        "met 2014-01-20 48",
    );
    check(
        "ord.study",
        "application_submitted 2014-01-10; beneficiary_leaves 2014-02-19",
        "2014-02-01",
        "overdue 2014-01-20 -288",
    );
}

#[test]
fn a_session_counts_backward_and_forward() {
    let sent = "measures_defined 2014-03-01; file_sent_to_board 2014-03-06; *board_session_held 2014-03-10";
    check("ord.to_board", sent, "2014-04-01", "late 2014-03-05 -24");
    let open = "measures_defined 2014-03-08; *board_session_held 2014-03-10; *board_session_held 2014-04-07";
    check("ord.to_board", open, "2014-03-20", "running 2014-04-02 312");
    check("ord.to_board", "measures_defined 2014-03-08", "2014-03-20", "unknown — —");
    let lost = "council_resolution 2014-03-01; *board_session_held 2014-02-10; *board_session_held 2014-03-10";
    check("apo.resolve", lost, "2014-03-12", "overdue 2014-03-10 -48");
    check("apo.resolve", &format!("{lost}; appeal_resolved 2014-03-10"), "2014-03-12", "met 2014-03-10 0");
}

#[test]
fn every_month_and_year_is_a_clock_of_its_own() {
    let held = "board_session_held 2013-01-15; board_session_held 2013-03-10; document_published 2013-05-02 {document_kind=annual_situation_report}";
    let law = Procedures::builtin();
    let scene = Scene::new(law, "org.board_session", held);
    let clocks = scene.clocks(law, "org.board_session", "2013-04-10");
    let states: Vec<&str> = clocks.iter().map(|clock| clock.state.id()).collect();
    assert_eq!(states, ["unknown"; 6].iter().chain(&["met", "overdue", "met", "running"]).copied().collect::<Vec<_>>());
    assert!(matches!(clocks[0].of, Some(Of::Period { first, .. }) if first.to_string() == "2012-07-01"));
    check("org.annual_situation", held, "2014-02-01", "met 2013-12-31 — | running 2014-12-31 7992");
    check(
        "org.budget",
        "document_published 2021-09-08 {document_kind=budget_provision,by=segob}",
        "2022-02-01",
        "met 2021-12-31 — | running 2022-12-31 7992",
    );
}

#[test]
fn conventions_have_a_clock_for_each_state() {
    let law = Procedures::builtin();
    let mut line = "entry_into_force 2012-06-26! {document_kind=law_decree_2012}".to_owned();
    for state in 1..=31 {
        line.push_str(&format!(
            "; convention_signed 2012-11-30 {{document_kind=state_convention,federal_entity={state:02}}}"
        ));
    }
    let scene = Scene::new(law, "tra.conventions", &line);
    let clocks = scene.clocks(law, "tra.conventions", "2014-03-01");
    assert_eq!(clocks.len(), 32);
    let open: Vec<_> = clocks.iter().filter(|clock| clock.state.id() != "met").collect();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].of, Some(Of::Value { key: "federal_entity", value: "32" }));
    assert_eq!(told(open[0]), format!("overdue 2012-12-26 {}", -430 * 24));
    assert_eq!((open[0].proof, open[0].stage.article.as_str()), (Proof::Documented, "T. Décimo (Art. 46)"));
}

#[test]
fn the_mechanism_stands_with_the_last_of_its_organs() {
    let force = "entry_into_force 2012-06-26 {document_kind=law_decree_2012}; organ_installed 2012-11-12 {organ=junta_gobierno,installation=definitive}; organ_installed 2012-10-30 {organ=consejo_consultivo}";
    check("tra.mechanism", force, "2012-11-12", "overdue 2012-10-26 -408");
    check(
        "tra.mechanism",
        &format!("{force}; organ_installed 2012-11-20 {{organ=cen}}"),
        "2013-01-01",
        "late 2012-10-26 -600",
    );
    check(
        "tra.fund",
        "entry_into_force 2012-06-26 {document_kind=law_decree_2012}",
        "2013-01-01",
        "overdue 2012-09-26 -2328",
    );
    let repealed = "entry_into_force 2020-11-07 {document_kind=fund_repeal_decree_2020}";
    check("t20.extinction", repealed, "2021-07-14", "overdue 2021-06-30 -336");
    check(
        "tra.first_terms",
        "appointment_start 2012-10-19 {organ=consejo_consultivo,role=councillor,installation=first,seat=a}",
        "2015-10-19",
        "unknown 2014-10-19/2016-10-19 -8760..8784",
    );
}

#[test]
fn a_prohibition_shows_each_time_and_is_never_overdue() {
    let law = Procedures::builtin();
    let line = "entry_into_force 2020-11-07 {document_kind=fund_repeal_decree_2020}; trust_commitment_made 2021-01-10 {organ=fideicomiso}; trust_commitment_made 2021-02-10 {organ=fideicomiso}";
    let scene = Scene::new(law, "t20.no_new_commitments", line);
    let clocks = scene.clocks(law, "t20.no_new_commitments", "2021-01-31");
    assert_eq!(told(&clocks[0]), "running — —");
    assert_eq!(clocks[0].notes.iter().filter(|note| matches!(note, Note::Contrary(_))).count(), 1);
}

#[test]
fn an_event_about_something_else_does_not_count() {
    let review = "review_requested 2014-02-01; board_decision 2014-02-10 {decision_on=application}";
    check("fol.review", review, "2014-03-01", "running — —");
    check(
        "fol.review",
        &format!("{review}; board_decision 2014-02-20 {{decision_on=review}}"),
        "2014-03-01",
        "met — —",
    );
    check("ape.file", "decision_notified 2014-02-01", "2014-03-01", "unknown — —");
    check("ape.file", "decision_notified 2014-02-01 {by=urcrr}", "2014-02-05", "running 2014-02-11 144");
    check("apo.file", "decision_notified 2014-02-01 {by=urcrr}", "2014-02-05", "running 2014-03-03 624");
    let measures = "board_decision 2014-02-12; measure_agreed 2014-02-12 {measure=a}; measure_agreed 2014-02-12 {measure=b}; measure_implemented 2014-03-01 {measure=a}";
    check(
        "ord.implement",
        measures,
        "2014-03-20",
        "met 2014-03-14 312 | overdue 2014-03-14 -144 | unknown — — | unknown — —",
    );
}

#[test]
fn a_decision_starts_the_terms_of_its_own_measures() {
    let told = "board_decision 2014-02-12 {measure=a}; board_decision 2014-02-12 {measure=b}; board_decision 2014-06-10 {measure=c}; measure_implemented 2014-03-01 {measure=a}; measure_implemented 2014-07-01 {measure=c}";
    check(
        "ord.implement",
        told,
        "2014-08-01",
        "met 2014-03-14 312 | overdue 2014-03-14 -3360 | met 2014-07-10 216 | unknown — — | unknown — — | unknown — —",
    );
    // One decision told twice is one decision.
    check(
        "ord.communicate",
        &told.replace("12 {", "12T10:00 {").replace("10 {", "10T10:00 {"),
        "2014-02-13",
        "running 2014-02-15T10:00-06:00 34.02",
    );
    check(
        "ord.implement",
        "board_decision 2014-02-12 {outcome=decided_denied}",
        "2014-08-01",
        "not_applicable — — | not_applicable — —",
    );
    check(
        "ord.implement",
        "board_decision 2014-02-12; board_decision 2014-06-10 {decision_on=review}; measure_implemented 2014-03-01",
        "2014-08-01",
        "met 2014-03-14 312 | unknown — —",
    );
}

#[test]
fn another_path_and_what_is_not_recorded_are_not_applicable() {
    let law = Procedures::builtin();
    let filed = vec![event(law, "application_submitted", "2014-01-26T09:00")];
    let subject = Subject::new(SubjectKind::Application, Path::Ordinary, filed);
    let clocks = Circumstances::on(law, day("2014-02-01")).clocks(&subject);
    let state = |stage: &str| clocks.iter().find(|clock| clock.stage.id == stage).unwrap().state;
    assert_eq!(state("ext.issue"), State::NotApplicable(Why::OtherPath));
    assert_eq!(state("intake.wrong_office"), State::NotApplicable(Why::ConditionNotRecorded));
    assert_eq!(state("intake.prevention"), State::NotApplicable(Why::ConditionNotRecorded));
    assert_eq!(state("ord.study").id(), "running");
}

#[test]
fn an_amparo_against_a_grave_act_lapses_never() {
    let grave = "act_known 2026-09-02 {case=grave_act}; amparo_filed 2026-12-01 {case=grave_act}";
    check("amp.file", grave, "2027-01-01", "not_applicable — —");
    check("amp.file_grave", grave, "2027-01-01", "met — —");
    check("amp.first_order", grave, "2027-01-01", "not_applicable — — | not_applicable — —");
    check("amp.first_order_grave", grave, "2027-01-01", "running — —");
    let other = "act_known 2026-09-02 {case=other}; amparo_filed 2026-09-28 {case=other}";
    check("amp.file", other, "2027-01-01", "late 2026-09-25 -72");
    check("amp.file_grave", other, "2027-01-01", "not_applicable — —");
    check("amp.file", "act_notified 2026-09-02 {exception=LAMP 17-I}", "2026-09-02", "running 2026-10-19 1128");
}

#[test]
fn the_first_office_s_receipt_is_the_filing_date() {
    let line = "filed_wrong_office 2014-01-10; application_referred 2014-01-20; application_submitted 2014-01-20T09:00";
    check("ord.study", line, "2014-01-22", "overdue 2014-01-20 -48");
    check("ext.issue", line, "2014-01-20T10:00", "running 2014-01-20T12:00-06:00 2");
}

#[test]
fn a_term_that_stood_still_shows_both_dates() {
    let law = Procedures::builtin();
    let line = "application_submitted 2014-01-13; missing_info_requested 2014-01-16; missing_info_cured 2014-01-21";
    let scene = Scene::new(law, "ord.study", line);
    let clock = &scene.clocks(law, "ord.study", "2014-02-01")[0];
    assert_eq!(told(clock), "overdue 2014-01-23 -216");
    // From Thursday the 16th to Wednesday the 22nd, when it goes on: six days.
    assert_eq!(clock.due_if_suspended.unwrap().text(), "2014-01-29");
    let late = Scene::new(law, "ord.study", "application_submitted 2014-01-13; missing_info_requested 2014-01-20");
    assert_eq!(late.clocks(law, "ord.study", "2014-02-01")[0].due_if_suspended, None);
    let order = |proof: &str| {
        format!("foi_request_filed 2025-09-01; terms_suspended 2025-09-08{proof}; terms_resumed 2025-09-10")
    };
    for (proof, expected) in [("!", Some("2025-10-03")), ("", None)] {
        let scene = Scene::new(law, "foi.answer", &order(proof));
        let clock = &scene.clocks(law, "foi.answer", "2025-09-20")[0];
        assert_eq!(clock.due_if_suspended.map(|due| due.text()).as_deref(), expected);
    }
}

#[test]
fn an_extension_counts_once_it_is_granted_with_its_document() {
    check(
        "foi.answer",
        "foi_request_filed 2025-09-01; term_extended 2025-09-20",
        "2025-10-10",
        "overdue 2025-09-30 -240",
    );
    check(
        "foi.answer",
        "foi_request_filed 2025-09-01; term_extended 2025-09-20!",
        "2025-10-10",
        "running 2025-10-14 96",
    );
    check(
        "foi.answer",
        "foi_request_filed 2025-09-01; term_extended 2025-10-05!",
        "2025-10-10",
        "overdue 2025-09-30 -240",
    );
}

#[test]
fn own_days_move_working_days_and_every_clock_says_so() {
    let law = Procedures::builtin();
    let own = [OwnDay {
        from: "2025-09-22".parse().unwrap(),
        to: "2025-09-23".parse().unwrap(),
        law: Some("LFPA".to_owned()),
        reason: "the office closed".to_owned(),
    }];
    let scene = Scene::new(law, "arco.answer", "arco_request_received 2025-09-01");
    let seen = Circumstances::on(law, day("2025-09-10")).with_own_days(&own);
    let clocks = seen.clocks(&scene.subject);
    assert_eq!(told(&clocks[0]), "running 2025-10-02 528");
    assert!(clocks[0].notes.iter().any(|note| matches!(note, Note::OwnDay(day) if day.reason == "the office closed")));
    let before = changed(&[("\"from\": \"2025-03-21\"", "\"from\": \"1990-01-01\"")]);
    let scene = Scene::new(&before, "foi.answer", "foi_request_filed 1994-03-01");
    let clocks = scene.clocks(&before, "foi.answer", "1994-03-02");
    assert!(clocks[0].notes.iter().any(|note| matches!(note, Note::CalendarNotHeld(_))));
}

#[test]
fn a_changed_file_moves_the_clocks() {
    let longer = changed(&[(
        "\"clock_end\": \"risk_study_done\",\n          \"limit\": {\"value\": 10,",
        "\"clock_end\": \"risk_study_done\",\n          \"limit\": {\"value\": 20,",
    )]);
    let scene = Scene::new(&longer, "ord.study", "application_submitted 2013-09-03");
    assert_eq!(told(&scene.clocks(&longer, "ord.study", "2013-09-03")[0]), "running 2013-09-23 480");
}

#[test]
fn a_reform_rules_from_its_own_day() {
    let reform = r#"{"law": "mx-2030", "es": "Reforma", "en": "Reform", "procedures": [{"id": "ordinary", "es": "Procedimiento ordinario",
        "en": "Ordinary procedure", "articles": "27", "subject": "application", "stages": [{"id": "ord.study", "es": "Estudio",
        "en": "Study", "article": "27-I (2030)", "quote_es": "cinco días", "responsible": "uer", "clock_start": "application_submitted",
        "clock_end": "risk_study_done", "limit": {"value": 5, "unit": "calendar_days"}, "valid": {"from": "2030-01-01", "to": null}}]}]}"#;
    let files = Procedures::files().chain([("mx-2030", reform)]);
    let law = Procedures::from_files(files).unwrap();
    for (filed, article, expected) in
        [("2029-12-31", "27-I", "running 2030-01-10 216"), ("2030-01-01", "27-I (2030)", "running 2030-01-06 120")]
    {
        let scene = Scene::new(&law, "ord.study", &format!("application_submitted {filed}"));
        let clocks = scene.clocks(&law, "ord.study", "2030-01-01");
        assert_eq!(clocks.len(), 1, "{filed}");
        assert_eq!((clocks[0].stage.article.as_str(), told(&clocks[0]).as_str()), (article, expected));
    }
    // What stops the procedure is kept though the reform does not repeat it.
    let line = "application_submitted 2030-01-01; application_not_admitted 2030-01-03";
    let scene = Scene::new(&law, "ord.study", line);
    assert_eq!(scene.clocks(&law, "ord.study", "2030-02-01")[0].state.id(), "stopped");
}

#[test]
fn the_data_hold_together() {
    let law = Procedures::builtin();
    assert_eq!(law.stages().count(), 118);
    assert_eq!((law.events().len(), law.tables().len()), (138, 3));
    let ids: BTreeSet<&str> = law.stages().map(|stage| stage.id.as_str()).collect();
    assert_eq!(ids.len(), 118);
    for stage in law.stages() {
        assert!(!stage.label.es.is_empty() && !stage.label.en.is_empty() && !stage.quote.is_empty(), "{}", stage.id);
        assert!(stage.notes.iter().chain(&stage.condition).all(|note| note.es != note.en), "{}", stage.id);
        assert!(stage.joint_with.iter().all(|other| ids.contains(other.as_str())), "{}", stage.id);
        let person = ["peticionario", "beneficiario", "quejoso"].contains(&stage.responsible.as_str());
        assert!(!person || stage.owed == Owed::Right, "{}", stage.id);
        assert!(stage.limit.unit != Unit::WorkingDays || stage.limit.calendar.is_some(), "{}", stage.id);
    }
    for event in law.events() {
        assert!(!event.proof.es.is_empty() && !event.proof.en.is_empty(), "{}", event.id);
    }
}
