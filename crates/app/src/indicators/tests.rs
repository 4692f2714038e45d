use resguardo_domain::catalogue::Lang;
use resguardo_domain::operation::Status;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

use super::IndicatorRequest;
use super::KeptFacts;
use super::board::{Board, BoardLine, FigureSaid};
use super::states::{StateLine, States};
use crate::clocks::{ClockRequest, KeptSubjects};
use crate::fields::FieldDraft;
use crate::lists::ListRequest;
use crate::records::Assignment;
use crate::session::Session;

/// A vault with the demonstration.
fn session(folder: &std::path::Path) -> Session {
    let session = empty(folder);
    session.demo().unwrap();
    session
}

fn empty(folder: &std::path::Path) -> Session {
    let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
    let way_in = WayIn { passphrase, keyfile: None };
    let cost = KdfCost::with_memory(64 * 1024).unwrap();
    Session::create(&folder.join("v"), &way_in, cost, Lang::Es).unwrap().0
}

fn line<'a>(board: &'a Board, id: &str) -> &'a BoardLine {
    board.families.iter().flat_map(|family| &family.lines).find(|line| line.id == id).unwrap()
}

fn state<'a>(states: &'a States, code: &str) -> &'a StateLine {
    states.states.iter().find(|state| state.code == code).unwrap()
}

#[test]
fn the_board_tells_every_indicator_with_its_denominator_and_its_reason_for_none() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let board = session.indicator_board("14 mar 2014").unwrap();
    assert_eq!((board.as_of.as_str(), board.as_of_said.as_str()), ("2014-03-14", "14 de marzo de 2014"));
    assert_eq!(board.families.iter().map(|family| family.lines.len()).sum::<usize>(), 50);
    let published = |id: &str| line(&board, id).official.first().cloned().unwrap_or_default();
    let check =
        |said: FigureSaid, big: &str, rest: &str| assert_eq!((said.big.as_str(), said.rest.as_str()), (big, rest));
    check(published("I01"), "37 de 131", "28.2\u{a0}%");
    check(published("I31"), "31 de 32", "96.9\u{a0}%");
    check(published("I20"), "2", "de un total no dado");
    check(published("I02"), "94", "");
    // Nothing recorded is not zero.
    for id in ["I02", "I39", "I48"] {
        check(line(&board, id).own.clone(), "", "Nada registrado");
    }
    for line in board.families.iter().flat_map(|family| &family.lines) {
        assert!(!line.basis.starts_with("indicators-"), "{} has no words", line.id);
        for said in line.official.iter().chain([&line.own]) {
            assert!(!said.big.is_empty() || !said.rest.is_empty(), "{} says nothing", line.id);
            assert_eq!(said.state == "told", !said.big.is_empty(), "{}: {said:?}", line.id);
        }
    }
    assert_eq!(board.concerns.items.len(), 5);
}

#[test]
fn a_day_is_read_as_it_is_typed_and_what_came_later_is_not_told() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let day = |typed: &str| session.indicator_board(typed).map(|board| board.as_of);
    assert_eq!(day("febrero de 2014").unwrap(), "2014-02-28");
    assert!(day("nunca").is_err());
    let early = session.indicator_board("2011-12-31").unwrap();
    assert!(line(&early, "I01").official.is_empty());
    let before = session.indicator_board("2014-03-14").unwrap().before.unwrap();
    assert!(before.as_str() < "2014-03-14", "{before}");
}

#[test]
fn the_records_behind_a_number_are_those_it_was_counted_of() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let behind = session.indicator_records("I01", "official-0", "2014-03-14").unwrap();
    assert_eq!((behind.rows.len(), behind.sentence.as_str()), (2, "2 registros"));
    assert!(behind.rows.iter().all(|row| row.kind == "official_figure"));
    assert!(session.indicator_records("I99", "own", "2014-03-14").is_err());
}

#[test]
fn the_map_says_who_published_it_and_names_entities_as_of_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let states = session.indicator_states("conventions", "2014-03-01").unwrap();
    assert_eq!((states.states.len(), states.official), (32, true));
    assert!(states.sentence.starts_with("31 de 32 entidades"), "{}", states.sentence);
    let capital = state(&states, "09");
    assert_eq!((capital.name.as_str(), capital.short.as_str(), capital.fill), ("Distrito Federal", "DF", "care"));
    assert_eq!((state(&states, "20").fill, state(&states, "20").records), ("q2", 0));
    let count = |fill: &str| states.legend.iter().find(|step| step.fill == fill).unwrap().count;
    assert_eq!((count("q2"), count("care"), count("none"), count("blank")), (31, 1, 0, 0));
    let later = session.indicator_states("acts", "2016-01-29").unwrap();
    assert_eq!((state(&later, "09").name.as_str(), state(&later, "09").short.as_str()), ("Ciudad de México", "CDMX"));
    assert!(later.states.iter().all(|state| state.fill == "none" && state.records == 0));
    let earlier = session.indicator_states("conventions", "2012-01-01").unwrap();
    assert!(earlier.states.iter().all(|state| state.fill == "blank"), "nothing was published yet");
}

/// What the same session says with nothing kept.
fn afresh(session: &Session) -> Session {
    let mut afresh = session.clone();
    (afresh.facts, afresh.subjects) = (KeptFacts::default(), KeptSubjects::default());
    afresh
}

fn told(session: &Session) -> String {
    let figures = |as_of: &str| {
        let request = IndicatorRequest { as_of: Some(as_of.to_owned()), ..IndicatorRequest::default() };
        serde_json::to_string(&session.indicators(&request).unwrap()).unwrap()
    };
    let clocks = ClockRequest { as_of: Some("2014-03-01".to_owned()), ..ClockRequest::default() };
    let clocks = serde_json::to_string(&session.clocks(&clocks).unwrap()).unwrap();
    let snapshot = session.snapshot();
    let day = "2014-03-01".parse().unwrap();
    let mut pressing = session.subjects(&snapshot).pressing(day, |_| true);
    pressing.sort_unstable();
    format!("{} {} {clocks} {pressing:?}", figures("2014-03-01"), figures("2013-06-01"))
}

#[test]
fn a_figure_kept_is_the_figure_counted_again() {
    let folder = tempfile::tempdir().unwrap();
    let session = empty(folder.path());
    session.demo_invented(12).unwrap();
    let of = |kind: &str| {
        let listed = session.list(&ListRequest { kind: kind.to_owned(), ..ListRequest::default() }).unwrap();
        listed.items.into_iter().map(|item| item.id).collect::<Vec<_>>()
    };
    let (applications, measures, studies) = (of("application"), of("measure"), of("risk_evaluation"));
    let text = |field: &str, text: &str| Assignment::Text { field: field.to_owned(), text: text.to_owned() };
    let mut before = told(&session);
    assert!(before == told(&afresh(&session)));
    let changes: [&dyn Fn(); 8] = [
        &|| drop(session.edit_record(&studies[0], &[text("date", "2013-01-15")]).unwrap()),
        &|| drop(session.edit_record(&applications[3], &[text("received", "2012-11-20")]).unwrap()),
        &|| session.set_status(&measures[0], Status::Binned).map(drop).unwrap(),
        &|| drop(session.edit_record(&measures[1], &[text("application", &applications[0])]).unwrap()),
        &|| {
            drop(
                session
                    .create_record("meeting", &[text("date", "2013-02-01"), text("type", "board_ordinary")])
                    .unwrap(),
            )
        },
        &|| drop(session.add_non_working("2013-01-02", Some("2013-12-20"), "Cerrado", None).unwrap()),
        &|| drop(session.merge(&applications[5], &applications[6]).unwrap()),
        &|| session.set_status(&applications[0], Status::Binned).map(drop).unwrap(),
    ];
    for (number, change) in changes.iter().enumerate() {
        change();
        let now = told(&session);
        assert!(now == told(&afresh(&session)), "after change {number}");
        assert!(now != before, "change {number} changes nothing");
        before = now;
    }
}

#[test]
fn the_dashboard_counts_concerns_as_their_board_does_and_tells_each_thing_once() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let concerns = session.indicator_board("2014-04-15").unwrap().concerns;
    let ask =
        crate::boards::BoardAsk { board: "concerns".to_owned(), as_of: "2014-04-15".to_owned(), filters: Vec::new() };
    let total = session.board(&ask).unwrap().sections[0].totals[0].own.big.clone();
    assert_eq!((concerns.count.as_str(), total.as_str()), ("32 de 33", "32 de 33"));
    let topics: std::collections::BTreeSet<&str> = concerns.items.iter().map(|one| one.topic.as_str()).collect();
    assert_eq!(topics.len(), concerns.items.len(), "{:?}", concerns.items);
    assert!(concerns.items[0].under.ends_with("otra voz"), "{:?}", concerns.items[0]);
}

#[test]
fn a_figure_is_taken_apart_as_the_command_line_does_and_each_part_opens_its_records() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = empty(folder.path());
    session.demo_fictional().unwrap();
    let draft = FieldDraft {
        kind: "application".to_owned(),
        name: "Vía de llegada".to_owned(),
        holds: "choice".to_owned(),
        terms: vec!["Espacio OSC".to_owned()],
        ..FieldDraft::default()
    };
    let own = session.add_field(&draft).unwrap().id;
    session.follow();
    let choices = session.indicator_parts("I01", "", "2014-03-14").unwrap();
    assert!(choices.rows.is_empty() && choices.choices.iter().any(|choice| choice.id == "sex"));
    assert!(choices.choices.iter().any(|choice| choice.id == own && choice.label == "Vía de llegada"));
    let parts = session.indicator_parts("I01", "state", "2014-03-14").unwrap().rows;
    let request = IndicatorRequest {
        as_of: Some("2014-03-14".to_owned()),
        by: Some("state".to_owned()),
        id: Some("I01".to_owned()),
        ..IndicatorRequest::default()
    };
    let told = session.indicators(&request).unwrap().indicators.remove(0);
    assert_eq!(parts.len(), told.groups.len());
    let figure = |label: &str| &told.groups.iter().find(|group| group.label == label).unwrap().figure;
    let mut whole = 0;
    for part in &parts {
        let figure = figure(&part.label);
        let under = figure.denominator.unwrap();
        whole += under;
        assert_eq!(part.under, under.to_string());
        assert_eq!(part.value.starts_with("sin porcentaje"), under < 10, "{part:?}");
        let behind = session.indicator_records("I01", &part.which, "2014-03-14").unwrap();
        assert_eq!(behind.rows.len(), figure.records.len());
        assert!(behind.sentence.starts_with(&part.label), "{}", behind.sentence);
    }
    assert_eq!(whole, told.own.denominator.unwrap());
    assert!(parts.iter().any(|part| part.label == "Distrito Federal"), "named as of the day");
    let none = session.indicator_parts("I01", &own, "2014-03-14").unwrap().rows;
    assert_eq!(none.iter().map(|part| part.label.as_str()).collect::<Vec<_>>(), ["sin registrar"]);
}

#[test]
fn half_years_and_the_map_leave_as_pictures_with_small_counts_covered_and_are_written_down() {
    let folder = tempfile::tempdir().unwrap();
    let session = empty(folder.path());
    session.demo_fictional().unwrap();
    let file = folder.path().join("estudio.svg");
    let left = session.indicator_trend_save("I03", "2014-03-14", &file).unwrap().unwrap();
    assert!(left.rows > 100, "{left:?}");
    let picture = std::fs::read_to_string(&file).unwrap();
    assert!(picture.contains("Al 14 de marzo de 2014") && picture.contains("mar 2014"), "{picture}");
    let table = std::fs::read_to_string(folder.path().join("estudio.table.csv")).unwrap();
    assert_eq!(table.lines().count(), 5, "{table}");
    let map = folder.path().join("mapa.svg");
    session.indicator_states_save("acts", "2012-12-31", &map).unwrap();
    let states = session.indicator_states("acts", "2012-12-31").unwrap();
    let few: Vec<&StateLine> = states.states.iter().filter(|state| state.fill == "hatch").collect();
    assert!(!few.is_empty(), "the set has small counts");
    let table = std::fs::read_to_string(folder.path().join("mapa.table.csv")).unwrap();
    assert_eq!(table.lines().count(), 34, "{table}");
    for state in few {
        assert!(table.contains(&format!("{},{},1 a 4", state.code, state.name)), "{table}");
    }
    let picture = std::fs::read_to_string(&map).unwrap();
    assert!(picture.contains("CC BY 4.0") && picture.matches("<path").count() >= 64, "both maps have every entity");
    let snapshot = session.snapshot();
    assert_eq!(snapshot.rows_of("journal").filter(|row| !row.values("file_name").is_empty()).count(), 2);
}
