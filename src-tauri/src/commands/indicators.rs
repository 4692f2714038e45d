//! The indicators of the Mechanism.

use resguardo_app::indicators::board::Board;
use resguardo_app::indicators::states::States;
use resguardo_app::indicators::{Behind, Trend};
use resguardo_app::message::Failure;
use tauri::State;

use crate::desk::Desk;

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
