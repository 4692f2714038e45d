//! Fields and terms of the organisation's own.

use resguardo_app::fields::terms::TermDraft;
use resguardo_app::fields::{FieldDraft, Own};
use resguardo_app::message::Failure;
use tauri::{AppHandle, State};

use super::tell_all;
use crate::desk::Desk;

/// The organisation's own fields and terms, and the lists that terms can be added to.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn own(desk: State<'_, Desk>) -> Result<Own, Failure> {
    desk.with(|session| Ok(session.own()))
}

/// Adds a field to a kind.
///
/// # Errors
/// It cannot stand: the sentence says why.
#[tauri::command(async)]
#[specta::specta]
pub fn field_add(app: AppHandle, desk: State<'_, Desk>, draft: FieldDraft) -> Result<(), Failure> {
    tell_all(&app, desk.with(|session| session.add_field(&draft))).map(drop)
}

/// Calls a field otherwise.
///
/// # Errors
/// The name cannot stand.
#[tauri::command(async)]
#[specta::specta]
pub fn field_rename(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    name: String,
    name_en: String,
) -> Result<(), Failure> {
    tell_all(&app, desk.with(|session| session.rename_field(&id, &name, &name_en))).map(drop)
}

/// Retires a field, or offers it again.
///
/// # Errors
/// It is not there.
#[tauri::command(async)]
#[specta::specta]
pub fn field_retire(app: AppHandle, desk: State<'_, Desk>, id: String, retired: bool) -> Result<(), Failure> {
    tell_all(&app, desk.with(|session| session.retire_field(&id, retired))).map(drop)
}

/// Adds a term to a list.
///
/// # Errors
/// It cannot stand: the sentence says why.
#[tauri::command(async)]
#[specta::specta]
pub fn term_add(app: AppHandle, desk: State<'_, Desk>, draft: TermDraft) -> Result<(), Failure> {
    tell_all(&app, desk.with(|session| session.add_term(&draft))).map(drop)
}

/// Calls a term otherwise.
///
/// # Errors
/// The name cannot stand.
#[tauri::command(async)]
#[specta::specta]
pub fn term_rename(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    name: String,
    name_en: String,
) -> Result<(), Failure> {
    tell_all(&app, desk.with(|session| session.rename_term(&id, &name, &name_en))).map(drop)
}

/// Retires a term, or offers it again.
///
/// # Errors
/// It is not there.
#[tauri::command(async)]
#[specta::specta]
pub fn term_retire(app: AppHandle, desk: State<'_, Desk>, id: String, retired: bool) -> Result<(), Failure> {
    tell_all(&app, desk.with(|session| session.retire_term(&id, retired))).map(drop)
}
