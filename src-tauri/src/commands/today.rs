//! What waits today.

use resguardo_app::message::Failure;
use resguardo_app::today::Today;
use tauri::{AppHandle, State};

use super::tell_all;
use crate::desk::Desk;

/// What waits today; one section whole where it is named.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn today(desk: State<'_, Desk>, unfolded: String) -> Result<Today, Failure> {
    desk.with(|session| Ok(session.today_unfolded(&unfolded)))
}

/// Writes down that two records are not the same.
///
/// # Errors
/// One is not there.
#[tauri::command(async)]
#[specta::specta]
pub fn duplicates_dismiss(app: AppHandle, desk: State<'_, Desk>, a: String, b: String) -> Result<(), Failure> {
    tell_all(&app, desk.with(|session| session.doubles_dismiss(&a, &b)))
}
