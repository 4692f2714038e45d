//! One record: made, shown, written, revealed.

use resguardo_app::Status;
use resguardo_app::browse::ListStatus;
use resguardo_app::bulk::Undoable;
use resguardo_app::changes::Change;
use resguardo_app::merges::MergePreview;
use resguardo_app::message::Failure;
use resguardo_app::moments::Moments;
use resguardo_app::neighbours::Neighbourhood;
use resguardo_app::pages::{FieldInput, Page, Saved};
use resguardo_app::versions::{Decision, Versions};
use tauri::{AppHandle, State};

use super::{tell, tell_all};
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
    tab: Option<String>,
    first: u32,
    count: u32,
) -> Result<Neighbourhood, Failure> {
    desk.with(|session| session.record_links(&id, tab.as_deref(), first as usize, count as usize))
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

/// The chronology of a record.
///
/// # Errors
/// It is not there.
#[tauri::command(async)]
#[specta::specta]
pub fn record_moments(desk: State<'_, Desk>, id: String, first: u32, count: u32) -> Result<Moments, Failure> {
    desk.with(|session| session.record_moments(&id, first as usize, count as usize))
}

/// Archives, bins or restores a record.
///
/// # Errors
/// It is not there; the vault cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn record_status(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    status: ListStatus,
) -> Result<Undoable, Failure> {
    tell_all(&app, desk.with(|session| session.bulk_status(&[id], Status::from(status))))
}

/// The versions of a record that stand against each other.
///
/// # Errors
/// It is not there, or damaged.
#[tauri::command(async)]
#[specta::specta]
pub fn record_versions(desk: State<'_, Desk>, id: String) -> Result<Versions, Failure> {
    desk.with(|session| session.record_versions(&id))
}

/// Settles versions.
///
/// # Errors
/// A version that is not there any more; a value that cannot stand.
#[tauri::command(async)]
#[specta::specta]
pub fn record_settle(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    choices: Vec<Decision>,
) -> Result<Saved, Failure> {
    let saved = desk.with(|session| session.record_settle(&id, choices))?;
    tell(&app, &saved);
    Ok(saved)
}

/// Two records beside each other before they are read as one.
///
/// # Errors
/// One is not there; they are of two kinds.
#[tauri::command(async)]
#[specta::specta]
pub fn merge_preview(desk: State<'_, Desk>, from: String, into: String) -> Result<MergePreview, Failure> {
    desk.with(|session| session.merge_preview(&from, &into))
}

/// Merges a record into another.
///
/// # Errors
/// They cannot be merged.
#[tauri::command(async)]
#[specta::specta]
pub fn record_merge(app: AppHandle, desk: State<'_, Desk>, from: String, into: String) -> Result<Undoable, Failure> {
    tell_all(&app, desk.with(|session| session.record_merge(&from, &into)))
}

/// Reads a merged record as one of its own again.
///
/// # Errors
/// It is not merged.
#[tauri::command(async)]
#[specta::specta]
pub fn record_unmerge(app: AppHandle, desk: State<'_, Desk>, id: String) -> Result<Saved, Failure> {
    let saved = desk.with(|session| session.record_unmerge(&id))?;
    tell(&app, &saved);
    Ok(saved)
}
