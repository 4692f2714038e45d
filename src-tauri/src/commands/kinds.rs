//! The schema, its lists of terms, and dates as they are typed.

use resguardo_app::dates::DateUnderstood;
use resguardo_app::forms::KindInfo;
use resguardo_app::message::Failure;
use resguardo_app::pick::Picked;
use resguardo_app::terms::TermFound;
use tauri::State;

use crate::desk::Desk;

/// Every kind a person works with.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn kinds(desk: State<'_, Desk>) -> Result<Vec<KindInfo>, Failure> {
    desk.with(|session| Ok(session.forms()))
}

/// The terms of a list that may be meant.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn terms(desk: State<'_, Desk>, catalogue: String, query: String, limit: u32) -> Result<Vec<TermFound>, Failure> {
    desk.with(|session| Ok(session.terms(&catalogue, &query, limit as usize)))
}

/// What is understood of a typed date.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn date_understood(desk: State<'_, Desk>, text: String) -> Result<DateUnderstood, Failure> {
    desk.with(|session| Ok(session.date_understood(&text)))
}

/// The records that may be meant.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn references(
    desk: State<'_, Desk>,
    kinds: Vec<String>,
    query: String,
    limit: u32,
) -> Result<Vec<Picked>, Failure> {
    desk.with(|session| Ok(session.references(&kinds, &query, limit as usize)))
}
