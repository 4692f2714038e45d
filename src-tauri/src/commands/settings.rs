//! What the organisation sets, who writes, the passphrase, the archive.

use resguardo_app::desk::Desk as Frame;
use resguardo_app::message::Failure;
use resguardo_app::settings::{About, Checked};
use tauri::{AppHandle, State};
use zeroize::Zeroizing;

use super::tell_all;
use crate::desk::Desk;

/// Sets after how many minutes without a touch the vault is locked.
///
/// # Errors
/// The vault cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn settings_save(desk: State<'_, Desk>, idle_minutes: u32) -> Result<Frame, Failure> {
    desk.with(|session| session.set_idle_minutes(idle_minutes))?;
    desk.set_idle(idle_minutes);
    super::desk::frame(&desk)
}

/// Adds a person who writes.
///
/// # Errors
/// The vault cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn writer_add(app: AppHandle, desk: State<'_, Desk>, name: String) -> Result<Frame, Failure> {
    tell_all(&app, desk.with(|session| session.add_writer(&name)))?;
    super::desk::frame(&desk)
}

/// Retires a person; what they wrote keeps their name.
///
/// # Errors
/// No such person.
#[tauri::command(async)]
#[specta::specta]
pub fn writer_retire(app: AppHandle, desk: State<'_, Desk>, id: String) -> Result<Frame, Failure> {
    tell_all(&app, desk.with(|session| session.retire_writer(&id)))?;
    super::desk::frame(&desk)
}

/// Gives the vault another passphrase, with or without the key file chosen before.
///
/// # Errors
/// The current one is wrong; the new one is too weak. Then the old one still opens the vault.
#[tauri::command(async)]
#[specta::specta]
pub fn passphrase_change(
    desk: State<'_, Desk>,
    current: String,
    next: String,
    with_keyfile: bool,
) -> Result<(), Failure> {
    let (current, next) = (Zeroizing::new(current), Zeroizing::new(next));
    let keyfile = desk.keyfile(with_keyfile);
    desk.with(|session| session.replace_passphrase(desk.vault(), &current, &next, keyfile))
}

/// Checks every entry and attachment.
///
/// # Errors
/// The disk failed. Damage is no error: it is told.
#[tauri::command(async)]
#[specta::specta]
pub fn archive_verify(desk: State<'_, Desk>) -> Result<Checked, Failure> {
    desk.with(resguardo_app::Session::archive_verify)
}

/// What the program is, where the vault lies, and whom it owes.
#[tauri::command(async)]
#[specta::specta]
pub fn about(desk: State<'_, Desk>) -> About {
    About::of(desk.vault())
}
