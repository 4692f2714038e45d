//! A file on its way in, step by step.

use std::sync::atomic::Ordering;

use resguardo_app::import::wizard::{
    ImportBatch, ImportCheck, ImportDone, ImportState, ImportUndone, ImportValue, Keep,
};
use resguardo_app::message::Failure;
use tauri::{AppHandle, State};
use tauri_specta::Event as _;

use super::{Progress, tell_all};
use crate::desk::Desk;
use crate::dialogs;

/// The endings of files that may be spreadsheets.
const SHEETS: [&str; 5] = ["xlsx", "ods", "csv", "tsv", "txt"];

/// Asks for a file and reads it.
///
/// # Errors
/// It cannot be read as a spreadsheet.
#[tauri::command(async)]
#[specta::specta]
pub fn import_open(desk: State<'_, Desk>, kind: String) -> Result<Option<ImportState>, Failure> {
    let Some(file) = dialogs::choose_file(&desk.say("dialog-import"), &SHEETS) else { return Ok(None) };
    desk.with(|session| session.import_begin(&kind, &file)).map(Some)
}

/// Reads the file that was dropped on the window.
///
/// # Errors
/// None was; it cannot be read as a spreadsheet.
#[tauri::command(async)]
#[specta::specta]
pub fn import_dropped(desk: State<'_, Desk>, kind: String) -> Result<ImportState, Failure> {
    let dropped = std::mem::take(&mut desk.held().dropped);
    desk.with(|session| {
        let file = dropped.first().ok_or(resguardo_app::error::AppError::NoImport)?;
        session.import_begin(&kind, file)
    })
}

/// Reads another sheet, or other headings.
///
/// # Errors
/// The sheet or row is not there.
#[tauri::command(async)]
#[specta::specta]
pub fn import_arrange(desk: State<'_, Desk>, sheet: String, heading_row: u32) -> Result<ImportState, Failure> {
    desk.with(|session| session.import_arrange(&sheet, heading_row as usize))
}

/// Sends a column to a field, keeps its cells as written, or leaves it out.
///
/// # Errors
/// No such column or field.
#[tauri::command(async)]
#[specta::specta]
pub fn import_column(
    desk: State<'_, Desk>,
    index: u32,
    keep: Keep,
    target: Option<String>,
) -> Result<ImportState, Failure> {
    desk.with(|session| session.import_column(index as usize, keep, target.as_deref()))
}

/// The values of a column of terms.
///
/// # Errors
/// No file is in hand.
#[tauri::command(async)]
#[specta::specta]
pub fn import_values(desk: State<'_, Desk>, index: u32) -> Result<Vec<ImportValue>, Failure> {
    desk.with(|session| session.import_values(index as usize))
}

/// Sends a value to terms; none keeps it as written.
///
/// # Errors
/// No such term.
#[tauri::command(async)]
#[specta::specta]
pub fn import_value(
    desk: State<'_, Desk>,
    index: u32,
    value: String,
    terms: Vec<String>,
) -> Result<Vec<ImportValue>, Failure> {
    desk.with(|session| session.import_value(index as usize, &value, &terms))
}

/// What would come in.
///
/// # Errors
/// No file is in hand.
#[tauri::command(async)]
#[specta::specta]
pub fn import_check(desk: State<'_, Desk>, first: u32, count: u32) -> Result<ImportCheck, Failure> {
    desk.with(|session| session.import_check(first as usize, count as usize))
}

/// Puts a cell right.
///
/// # Errors
/// No file is in hand.
#[tauri::command(async)]
#[specta::specta]
pub fn import_fix(desk: State<'_, Desk>, row: u32, column: String, text: String) -> Result<(), Failure> {
    desk.with(|session| session.import_fix(row as usize, &column, &text))
}

/// Writes the cells with problems where the person says.
///
/// # Errors
/// The file cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn import_problems_save(desk: State<'_, Desk>) -> Result<Option<String>, Failure> {
    let Some(place) = dialogs::choose_place(&desk.say("dialog-problems"), &desk.say("problems-name")) else {
        return Ok(None);
    };
    desk.with(|session| session.import_problems(&place))?;
    Ok(Some(dialogs::name(&place)))
}

/// Brings the file in; tells how far it is, and ends after the rows in hand when it is stopped or the vault is locked.
///
/// # Errors
/// The vault cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn import_run(app: AppHandle, desk: State<'_, Desk>, apply_changes: bool) -> Result<ImportDone, Failure> {
    desk.stop.store(false, Ordering::SeqCst);
    let done = desk.with(|session| {
        session.import_run(apply_changes, &|done, total| {
            let _told = Progress::of("import", done, total).emit(&app);
            !desk.stop.load(Ordering::SeqCst)
        })
    });
    tell_all(&app, done)
}

/// Stops what is under way.
#[tauri::command(async)]
#[specta::specta]
pub fn import_stop(desk: State<'_, Desk>) {
    desk.stop.store(true, Ordering::SeqCst);
}

/// Lets the file go.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn import_close(desk: State<'_, Desk>) -> Result<(), Failure> {
    desk.with(|session| {
        session.import_close();
        Ok(())
    })
}

/// The imports of before.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn import_batches(desk: State<'_, Desk>) -> Result<Vec<ImportBatch>, Failure> {
    desk.with(|session| Ok(session.import_batches()))
}

/// Takes an import back.
///
/// # Errors
/// It was taken back before.
#[tauri::command(async)]
#[specta::specta]
pub fn import_undo(app: AppHandle, desk: State<'_, Desk>, batch: String) -> Result<ImportUndone, Failure> {
    tell_all(&app, desk.with(|session| session.import_undo(&batch)))
}

/// Saves how the file is read under a name.
///
/// # Errors
/// No name; no file is in hand.
#[tauri::command(async)]
#[specta::specta]
pub fn mapping_save(desk: State<'_, Desk>, name: String) -> Result<(), Failure> {
    desk.with(|session| session.mapping_save(&name))
}

/// Reads the file as one saved under this name was read.
///
/// # Errors
/// It does not fit.
#[tauri::command(async)]
#[specta::specta]
pub fn mapping_use(desk: State<'_, Desk>, name: String) -> Result<ImportState, Failure> {
    desk.with(|session| session.mapping_use(&name))
}
