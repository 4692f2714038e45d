//! Days with something due, for another program's calendar.

use resguardo_app::ics::IcsPreview;
use resguardo_app::message::Failure;
use resguardo_app::outgoing::Left;
use tauri::State;

use crate::desk::Desk;
use crate::dialogs;

/// What would leave, line by line.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn ics_preview(desk: State<'_, Desk>) -> Result<IcsPreview, Failure> {
    desk.with(resguardo_app::Session::ics_preview)
}

/// Writes the calendar where the person says.
///
/// # Errors
/// The file cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn ics_save(desk: State<'_, Desk>) -> Result<Option<Left>, Failure> {
    let name = format!("{}.ics", desk.say("ics-file"));
    let Some(place) = dialogs::choose_place(&desk.say("dialog-ics"), &name) else { return Ok(None) };
    desk.with(|session| session.ics_save(&place)).map(Some)
}
