//! The files of a record: listed, taken in, shown, covered, saved to a place the person names.

use resguardo_app::error::AppError;
use resguardo_app::files::FileEntry;
use resguardo_app::message::Failure;
use resguardo_app::pages::Saved;
use resguardo_app::pictures::Covered;
use tauri::{AppHandle, State};

use super::{tell, tell_all};
use crate::desk::Desk;
use crate::dialogs;

/// The files of a record and of evidence that points to it.
///
/// # Errors
/// The record is not there.
#[tauri::command(async)]
#[specta::specta]
pub fn files(desk: State<'_, Desk>, record: String) -> Result<Vec<FileEntry>, Failure> {
    desk.with(|session| session.files(&record))
}

/// Asks for files and takes them in.
///
/// # Errors
/// A file cannot be read or is too large.
#[tauri::command(async)]
#[specta::specta]
pub fn files_add(app: AppHandle, desk: State<'_, Desk>, record: String) -> Result<Vec<FileEntry>, Failure> {
    let paths = dialogs::choose_files(&desk.say("dialog-files"));
    tell_all(&app, desk.with(|session| session.files_add(&record, &paths)))
}

/// Takes in the files that were dropped on the window.
///
/// # Errors
/// A file cannot be read or is too large.
#[tauri::command(async)]
#[specta::specta]
pub fn files_dropped(app: AppHandle, desk: State<'_, Desk>, record: String) -> Result<Vec<FileEntry>, Failure> {
    let paths = std::mem::take(&mut desk.held().dropped);
    tell_all(&app, desk.with(|session| session.files_add(&record, &paths)))
}

/// Lays a picture ready; gives the address the page shows it under.
///
/// # Errors
/// No such file; it cannot be shown.
#[tauri::command(async)]
#[specta::specta]
pub fn file_picture(desk: State<'_, Desk>, record: String, id: String, width: u32) -> Result<String, Failure> {
    desk.with(|session| session.file_picture(&record, &id, width))
}

/// Saves a file to a place the person names; the page learns the file's name.
///
/// # Errors
/// The file cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn file_save(desk: State<'_, Desk>, record: String, id: String) -> Result<Option<String>, Failure> {
    let known = desk.with(|session| session.files(&record))?.into_iter().find(|file| file.id == id);
    let name = desk.told(|| known.map(|file| file.name).ok_or(AppError::NoSuchAttachment))?;
    let Some(place) = dialogs::choose_place(&desk.say("dialog-file-save"), &name) else { return Ok(None) };
    desk.with(|session| session.take_out(&id, &place))?;
    Ok(Some(dialogs::name(&place)))
}

/// Makes a copy of a picture with parts filled.
///
/// # Errors
/// No such file; it cannot be shown; nothing is covered.
#[expect(clippy::too_many_arguments, reason = "four are the page's, two the shell's")]
#[tauri::command(async)]
#[specta::specta]
pub fn file_redact(
    app: AppHandle,
    desk: State<'_, Desk>,
    record: String,
    id: String,
    boxes: Vec<Covered>,
    note: String,
) -> Result<Saved, Failure> {
    let saved = desk.with(|session| session.file_redact(&record, &id, &boxes, &note))?;
    tell(&app, &saved);
    Ok(saved)
}
