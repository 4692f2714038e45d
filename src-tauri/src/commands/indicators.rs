//! The indicators of the Mechanism.

use resguardo_app::indicators::board::Board;
use resguardo_app::indicators::states::States;
use resguardo_app::indicators::{Behind, Parts, Trend};
use resguardo_app::message::Failure;
use resguardo_app::outgoing::Left;
use tauri::State;

use crate::desk::Desk;
use crate::dialogs;

/// Every indicator as of a day as it is typed; an empty text is today.
///
/// # Errors
/// Not a date; the vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn indicators(desk: State<'_, Desk>, as_of: String) -> Result<Board, Failure> {
    desk.with(|session| session.indicator_board(&as_of))
}

/// The half years before the day.
///
/// # Errors
/// As [`indicators`].
#[tauri::command(async)]
#[specta::specta]
pub fn indicator_trends(desk: State<'_, Desk>, as_of: String) -> Result<Vec<Trend>, Failure> {
    desk.with(|session| session.indicator_trends(&as_of))
}

/// The records behind a figure.
///
/// # Errors
/// As [`indicators`]; no such indicator.
#[tauri::command(async)]
#[specta::specta]
pub fn indicator_records(desk: State<'_, Desk>, id: String, which: String, as_of: String) -> Result<Behind, Failure> {
    desk.with(|session| session.indicator_records(&id, &which, &as_of))
}

/// The federal entities as of a day.
///
/// # Errors
/// As [`indicators`].
#[tauri::command(async)]
#[specta::specta]
pub fn indicator_states(desk: State<'_, Desk>, topic: String, as_of: String) -> Result<States, Failure> {
    desk.with(|session| session.indicator_states(&topic, &as_of))
}

/// A figure taken apart by a field; by none, what it may be taken apart by.
///
/// # Errors
/// As [`indicators`]; no such indicator.
#[tauri::command(async)]
#[specta::specta]
pub fn indicator_parts(desk: State<'_, Desk>, id: String, by: String, as_of: String) -> Result<Parts, Failure> {
    desk.with(|session| session.indicator_parts(&id, &by, &as_of))
}

/// Writes the half years of an indicator as a picture, and its numbers beside it, where the person says.
///
/// # Errors
/// As [`indicators`]; a file cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn indicator_trend_save(desk: State<'_, Desk>, id: String, as_of: String) -> Result<Option<Left>, Failure> {
    let name = format!("{}.svg", desk.say("boards-picture-name"));
    let Some(place) = dialogs::choose_place(&desk.say("dialog-chart"), &name) else { return Ok(None) };
    desk.with(|session| session.indicator_trend_save(&id, &as_of, &place))
}

/// Writes the map of the federal entities as a picture, and its table beside it, where the person says.
///
/// # Errors
/// As [`indicators`]; a file cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn indicator_states_save(desk: State<'_, Desk>, topic: String, as_of: String) -> Result<Option<Left>, Failure> {
    let name = format!("{}.svg", desk.say("boards-picture-name"));
    let Some(place) = dialogs::choose_place(&desk.say("dialog-chart"), &name) else { return Ok(None) };
    desk.with(|session| session.indicator_states_save(&topic, &as_of, &place).map(Some))
}
