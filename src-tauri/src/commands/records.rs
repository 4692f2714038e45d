//! One record: made, shown, written, revealed.

use resguardo_app::changes::Change;
use resguardo_app::message::Failure;
use resguardo_app::pages::{FieldInput, Neighbour, Page, Saved};
use tauri::{AppHandle, State};

use super::tell;
use crate::desk::Desk;

/// Makes a record of what somebody wrote.
///
/// # Errors
/// A value that cannot stand, naming its field.
#[tauri::command(async)]
#[specta::specta]
pub fn record_create(
    app: AppHandle,
    desk: State<'_, Desk>,
    kind: String,
    inputs: Vec<FieldInput>,
) -> Result<Saved, Failure> {
    let saved = desk.with(|session| session.record_create(&kind, inputs))?;
    tell(&app, &saved);
    Ok(saved)
}

/// Writes into a record.
///
/// # Errors
/// A value that cannot stand, naming its field.
#[tauri::command(async)]
#[specta::specta]
pub fn record_write(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    inputs: Vec<FieldInput>,
) -> Result<Saved, Failure> {
    let saved = desk.with(|session| session.record_write(&id, inputs))?;
    tell(&app, &saved);
    Ok(saved)
}

/// A record made of a name.
///
/// # Errors
/// The kind has no name; the vault cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn reference_create(app: AppHandle, desk: State<'_, Desk>, kind: String, name: String) -> Result<Saved, Failure> {
    let saved = desk.with(|session| session.reference_create(&kind, &name))?;
    tell(&app, &saved);
    Ok(saved)
}

/// A record's page.
///
/// # Errors
/// It is not there, or damaged.
#[tauri::command(async)]
#[specta::specta]
pub fn record_page(desk: State<'_, Desk>, id: String) -> Result<Page, Failure> {
    desk.with(|session| session.record_page(&id))
}

/// The records that touch a record.
///
/// # Errors
/// It is not there.
#[tauri::command(async)]
#[specta::specta]
pub fn record_links(
    desk: State<'_, Desk>,
    id: String,
    kind: Option<String>,
    first: u32,
    count: u32,
) -> Result<Vec<Neighbour>, Failure> {
    desk.with(|session| session.record_links(&id, kind.as_deref(), first as usize, count as usize))
}

/// What was done to a record, or to one field of it.
///
/// # Errors
/// It is not there, or damaged.
#[tauri::command(async)]
#[specta::specta]
pub fn record_history(desk: State<'_, Desk>, id: String, field: Option<String>) -> Result<Vec<Change>, Failure> {
    desk.with(|session| session.record_history(&id, field.as_deref()))
}

/// Shows a record's identities, with a reason that is written down.
///
/// # Errors
/// No reason; the vault cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn record_reveal(desk: State<'_, Desk>, id: String, reason: String) -> Result<Page, Failure> {
    desk.with(|session| session.record_reveal(&id, &reason))
}
