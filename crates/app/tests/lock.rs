//! Locking is never waited for longer than a moment, whatever became of the disk.

use std::sync::mpsc::channel;
use std::time::Duration;

use resguardo_app::records::Assignment;
use resguardo_app::{KdfCost, Lang, Session, WayIn, choose_passphrase};

#[test]
fn a_vault_whose_folder_is_gone_still_locks() {
    let folder = tempfile::tempdir().unwrap();
    let passphrase = choose_passphrase("correct horse battery staple granizo").unwrap();
    let way_in = WayIn { passphrase, keyfile: None };
    let cost = KdfCost::with_memory(65_536).unwrap();
    let (session, _) = Session::create(&folder.path().join("vault"), &way_in, cost, Lang::Es).unwrap();
    for number in 0..300 {
        let text = format!("hecho {number} {}", "x".repeat(2_000));
        session.create_record("incident", &[Assignment::Text { field: "facts".into(), text }]).unwrap();
    }
    std::fs::remove_dir_all(folder.path()).unwrap();
    let (done, waited) = channel();
    std::thread::spawn(move || {
        drop(session);
        done.send(()).unwrap();
    });
    assert_eq!(waited.recv_timeout(Duration::from_secs(60)), Ok(()), "the vault is locked");
}
