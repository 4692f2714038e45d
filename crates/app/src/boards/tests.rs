use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

use super::{BoardAsk, BoardFilter, BoardSection, OneBoard};
use crate::cells::Manner;
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
