//! Search as somebody types.

use resguardo_app::message::Failure;
use resguardo_app::seek::Sought;
use tauri::State;

use crate::desk::Desk;

/// Finds records by folio or words.
///
/// # Errors
/// The index failed; the vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn search(
    desk: State<'_, Desk>,
    text: String,
    kind: Option<String>,
    earlier: bool,
    limit: u32,
) -> Result<Sought, Failure> {
    desk.with(|session| session.seek(&text, kind.as_deref(), earlier, limit as usize))
}
