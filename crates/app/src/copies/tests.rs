use std::path::PathBuf;

use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

use super::DAY_MS;
use crate::error::AppError;
use crate::records::Assignment;
use crate::session::{Session, now_ms};
use crate::{Passphrase, UnlockSecret, choose_passphrase};

const PASSPHRASE: &str = "murciélago azúcar canción árbol";

fn desk() -> (tempfile::TempDir, PathBuf, Session) {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("boveda");
    let way_in = WayIn { passphrase: choose_passphrase(PASSPHRASE).unwrap(), keyfile: None };
    let (session, _) = Session::create(&vault, &way_in, KdfCost::with_memory(65_536).unwrap(), Lang::Es).unwrap();
    (folder, vault, session)
}

fn write(session: &Session, count: usize) {
    for _ in 0..count {
        let text = Assignment::Text { field: "facts".to_owned(), text: "Llegaron dos hombres".to_owned() };
        session.create_record("incident", &[text]).unwrap();
    }
}

#[test]
fn u13_how_a_copy_stands_is_said_and_what_is_late_is_so() {
    let (_folder, _, session) = desk();
    let disk = tempfile::tempdir().unwrap();
    let none = session.copied();
    assert_eq!((none.sentence.as_str(), none.changes, none.late), ("Sin copia todavía", 0, false));
    write(&session, 2);
    assert_eq!((session.copied().changes, session.copied().late), (2, false));
    assert!(session.copied_at(now_ms() + 15 * DAY_MS).late, "records of two weeks and no copy");
    let told = session.archive_copy(disk.path(), &mut |_, _| true).unwrap();
    assert!(told.folder.starts_with("copia-20") && told.records >= 2 && told.attachments_lacking == 0);
    assert_eq!((told.copied.sentence.as_str(), told.copied.changes, told.copied.late), ("Copia de hoy", 0, false));
    let later = session.copied_at(now_ms() + 6 * DAY_MS);
    assert_eq!((later.sentence.as_str(), later.days, later.late), ("Copia hace 6 días", Some(6), false));
    assert!(!session.copied_at(now_ms() + 30 * DAY_MS).late, "nothing changed: nothing is due");
    write(&session, 1);
    assert!(session.copied_at(now_ms() + 15 * DAY_MS).late);
    write(&session, 50);
    assert!(session.copied().late, "more than fifty changed");
    let mut english = session;
    english.lang = Lang::En;
    assert_eq!(english.copied_at(now_ms() + DAY_MS).sentence, "Copied one day ago");
}

#[test]
fn u13_a_copy_opens_with_the_same_passphrase_and_holds_the_same_records() {
    let (_folder, _, session) = desk();
    write(&session, 3);
    let disk = tempfile::tempdir().unwrap();
    let told = session.archive_copy(disk.path(), &mut |_, _| true).unwrap();
    let secret = UnlockSecret::Passphrase(Passphrase::new(PASSPHRASE).unwrap());
    let copy = Session::unlock(&disk.path().join(&told.folder), &secret, Lang::Es).unwrap();
    assert_eq!(copy.state().records, 3);
    assert!(copy.verify().unwrap().ok);
}

#[test]
fn a_copy_goes_neither_into_the_vault_nor_where_nobody_may_write_and_leaves_nothing_when_stopped() {
    let (_folder, vault, session) = desk();
    write(&session, 1);
    for place in [vault.clone(), vault.join("tmp")] {
        assert!(matches!(session.archive_copy(&place, &mut |_, _| true), Err(AppError::PlaceInVault)));
    }
    let gone = vault.with_file_name("nowhere");
    assert!(matches!(session.archive_copy(&gone, &mut |_, _| true), Err(AppError::Unwritable { .. })));
    let disk = tempfile::tempdir().unwrap();
    assert!(session.archive_copy(disk.path(), &mut |_, _| false).is_err());
    assert_eq!(std::fs::read_dir(disk.path()).unwrap().count(), 0);
    assert_eq!(session.copied().at, None, "a copy that was not made is not written down");
}
