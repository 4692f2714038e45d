use std::sync::Arc;

use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

use super::{BoardAsk, BoardFilter, BoardSection, OneBoard};
use crate::cells::Manner;
use crate::pages::FieldInput;
use crate::session::Session;

/// A vault with the real records, or with the invented ones.
fn session(folder: &std::path::Path, invented: bool) -> Session {
    let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
    let way_in = WayIn { passphrase, keyfile: None };
    let cost = KdfCost::with_memory(64 * 1024).unwrap();
    let session = Session::create(&folder.join("v"), &way_in, cost, Lang::Es).unwrap().0;
    if invented { session.demo_fictional() } else { session.demo() }.unwrap();
    session
}

fn ask(board: &str, as_of: &str) -> BoardAsk {
    BoardAsk { board: board.into(), as_of: as_of.into(), filters: Vec::new() }
}

fn section<'a>(board: &'a OneBoard, id: &str) -> &'a BoardSection {
    board.sections.iter().find(|section| section.id == id).unwrap()
}

#[test]
fn measures_stand_at_the_stage_their_dates_prove_by_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), true);
    let count = |day: &str, stage: Option<&str>| {
        let filter = |value: &str| BoardFilter { field: "@stage".into(), value: value.into() };
        let ask = BoardAsk { filters: stage.map(filter).into_iter().collect(), ..ask("measures", day) };
        section(&session.board(&ask).unwrap(), "measures").total
    };
    let (early, late) = (count("2013-03-01", None), count("2014-03-31", None));
    assert!(0 < early && early < late, "{early} {late}");
    let stages = ["proposed", "asked", "decreed", "in_place", "ended", "withdrawn", "undated"];
    for day in ["2013-03-01", "2013-10-01", "2014-03-31"] {
        let each: usize = stages.iter().map(|stage| count(day, Some(stage))).sum();
        assert_eq!(each, count(day, None), "every measure stands at one stage on {day}");
    }
    assert!(count("2013-10-01", Some("in_place")) < count("2014-03-31", Some("in_place")));
    let board = session.board(&ask("measures", "2013-03-01")).unwrap();
    let measures = section(&board, "measures");
    let place = measures.columns.iter().position(|column| column.label == "En marcha").unwrap();
    let not_yet = measures.rows.iter().filter(|row| row.cells[place].text == "todavía no").count();
    assert!(not_yet > 0, "what came later is not known yet");
}

#[test]
fn every_number_of_a_board_opens_as_many_records_as_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), true);
    for id in super::definition::all().iter().map(|board| board.id.as_str()) {
        let ask = ask(id, "2014-03-31");
        for section in session.board(&ask).unwrap().sections {
            for total in &section.totals {
                for figure in std::iter::once(&total.own).chain(&total.official) {
                    let behind = session.board_records(&ask, &figure.which).unwrap();
                    assert_eq!(behind.rows.len(), figure.records, "{id} {}", figure.which);
                    assert_eq!(behind.label, total.label);
                }
                let told = total.own.big.is_empty() || !total.own.rest.is_empty() || total.own.share.is_none();
                assert!(told, "{}: a number says what it is of", total.label);
            }
            for piece in section.chart.iter().flat_map(|chart| &chart.bars).flat_map(|bar| &bar.pieces) {
                let behind = session.board_records(&ask, &piece.which).unwrap();
                assert!(!behind.rows.is_empty(), "{id} {}", piece.which);
            }
        }
    }
}

#[test]
fn rows_of_a_long_board_come_page_by_page_in_one_order() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), true);
    let ask = ask("measures", "2014-03-31");
    let total = section(&session.board(&ask).unwrap(), "measures").total;
    let mut all = Vec::new();
    for first in (0..total).step_by(40) {
        all.extend(session.board_rows(&ask, first, 40).unwrap().into_iter().map(|row| row.id));
    }
    assert_eq!(all.len(), total);
    all.sort();
    all.dedup();
    assert_eq!(all.len(), total, "no row comes twice");
}

#[test]
fn a_share_of_fewer_than_ten_has_no_percentage_and_names_stay_covered() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), true);
    let board = session.board(&ask("measures", "2013-02-20")).unwrap();
    let measures = section(&board, "measures");
    let few = measures.totals.iter().map(|total| &total.own).filter(|said| said.big.contains(" de "));
    for said in few.filter(|said| said.big.rsplit(' ').next().unwrap().parse::<u32>().unwrap() < 10) {
        assert_eq!(said.rest, "sin porcentaje: menos de 10", "{said:?}");
    }
    let links = measures.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.manner == Manner::Veiled);
    assert!(links.clone().all(|cell| !cell.text.contains("ficticia")), "{:?}", links.collect::<Vec<_>>());
}

#[test]
fn a_board_nobody_knows_and_a_day_that_is_none_are_answered_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), false);
    assert!(session.board(&ask("medidas", "")).is_err());
    assert!(session.board(&ask("measures", "nunca")).is_err());
    let empty = session.board(&ask("measures", "2014-03-01")).unwrap();
    assert_eq!(section(&empty, "measures").total, 0);
    assert!(section(&empty, "measures").first.contains("Registra"));
}

#[test]
fn a_chart_leaves_as_a_picture_with_its_table_and_is_written_down() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), true);
    let file = folder.path().join("compromisos.svg");
    let ask = ask("commitments", "2014-03-14");
    let left = session.board_chart_save(&ask, "commitments", &file).unwrap().unwrap();
    assert_eq!((left.file.as_str(), left.rows), ("compromisos.svg", 10));
    let picture = std::fs::read_to_string(&file).unwrap();
    assert!(picture.contains("Al 14 de marzo de 2014") && picture.contains("Vencido sin constancia"), "{picture}");
    let table = std::fs::read_to_string(folder.path().join("compromisos.table.csv")).unwrap();
    assert!(table.contains("Secretaría ficticia de Gobierno,Cumplido,1"), "{table}");
    let snapshot = session.snapshot();
    assert_eq!(snapshot.rows_of("journal").filter(|row| !row.values("file_name").is_empty()).count(), 1);
    assert!(session.board_chart_save(&ask, "nothing", &file).unwrap().is_none());
}

#[test]
fn what_one_recorded_and_what_others_said_are_never_in_one_fraction() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), false);
    let board = session.board(&ask("resources", "2014-04-15")).unwrap();
    let total = |section: &str, label: &str| {
        let section = self::section(&board, section);
        section.totals.iter().find(|total| total.label.starts_with(label)).unwrap().clone()
    };
    let money = total("fund", "Accesible, de lo asignado");
    assert_eq!(money.own.state, "not_asked");
    let said = money.official.unwrap();
    assert_eq!((said.big.as_str(), said.rest.as_str()), ("0 de 170,000,000", "0\u{a0}%"));
    assert!(money.label.ends_with("en MXN"), "{}", money.label);
    let vacant = total("staff", "Plazas vacantes").official.unwrap();
    assert_eq!((vacant.big.as_str(), vacant.rest.as_str()), ("2", "de un total no dado"));
}

#[test]
fn a_promise_is_overdue_only_after_its_day_and_a_claim_stands_beside_what_opposes_it() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), true);
    let overdue = |day: &str| {
        let filter = BoardFilter { field: "@stage".into(), value: "overdue".into() };
        let ask = BoardAsk { filters: vec![filter], ..ask("commitments", day) };
        section(&session.board(&ask).unwrap(), "commitments").total
    };
    assert_eq!((overdue("2013-07-30"), overdue("2013-07-31"), overdue("2014-03-14")), (0, 1, 3));
    let board = session.board(&ask("concerns", "2014-03-14")).unwrap();
    let against = |section: &str| {
        let section = self::section(&board, section);
        let column = section.columns.iter().position(|column| column.label == "Lo que se le opone").unwrap();
        section.rows.iter().map(|row| row.cells[column].text.clone()).find(|text| !text.is_empty()).unwrap()
    };
    assert_eq!(against("claims"), "Los casos se acumulan sin estudio.");
    assert_eq!(against("concerns"), "Los casos se atienden en el plazo de la ley. «en general»");
}

#[test]
fn who_sits_is_read_from_the_appointments_in_force_on_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), true);
    let sits = |day: &str| {
        let board = session.board(&ask("organs", day)).unwrap();
        let seats = section(&board, "seats");
        let column = seats.columns.iter().position(|column| column.label == "Quién lo ocupa").unwrap();
        let row = seats.rows.iter().find(|row| row.folio == "FIC-L01").unwrap();
        row.cells[column].text.clone()
    };
    assert!(sits("2013-03-01").contains("ficticia 1"), "{}", sits("2013-03-01"));
    assert_eq!(sits("2013-06-12"), "", "between two appointments nobody sits");
    assert!(sits("2014-03-01").contains("ficticia 2"));
    let board = session.board(&ask("organs", "2014-03-14")).unwrap();
    let sessions = section(&board, "sessions");
    let months = sessions.months.as_ref().unwrap();
    let held = months.months.iter().filter(|month| month.state == "held").count();
    assert_eq!((held, months.months.len()), (7, 17));
    let attendance = sessions.attendance.as_ref().unwrap();
    assert_eq!((attendance.sessions.len(), attendance.lines.len()), (7, 6));
    assert!(board.duties.unwrap().next.contains("31 de marzo de 2014"));
}

#[test]
fn a_board_is_counted_once_until_something_is_written_or_shown() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), true);
    let asked = ask("measures", "2014-03-31");
    let told = || session.board_told(&asked, &session.snapshot()).unwrap();
    let (first, again) = (told(), told());
    assert!(Arc::ptr_eq(&first, &again));
    let whole = session.whole_board(&asked).unwrap();
    let measures = section(&whole, "measures");
    assert_eq!(measures.rows.len(), measures.total);
    let withdrawn = FieldInput { field: "withdrawn_on".to_owned(), typed: Some("2014-03-30".to_owned()), values: None };
    session.record_write(&measures.rows[0].id, vec![withdrawn]).unwrap();
    let filter = BoardFilter { field: "@stage".to_owned(), value: "withdrawn".to_owned() };
    let at_stage = BoardAsk { filters: vec![filter], ..asked.clone() };
    assert_eq!(section(&session.board(&at_stage).unwrap(), "measures").total, 1, "what was written is counted");
    assert_eq!(told().board.before, Some("2014-03-30".to_owned()), "its day is a day on which something changed");
    let mut other = session.clone();
    other.lang = Lang::En;
    assert_eq!(other.board(&asked).unwrap().title, "Measures");
}
