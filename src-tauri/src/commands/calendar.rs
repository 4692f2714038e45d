//! Days on which an authority closed, as this organisation learnt it.

use resguardo_app::bulk::Undoable;
use resguardo_app::calendar::{ClosedDayInput, ClosedDays};
use resguardo_app::message::Failure;
use tauri::{AppHandle, State};

use super::tell_all;
use crate::desk::Desk;

/// The days, and the laws whose calendars they may change.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn closed_days(desk: State<'_, Desk>) -> Result<ClosedDays, Failure> {
    desk.with(|session| Ok(session.closed_days()))
}

/// Adds days.
///
/// # Errors
/// Not a day; no reason; the vault cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn closed_day_add(app: AppHandle, desk: State<'_, Desk>, input: ClosedDayInput) -> Result<ClosedDays, Failure> {
    tell_all(&app, desk.with(|session| session.closed_day_add(&input)))
}

/// Takes days away.
///
/// # Errors
/// No such days; the vault cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn closed_day_remove(app: AppHandle, desk: State<'_, Desk>, id: String) -> Result<Undoable, Failure> {
    tell_all(&app, desk.with(|session| session.closed_day_remove(&id)))
}
