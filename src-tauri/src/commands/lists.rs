//! Lists as the window scrolls them.

use resguardo_app::browse::{FilterValue, ListPage, ListQuery, Neighbours};
use resguardo_app::message::Failure;
use tauri::State;

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
