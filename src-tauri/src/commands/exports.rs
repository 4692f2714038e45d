//! What leaves: previews, and files at a place the person names.

use resguardo_app::message::Failure;
use resguardo_app::outgoing::{
    DocumentForm, ExportPreview, Left, ListForm, ListOut, ReportOut, ReportPage, ReportPreview,
};
use tauri::State;

use crate::desk::Desk;
use crate::dialogs;

/// What would leave with a list.
///
/// # Errors
/// A condition that cannot be read.
#[tauri::command(async)]
#[specta::specta]
pub fn export_preview(
    desk: State<'_, Desk>,
    request: ListOut,
    first: u32,
    count: u32,
) -> Result<ExportPreview, Failure> {
    desk.with(|session| session.export_preview(&request, first as usize, count as usize))
}

/// Writes a list where the person says.
///
/// # Errors
/// The file cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn export_save(desk: State<'_, Desk>, request: ListOut) -> Result<Option<Left>, Failure> {
    let end = match request.form {
        ListForm::Xlsx => "xlsx",
        ListForm::Csv => "csv",
        ListForm::Json => "json",
    };
    let name = format!("{}.{end}", desk.say("export-name"));
    let Some(place) = dialogs::choose_place(&desk.say("dialog-export"), &name) else { return Ok(None) };
    desk.with(|session| session.export_save(&request, &place)).map(Some)
}

/// What a report of incidents would say.
///
/// # Errors
/// A date of the period that is none.
#[tauri::command(async)]
#[specta::specta]
pub fn report_preview(
    desk: State<'_, Desk>,
    request: ReportOut,
    first: u32,
    count: u32,
) -> Result<ReportPreview, Failure> {
    desk.with(|session| session.report_preview(&request, first as usize, count as usize))
}

/// Lays a page of a report ready as a picture.
///
/// # Errors
/// A date of the period that is none; there is no such page.
#[tauri::command(async)]
#[specta::specta]
pub fn report_page(desk: State<'_, Desk>, request: ReportOut, page: u32, width: u32) -> Result<ReportPage, Failure> {
    desk.with(|session| session.report_page(&request, page as usize, width))
}

/// Writes a report of incidents where the person says.
///
/// # Errors
/// A date of the period that is none; the file cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn report_save(desk: State<'_, Desk>, request: ReportOut) -> Result<Option<Left>, Failure> {
    let end = match request.form {
        DocumentForm::Pdf => "pdf",
        DocumentForm::Docx => "docx",
    };
    let name = format!("{}.{end}", desk.say("report-name"));
    let Some(place) = dialogs::choose_place(&desk.say("dialog-report"), &name) else { return Ok(None) };
    desk.with(|session| session.report_save(&request, &place)).map(Some)
}
