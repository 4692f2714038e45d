//! Lists as the window scrolls them.

use resguardo_app::Status;
use resguardo_app::browse::ListStatus;
use resguardo_app::browse::{FilterValue, ListPage, ListQuery, Neighbours};
use resguardo_app::bulk::Undoable;
use resguardo_app::message::Failure;
use resguardo_app::pages::FieldInput;
use resguardo_app::views::View;
use tauri::{AppHandle, State};

use super::tell_all;

use crate::desk::Desk;

/// One page of a list.
///
/// # Errors
/// A condition that cannot be read; the vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn list_page(desk: State<'_, Desk>, query: ListQuery, first: u32, count: u32) -> Result<ListPage, Failure> {
    desk.with(|session| session.list_page(&query, first as usize, count as usize))
}

/// What a list counts, with units.
///
/// # Errors
/// As [`list_page`].
#[tauri::command(async)]
#[specta::specta]
pub fn list_foot(desk: State<'_, Desk>, query: ListQuery) -> Result<Vec<String>, Failure> {
    desk.with(|session| session.list_foot(&query))
}

/// Every record that passes.
///
/// # Errors
/// As [`list_page`].
#[tauri::command(async)]
#[specta::specta]
pub fn list_ids(desk: State<'_, Desk>, query: ListQuery) -> Result<Vec<String>, Failure> {
    desk.with(|session| session.list_ids(&query))
}

/// What stands before and after a record in a list.
///
/// # Errors
/// As [`list_page`].
#[tauri::command(async)]
#[specta::specta]
pub fn list_neighbours(desk: State<'_, Desk>, query: ListQuery, id: String) -> Result<Neighbours, Failure> {
    desk.with(|session| session.list_neighbours(&query, &id))
}

/// The values a field has, with how often.
///
/// # Errors
/// No such field; the vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn filter_values(desk: State<'_, Desk>, kind: String, field: String) -> Result<Vec<FilterValue>, Failure> {
    desk.with(|session| session.filter_values(&kind, &field))
}

/// The saved lists of a kind.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn views(desk: State<'_, Desk>, kind: String) -> Result<Vec<View>, Failure> {
    desk.with(|session| Ok(session.views(&kind)))
}

/// Saves a list under a name.
///
/// # Errors
/// No name; the vault cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn view_save(desk: State<'_, Desk>, name: String, query: ListQuery) -> Result<View, Failure> {
    desk.with(|session| session.view_save(&name, &query))
}

/// Forgets a saved list.
///
/// # Errors
/// It is not there.
#[tauri::command(async)]
#[specta::specta]
pub fn view_forget(desk: State<'_, Desk>, id: String) -> Result<(), Failure> {
    desk.with(|session| session.view_forget(&id))
}

/// Writes the same into many records.
///
/// # Errors
/// A value that cannot stand; then nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn bulk_edit(
    app: AppHandle,
    desk: State<'_, Desk>,
    ids: Vec<String>,
    inputs: Vec<FieldInput>,
) -> Result<Undoable, Failure> {
    tell_all(&app, desk.with(|session| session.bulk_edit(&ids, &inputs)))
}

/// Adds the same to what many records hold.
///
/// # Errors
/// As [`bulk_edit`].
#[tauri::command(async)]
#[specta::specta]
pub fn bulk_add(
    app: AppHandle,
    desk: State<'_, Desk>,
    ids: Vec<String>,
    inputs: Vec<FieldInput>,
) -> Result<Undoable, Failure> {
    tell_all(&app, desk.with(|session| session.bulk_add(&ids, &inputs)))
}

/// Archives, bins or restores records.
///
/// # Errors
/// One is not there; the vault cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn bulk_status(
    app: AppHandle,
    desk: State<'_, Desk>,
    ids: Vec<String>,
    status: ListStatus,
) -> Result<Undoable, Failure> {
    tell_all(&app, desk.with(|session| session.bulk_status(&ids, Status::from(status))))
}

/// Undoes what was done under a name.
///
/// # Errors
/// It cannot be undone any more.
#[tauri::command(async)]
#[specta::specta]
pub fn undo(app: AppHandle, desk: State<'_, Desk>, token: String) -> Result<Undoable, Failure> {
    tell_all(&app, desk.with(|session| session.undo(&token)))
}
