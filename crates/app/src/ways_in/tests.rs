use std::path::{Path, PathBuf};

use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::{WayIn, is_way_in};
use resguardo_vault::slot::UnlockSecret;

use super::{AskedKeyfile, Replacement};
use crate::entrance::{unlock, unlock_with_words};
use crate::error::AppError;
use crate::session::Session;
use crate::{Keyfile, choose_passphrase};

const OLD: &str = "murciélago azúcar canción árbol";
const NEW: &str = "pirata museo hábil sapo embudo";

fn desk() -> (tempfile::TempDir, PathBuf, Session, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("boveda");
    let way_in = WayIn { passphrase: choose_passphrase(OLD).unwrap(), keyfile: None };
    let (session, words) = Session::create(&vault, &way_in, KdfCost::with_memory(65_536).unwrap(), Lang::Es).unwrap();
    let words = words.words().collect();
    (folder, vault, session, words)
}

fn opens(vault: &Path, typed: &str, keyfile: Option<Keyfile>) -> bool {
    unlock(vault, typed, keyfile, Lang::Es).is_ok()
}

fn change(session: &Session, (current, next): (&str, &str), keyfile: Option<&Keyfile>, stays: bool) -> bool {
    let asks = if stays { AskedKeyfile::Same } else { AskedKeyfile::Nothing };
    let keyfile = keyfile.cloned();
    session.replace_passphrase(Replacement { current, next, keyfile, next_keyfile: None, asks }).is_ok()
}

#[test]
fn u10_a_passphrase_changes_only_for_who_knows_the_current_one() {
    let (_folder, vault, session, _) = desk();
    assert!(!change(&session, ("otra frase que no es", NEW), None, false));
    assert!(!change(&session, (OLD, "corta"), None, false));
    assert!(change(&session, (OLD, NEW), None, false));
    drop(session);
    assert!(opens(&vault, NEW, None) && !opens(&vault, OLD, None));
}

#[test]
fn u10_a_key_file_is_added_and_taken_away() {
    let (_folder, vault, session, _) = desk();
    let keyfile = Keyfile::new(b"sesenta y cuatro");
    let added = Replacement {
        current: OLD,
        next: NEW,
        keyfile: None,
        next_keyfile: Some(keyfile.clone()),
        asks: AskedKeyfile::Other,
    };
    session.replace_passphrase(added).unwrap();
    drop(session);
    assert!(!opens(&vault, NEW, None));
    let session = unlock(&vault, NEW, Some(keyfile.clone()), Lang::Es).unwrap();
    assert!(!change(&session, (NEW, OLD), None, false), "the passphrase alone proves nothing now");
    assert!(change(&session, (NEW, OLD), Some(&keyfile), false));
    drop(session);
    assert!(opens(&vault, OLD, None));
}

#[test]
fn u10_a_key_file_is_replaced_by_another_in_one_step() {
    let (_folder, vault, session, _) = desk();
    let (first, other) = (Keyfile::new(b"el de antes"), Keyfile::new(b"el nuevo"));
    let other_in = |current, next, keyfile: Option<&Keyfile>, next_keyfile: Option<&Keyfile>| Replacement {
        current,
        next,
        keyfile: keyfile.cloned(),
        next_keyfile: next_keyfile.cloned(),
        asks: AskedKeyfile::Other,
    };
    session.replace_passphrase(other_in(OLD, NEW, None, Some(&first))).unwrap();
    let replace = |keyfile, next_keyfile| session.replace_passphrase(other_in(NEW, OLD, keyfile, next_keyfile));
    assert!(replace(None, Some(&other)).is_err(), "without the file of now, nothing");
    assert!(replace(Some(&other), Some(&other)).is_err(), "nor with another in its place");
    assert!(matches!(replace(Some(&first), None), Err(AppError::NoKeyfile)));
    assert!(opens_beside(&vault, NEW, &first), "and nothing changed");
    replace(Some(&first), Some(&other)).unwrap();
    assert!(opens_beside(&vault, OLD, &other) && !opens_beside(&vault, OLD, &first));
    assert!(!opens_beside(&vault, NEW, &first));
}

/// Whether these are a way in, while the vault is open.
fn opens_beside(vault: &Path, typed: &str, keyfile: &Keyfile) -> bool {
    let passphrase = crate::Passphrase::new(typed).unwrap();
    is_way_in(vault, &UnlockSecret::PassphraseAndKeyfile(passphrase, keyfile.clone())).is_ok()
}

#[test]
fn u10_new_words_count_once_three_were_typed_back_and_the_old_ones_no_more() {
    let (folder, vault, session, old) = desk();
    assert!(matches!(session.words_new_confirm(&[]), Err(AppError::NoNewWords)));
    assert!(session.words_new("otra frase que no es", None).is_err());
    let kept = session.words_new(OLD, None).unwrap();
    let sheet = folder.path().join("hoja.pdf");
    session.words_sheet(&sheet, Lang::Es).unwrap();
    assert!(std::fs::read(&sheet).unwrap().starts_with(b"%PDF-"));
    let wrong = vec!["ábaco".to_owned(); 3];
    assert!(matches!(session.words_new_confirm(&wrong), Err(AppError::NewWordsDiffer)));
    let answers: Vec<String> = kept.ask.iter().map(|place| kept.words[usize::from(*place) - 1].clone()).collect();
    // A clone is the same unlocked vault: the window asks each call of a fresh one.
    session.clone().words_new_confirm(&answers).unwrap();
    assert!(matches!(session.words_sheet(&sheet, Lang::Es), Err(AppError::NoNewWords)));
    drop(session);
    assert!(unlock_with_words(&vault, &old, NEW, Lang::Es).is_err());
    assert!(opens(&vault, OLD, None));
    assert!(unlock_with_words(&vault, &kept.words, NEW, Lang::Es).is_ok());
}
