//! The page of one application.

use resguardo_app::application::ApplicationPage;
use resguardo_app::message::Failure;
use tauri::State;

use crate::desk::Desk;

/// An application as of a day as it is typed; an empty text is now.
///
/// # Errors
/// Not a date; the record is not there; the vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn application_page(desk: State<'_, Desk>, id: String, as_of: String) -> Result<ApplicationPage, Failure> {
    desk.with(|session| session.application_page(&id, &as_of))
}
