//! The open work, handed over.

use resguardo_app::handover::HandoverOut;
use resguardo_app::message::Failure;
use resguardo_app::outgoing::{DocumentForm, Left, PaperPreview, ReportPage};
use tauri::State;

use crate::desk::Desk;
use crate::dialogs;

/// What a handover would say.
///
/// # Errors
/// A day that is none; no such case.
#[tauri::command(async)]
#[specta::specta]
pub fn handover_preview(desk: State<'_, Desk>, request: HandoverOut) -> Result<PaperPreview, Failure> {
    desk.with(|session| session.handover_preview(&request))
}

/// Lays a page of a handover ready as a picture.
///
/// # Errors
/// As [`handover_preview`]; there is no such page.
#[tauri::command(async)]
#[specta::specta]
pub fn handover_page(
    desk: State<'_, Desk>,
    request: HandoverOut,
    page: u32,
    width: u32,
) -> Result<ReportPage, Failure> {
    desk.with(|session| session.handover_page(&request, page as usize, width))
}

/// Writes a handover where the person says.
///
/// # Errors
/// As [`handover_preview`]; the file cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn handover_save(desk: State<'_, Desk>, request: HandoverOut) -> Result<Option<Left>, Failure> {
    let end = match request.form {
        DocumentForm::Pdf => "pdf",
        DocumentForm::Docx => "docx",
    };
    let name = format!("{}.{end}", desk.say("handover-file"));
    let Some(place) = dialogs::choose_place(&desk.say("dialog-handover"), &name) else { return Ok(None) };
    desk.with(|session| session.handover_save(&request, &place)).map(Some)
}
