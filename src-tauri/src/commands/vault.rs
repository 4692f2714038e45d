//! Before anybody unlocked: making a vault, unlocking one, how the window looks.

use resguardo_app::Session;
use resguardo_app::asked::WordsToKeep;
use resguardo_app::entrance::{self, Entrance, NewVault, Pending, Start, Strength};
use resguardo_app::error::AppError;
use resguardo_app::message::Failure;
use resguardo_app::settings::{Appearance, Preferences};
use tauri::{AppHandle, State};
use zeroize::Zeroizing;

use crate::desk::Desk;
use crate::{dialogs, windows};

/// What may be known before anybody unlocked.
#[tauri::command(async)]
#[specta::specta]
pub fn entrance(desk: State<'_, Desk>) -> Entrance {
    desk.entrance()
}

/// Keeps how the window looks.
///
/// # Errors
/// The disk failed.
#[tauri::command(async)]
#[specta::specta]
pub fn set_appearance(desk: State<'_, Desk>, appearance: Appearance) -> Result<Appearance, Failure> {
    let preferences = Preferences { appearance, ..Preferences::read(desk.vault()) };
    desk.told(|| preferences.write(desk.vault()))?;
    Ok(desk.appearance())
}

/// Weighs a passphrase as it is typed.
#[tauri::command(async)]
#[specta::specta]
pub fn passphrase_strength(desk: State<'_, Desk>, passphrase: String) -> Strength {
    Strength::of(&Zeroizing::new(passphrase), &desk.words())
}

/// Draws a passphrase of six words.
///
/// # Errors
/// The system has no randomness.
#[tauri::command(async)]
#[specta::specta]
pub fn passphrase_suggest(desk: State<'_, Desk>) -> Result<String, Failure> {
    desk.told(|| Ok(resguardo_app::generate_passphrase()?.to_string()))
}

/// Asks for the key file; the page learns its name only.
///
/// # Errors
/// The file cannot be read.
#[tauri::command(async)]
#[specta::specta]
pub fn keyfile_choose(desk: State<'_, Desk>) -> Result<Option<String>, Failure> {
    let Some(file) = dialogs::choose_file(&desk.say("dialog-keyfile"), &[]) else { return Ok(None) };
    let keyfile = desk.told(|| entrance::read_keyfile(&file))?;
    desk.held().keyfile = Some(keyfile);
    Ok(Some(dialogs::name(&file)))
}

/// Asks for the key file of the next passphrase; the page learns its name only.
///
/// # Errors
/// The file cannot be read.
#[tauri::command(async)]
#[specta::specta]
pub fn keyfile_choose_next(desk: State<'_, Desk>) -> Result<Option<String>, Failure> {
    let Some(file) = dialogs::choose_file(&desk.say("dialog-keyfile"), &[]) else { return Ok(None) };
    let keyfile = desk.told(|| entrance::read_keyfile(&file))?;
    desk.held().next_keyfile = Some(keyfile);
    Ok(Some(dialogs::name(&file)))
}

/// Makes a new key file where the person says.
///
/// # Errors
/// The file cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn keyfile_make(desk: State<'_, Desk>) -> Result<Option<String>, Failure> {
    let Some(file) = dialogs::choose_place(&desk.say("dialog-keyfile-new"), &desk.say("keyfile-name")) else {
        return Ok(None);
    };
    let keyfile = desk.told(|| entrance::make_keyfile(&file))?;
    desk.held().next_keyfile = Some(keyfile);
    Ok(Some(dialogs::name(&file)))
}

/// Makes a vault that does not count until three of its words were typed back.
///
/// # Errors
/// A weak passphrase, a folder that is taken or synced elsewhere, a full disk.
#[tauri::command(async)]
#[specta::specta]
pub fn vault_create(desk: State<'_, Desk>, request: NewVault) -> Result<WordsToKeep, Failure> {
    let keyfile = desk.next_keyfile(request.with_keyfile);
    let earlier = desk.held().pending.take();
    let pending = desk.told(|| {
        earlier.map_or(Ok(()), Pending::forget)?;
        Pending::make(desk.vault(), &request, keyfile, desk.lang())
    })?;
    let words = pending.words().to_keep();
    desk.held().pending = Some(pending);
    Ok(words)
}

/// Writes the sheet with the words where the person says; the page learns the file's name.
///
/// # Errors
/// The file cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn words_sheet(desk: State<'_, Desk>) -> Result<Option<String>, Failure> {
    let Some(file) = dialogs::choose_place(&desk.say("dialog-words-sheet"), &desk.say("words-sheet-name")) else {
        return Ok(None);
    };
    let (session, lang) = (desk.held().session.clone(), desk.lang());
    desk.told(|| match session {
        Some(session) => session.words_sheet(&file, lang),
        None => desk.held().pending.as_ref().ok_or(AppError::Locked)?.words().write_sheet(&file, lang),
    })?;
    Ok(Some(dialogs::name(&file)))
}

/// Compares the three words typed back, before it is asked what to start with.
///
/// # Errors
/// A word differs: nothing changed.
#[tauri::command(async)]
#[specta::specta]
pub fn words_check(desk: State<'_, Desk>, answers: Vec<String>) -> Result<(), Failure> {
    let right = desk.held().pending.as_ref().is_some_and(|pending| pending.words().are_right(&answers));
    desk.told(|| right.then_some(()).ok_or(AppError::WordsDiffer))
}

/// Takes the three words back; the vault counts from now on and its window opens.
///
/// # Errors
/// A word differs: nothing changed.
#[tauri::command(async)]
#[specta::specta]
pub fn vault_confirm(app: AppHandle, desk: State<'_, Desk>, answers: Vec<String>, start: Start) -> Result<(), Failure> {
    let session = desk.told(|| {
        let pending = desk.held().pending.take_if(|pending| pending.words().are_right(&answers));
        pending.ok_or(AppError::WordsDiffer)?.confirm(start)
    })?;
    enter(&app, &desk, session);
    Ok(())
}

/// Goes back from the words: nothing stays on disk.
///
/// # Errors
/// The disk failed.
#[tauri::command(async)]
#[specta::specta]
pub fn vault_forget(desk: State<'_, Desk>) -> Result<(), Failure> {
    let pending = desk.held().pending.take();
    desk.told(|| pending.map_or(Ok(()), Pending::forget))
}

/// Unlocks; the window of the vault opens.
///
/// # Errors
/// One sentence for every wrong passphrase or key file; damage.
#[tauri::command(async)]
#[specta::specta]
pub fn unlock(app: AppHandle, desk: State<'_, Desk>, passphrase: String, with_keyfile: bool) -> Result<(), Failure> {
    let typed = Zeroizing::new(passphrase);
    let keyfile = desk.keyfile(with_keyfile);
    let session = desk.told(|| entrance::unlock(desk.vault(), &typed, keyfile, desk.lang()))?;
    enter(&app, &desk, session);
    Ok(())
}

/// Unlocks with the twelve words and sets a new passphrase.
///
/// # Errors
/// Words that do not match; a weak passphrase.
#[tauri::command(async)]
#[specta::specta]
pub fn unlock_with_words(
    app: AppHandle,
    desk: State<'_, Desk>,
    words: Vec<String>,
    passphrase: String,
) -> Result<(), Failure> {
    let (words, typed) = (Zeroizing::new(words), Zeroizing::new(passphrase));
    let session = desk.told(|| entrance::unlock_with_words(desk.vault(), &words, &typed, desk.lang()))?;
    enter(&app, &desk, session);
    Ok(())
}

fn enter(app: &AppHandle, desk: &Desk, session: Session) {
    desk.enter(session);
    windows::open_main_soon(app);
}
