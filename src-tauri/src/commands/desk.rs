//! The frame of the main window: who writes, what was being written, lock.

use resguardo_app::desk::Desk as Frame;
use resguardo_app::entrance::Reason;
use resguardo_app::message::Failure;
use tauri::{AppHandle, State};
use zeroize::Zeroizing;

use crate::desk::Desk;
use crate::windows;

/// The most that an unsaved sentence with its place may take.
const KEPT_BYTES: usize = 256 * 1024;

/// What the frame of the window shows.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn desk(desk: State<'_, Desk>) -> Result<Frame, Failure> {
    let kept = desk.restored();
    desk.with(|session| Ok(session.desk(desk.preferences(), kept)))
}

/// The frame after something of it changed.
pub(crate) fn frame(desk: &Desk) -> Result<Frame, Failure> {
    desk.with(|session| Ok(session.desk(desk.preferences(), None)))
}

/// Keeps route, layers, unsaved words and caret in memory; a lock seals them.
///
/// # Errors
/// The vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn desk_keep(desk: State<'_, Desk>, state: String) -> Result<(), Failure> {
    let mut held = desk.held();
    held.touched = true;
    held.kept = Some(Zeroizing::new(state)).filter(|state| state.len() <= KEPT_BYTES && held.session.is_some());
    Ok(())
}

/// Somebody touches the window.
#[tauri::command(async)]
#[specta::specta]
pub fn touch(desk: State<'_, Desk>) {
    desk.held().touched = true;
}

/// Locks.
#[tauri::command(async)]
#[specta::specta]
pub fn lock(app: AppHandle, panic: bool) {
    windows::lock_soon(&app, if panic { Reason::Panic } else { Reason::Asked });
}

/// Chooses who writes from now on.
///
/// # Errors
/// No such person; the vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn write_as(desk: State<'_, Desk>, writer: String) -> Result<Frame, Failure> {
    desk.with(|session| {
        let mut session = session.clone();
        session.write_as(&writer)?;
        let frame = session.desk(desk.preferences(), None);
        // A vault that was locked meanwhile stays locked.
        if let Some(now) = desk.held().session.as_mut() {
            *now = session;
        }
        Ok(frame)
    })
}
