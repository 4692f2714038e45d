//! What the organisation sets, who writes, the passphrase, the archive.

use std::sync::atomic::Ordering;

use resguardo_app::asked::WordsToKeep;
use resguardo_app::copies::CopyTold;
use resguardo_app::desk::Desk as Frame;
use resguardo_app::message::Failure;
use resguardo_app::settings::{About, Checked};
use resguardo_app::ways_in::{AskedKeyfile, Replacement};
use tauri::{AppHandle, State};
use zeroize::Zeroizing;

use super::{progress, tell_all};
use crate::desk::Desk;
use crate::dialogs;

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

/// Gives the vault another passphrase, with the same key file, another or none.
///
/// # Errors
/// The current one is wrong; the new one is too weak. Then the old one still opens the vault.
#[tauri::command(async)]
#[specta::specta]
pub fn passphrase_change(
    desk: State<'_, Desk>,
    current: String,
    next: String,
    asks: AskedKeyfile,
) -> Result<(), Failure> {
    let (current, next) = (Zeroizing::new(current), Zeroizing::new(next));
    let (keyfile, next_keyfile) = (desk.keyfile(true), desk.next_keyfile(true));
    let replacement = Replacement { current: &current, next: &next, keyfile, next_keyfile, asks };
    desk.with(|session| session.replace_passphrase(replacement))
}

/// Draws twelve new words; nothing changes until three were typed back.
///
/// # Errors
/// The passphrase, or the key file chosen before, is wrong.
#[tauri::command(async)]
#[specta::specta]
pub fn words_new(desk: State<'_, Desk>, current: String) -> Result<WordsToKeep, Failure> {
    let (current, keyfile) = (Zeroizing::new(current), desk.keyfile(true));
    desk.with(|session| session.words_new(&current, keyfile.as_ref()))
}

/// Takes the three words back; from now on the new words open the vault.
///
/// # Errors
/// A word differs: the words from before still open it.
#[tauri::command(async)]
#[specta::specta]
pub fn words_new_confirm(desk: State<'_, Desk>, answers: Vec<String>) -> Result<(), Failure> {
    let answers = Zeroizing::new(answers);
    desk.with(|session| session.words_new_confirm(&answers))
}

/// Checks every entry and attachment; tells how far it is.
///
/// # Errors
/// The disk failed. Damage is no error: it is told.
#[tauri::command(async)]
#[specta::specta]
pub fn archive_verify(app: AppHandle, desk: State<'_, Desk>) -> Result<Checked, Failure> {
    desk.with(|session| session.archive_verify(&mut progress(&app, &desk, "verify")))
}

/// Stops checking or copying: nothing of an unfinished copy is left.
#[tauri::command(async)]
#[specta::specta]
pub fn archive_verify_stop(desk: State<'_, Desk>) {
    desk.stop.store(true, Ordering::SeqCst);
}

/// Makes a sealed copy in a folder the person names and reads it back. None when the person named no folder.
///
/// # Errors
/// The copy could not be written or differs: nothing is left of it.
#[tauri::command(async)]
#[specta::specta]
pub fn archive_copy(app: AppHandle, desk: State<'_, Desk>) -> Result<Option<CopyTold>, Failure> {
    let Some(folder) = dialogs::choose_folder(&desk.say("dialog-copy")) else { return Ok(None) };
    desk.with(|session| session.archive_copy(&folder, &mut progress(&app, &desk, "copy"))).map(Some)
}

/// What the program is, where the vault lies, and whom it owes.
#[tauri::command(async)]
#[specta::specta]
pub fn about(desk: State<'_, Desk>) -> About {
    About::of(desk.vault())
}
