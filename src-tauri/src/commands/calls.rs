//! Agreed calls: what became of one, and the sheet to carry.

use resguardo_app::bulk::Undoable;
use resguardo_app::calls::{CallAnswer, CallsOut};
use resguardo_app::message::Failure;
use resguardo_app::outgoing::{Left, PaperPreview, ReportPage};
use tauri::{AppHandle, State};

use super::tell_all;
use crate::desk::Desk;
use crate::dialogs;

/// Writes down what became of a call.
///
/// # Errors
/// There is no such call; a moment that is none.
#[tauri::command(async)]
#[specta::specta]
pub fn call_answer(app: AppHandle, desk: State<'_, Desk>, id: String, answer: CallAnswer) -> Result<Undoable, Failure> {
    tell_all(&app, desk.with(|session| session.call_answer(&id, &answer)))
}

/// What a sheet of calls would hold.
///
/// # Errors
/// A day that is none; no such record.
#[tauri::command(async)]
#[specta::specta]
pub fn calls_preview(desk: State<'_, Desk>, request: CallsOut) -> Result<PaperPreview, Failure> {
    desk.with(|session| session.calls_preview(&request))
}

/// Lays a page of a sheet ready as a picture.
///
/// # Errors
/// As [`calls_preview`]; there is no such page.
#[tauri::command(async)]
#[specta::specta]
pub fn calls_page(desk: State<'_, Desk>, request: CallsOut, page: u32, width: u32) -> Result<ReportPage, Failure> {
    desk.with(|session| session.calls_page(&request, page as usize, width))
}

/// Writes a sheet where the person says.
///
/// # Errors
/// As [`calls_preview`]; the file cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn calls_save(desk: State<'_, Desk>, request: CallsOut) -> Result<Option<Left>, Failure> {
    let name = format!("{}.pdf", desk.say("calls-file"));
    let Some(place) = dialogs::choose_place(&desk.say("dialog-calls"), &name) else { return Ok(None) };
    desk.with(|session| session.calls_save(&request, &place)).map(Some)
}
