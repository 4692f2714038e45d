//! The Mechanism's boards.

use resguardo_app::boards::{BoardAsk, BoardRow, OneBoard};
use resguardo_app::indicators::Behind;
use resguardo_app::message::Failure;
use resguardo_app::outgoing::Left;
use tauri::State;

use crate::desk::Desk;
use crate::dialogs;

/// A board as of a day.
///
/// # Errors
/// Not a date; no such board; the vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn board(desk: State<'_, Desk>, ask: BoardAsk) -> Result<OneBoard, Failure> {
    desk.with(|session| session.board(&ask))
}

/// More rows of the long section of a board.
///
/// # Errors
/// As [`board`].
#[tauri::command(async)]
#[specta::specta]
pub fn board_rows(desk: State<'_, Desk>, ask: BoardAsk, first: u32, count: u32) -> Result<Vec<BoardRow>, Failure> {
    desk.with(|session| session.board_rows(&ask, first as usize, count as usize))
}

/// The records behind a number of a board.
///
/// # Errors
/// As [`board`].
#[tauri::command(async)]
#[specta::specta]
pub fn board_records(desk: State<'_, Desk>, ask: BoardAsk, which: String) -> Result<Behind, Failure> {
    desk.with(|session| session.board_records(&ask, &which))
}

/// Writes the chart of a section as a picture, and its numbers beside it, where the person says.
///
/// # Errors
/// As [`board`]; a file cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn board_chart_save(desk: State<'_, Desk>, ask: BoardAsk, section: String) -> Result<Option<Left>, Failure> {
    let name = format!("{}.svg", desk.say("boards-picture-name"));
    let Some(place) = dialogs::choose_place(&desk.say("dialog-chart"), &name) else { return Ok(None) };
    desk.with(|session| session.board_chart_save(&ask, &section, &place))
}
