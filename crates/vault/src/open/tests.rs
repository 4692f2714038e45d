use super::{LockedVault, OpenedVault, WayIn};
use crate::error::{Kind, ReadOnly, VaultError};
use crate::header::HeaderFile;
use crate::kdf::KdfCost;
use crate::keyring::Copies;
use crate::ledger::{FrameDraft, FrameKind};
use crate::passphrase::choose;
use crate::secret::{Keyfile, Passphrase};
use crate::slot::UnlockSecret;
use crate::words::RecoveryWords;
use std::fs;
use std::path::{Path, PathBuf};

const OLD: &str = "murciélago azúcar canción árbol";
const NEW: &str = "pirata museo hábil sapo embudo";

fn cost() -> KdfCost {
    KdfCost::with_memory(65_536).unwrap()
}

fn way_in(typed: &str) -> WayIn {
    WayIn { passphrase: choose(typed).unwrap(), keyfile: None }
}

fn secret(typed: &str) -> UnlockSecret {
    UnlockSecret::Passphrase(Passphrase::new(typed).unwrap())
}

fn words_secret(words: &RecoveryWords) -> UnlockSecret {
    UnlockSecret::RecoveryWords(words.clone())
}

struct Made {
    _temp: tempfile::TempDir,
    root: PathBuf,
    words: RecoveryWords,
}

fn make() -> (Made, OpenedVault) {
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path().join("boveda");
    let (vault, words) = OpenedVault::create(&root, &way_in(OLD), cost()).unwrap();
    (Made { _temp: temp, root, words }, vault)
}

fn unlock(root: &Path, secret: &UnlockSecret) -> Result<OpenedVault, VaultError> {
    LockedVault::at(root)?.unlock(secret)
}

fn error(result: Result<OpenedVault, VaultError>) -> VaultError {
    match result {
        Ok(_) => panic!("it opened"),
        Err(error) => error,
    }
}

fn append(vault: &mut OpenedVault, content: &[u8]) {
    let draft = FrameDraft { kind: FrameKind::OUTBOX, bytes: content.to_vec(), minute: 1 };
    vault.ledger_mut().append(&[draft]).unwrap();
}

fn contents(vault: &mut OpenedVault) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    vault
        .ledger_mut()
        .replay(None, &mut |frame| {
            found.push(frame.bytes);
            Ok(())
        })
        .unwrap();
    found
}

#[test]
fn a_vault_opens_with_its_passphrase_and_with_its_words_and_holds_what_was_written() {
    let (made, mut vault) = make();
    append(&mut vault, b"one");
    let locked = vault.lock().unwrap();
    let mut vault = locked.unlock(&secret(OLD)).unwrap();
    assert_eq!(vault.report().headers, Copies::Whole);
    assert_eq!(vault.report().keyrings, Copies::Whole);
    append(&mut vault, b"two");
    drop(vault);
    let mut vault = unlock(&made.root, &words_secret(&made.words)).unwrap();
    assert_eq!(contents(&mut vault), [b"one".to_vec(), b"two".to_vec()]);
}

#[test]
fn b05_a_wrong_passphrase_is_one_error_however_often() {
    let (made, vault) = make();
    drop(vault);
    for typed in ["m", "murciélago azúcar canción árbo", "otra frase"] {
        let refused = error(unlock(&made.root, &secret(typed)));
        assert!(matches!(refused, VaultError::WrongPassphrase));
        assert_eq!(refused.kind(), Kind::WrongKey);
    }
    let other_words = words_secret(&RecoveryWords::generate().unwrap());
    assert!(matches!(error(unlock(&made.root, &other_words)), VaultError::WrongPassphrase));
    assert!(unlock(&made.root, &secret(OLD)).is_ok());
}

#[test]
fn a19_a_vault_in_use_is_refused_to_a_second_opening() {
    let (made, vault) = make();
    assert!(matches!(LockedVault::at(&made.root), Err(VaultError::InUse)));
    drop(vault);
    assert!(LockedVault::at(&made.root).is_ok());
}

#[test]
fn b07_after_a_change_the_old_passphrase_opens_nothing_and_the_words_still_do() {
    let (made, mut vault) = make();
    append(&mut vault, b"one");
    vault.change_way_in(&way_in(NEW), cost()).unwrap();
    append(&mut vault, b"two");
    drop(vault);
    assert!(matches!(error(unlock(&made.root, &secret(OLD))), VaultError::WrongPassphrase));
    assert_eq!(contents(&mut unlock(&made.root, &secret(NEW)).unwrap()).len(), 2);
    assert_eq!(contents(&mut unlock(&made.root, &words_secret(&made.words)).unwrap()).len(), 2);
}

#[test]
fn l02_forgotten_passphrase_the_words_give_a_new_one() {
    let (made, vault) = make();
    drop(vault);
    let recovered = LockedVault::at(&made.root).unwrap().recover(&made.words, &way_in(NEW), cost()).unwrap();
    drop(recovered);
    assert!(unlock(&made.root, &secret(OLD)).is_err());
    assert!(unlock(&made.root, &secret(NEW)).is_ok());
    assert!(unlock(&made.root, &words_secret(&made.words)).is_ok());
}

#[test]
fn b11_with_a_keyfile_the_passphrase_alone_opens_nothing() {
    let (made, mut vault) = make();
    let with =
        |content: &[u8]| UnlockSecret::PassphraseAndKeyfile(Passphrase::new(OLD).unwrap(), Keyfile::new(content));
    let both = WayIn { keyfile: Some(Keyfile::new(b"abc")), ..way_in(OLD) };
    vault.change_way_in(&both, cost()).unwrap();
    drop(vault);
    assert!(matches!(error(unlock(&made.root, &secret(OLD))), VaultError::WrongPassphrase));
    assert!(matches!(error(unlock(&made.root, &with(b"abd"))), VaultError::WrongPassphrase));
    assert!(unlock(&made.root, &with(b"abc")).is_ok());
    assert!(unlock(&made.root, &words_secret(&made.words)).is_ok());
}

#[test]
fn a06_one_spoilt_header_costs_nothing_and_two_are_damage() {
    let (made, vault) = make();
    let root_key = vault.root_key();
    let paths = vault.dir().headers();
    drop(vault);
    let reopen = || LockedVault::at(&made.root).unwrap().unlock_with_root(&root_key);
    let good = fs::read(&paths[0]).unwrap();
    for path in &paths {
        for at in [0, 9, 14, 60, 100, 300, 400, 460] {
            let mut bad = fs::read(path).unwrap();
            bad[at] ^= 0x10;
            fs::write(path, &bad).unwrap();
            let opened = reopen().unwrap();
            assert!(!opened.report().header_altered, "byte {at}");
            assert_eq!(opened.report().headers, Copies::OneRepaired, "byte {at}");
            drop(opened);
            assert_eq!(reopen().unwrap().report().headers, Copies::Whole);
        }
    }
    fs::remove_file(&paths[0]).unwrap();
    assert_eq!(reopen().unwrap().report().headers, Copies::OneRepaired);
    for path in &paths {
        fs::write(path, &good[..100]).unwrap();
    }
    assert!(matches!(error(unlock(&made.root, &secret(OLD))), VaultError::HeaderUnreadable));
}

#[test]
fn a06_with_the_passphrase_a_flip_is_repaired_and_an_altered_pair_is_read_only() {
    let (made, mut vault) = make();
    append(&mut vault, b"one");
    let paths = vault.dir().headers();
    drop(vault);
    // A byte of the second slot's commitment: the first slot still opens, the MAC does not hold.
    let mut bad = fs::read(&paths[0]).unwrap();
    let commitment = HeaderFile::read(&bad).unwrap().header.slots[1].commitment;
    let at = bad.windows(commitment.len()).position(|window| window == commitment).unwrap();
    bad[at] ^= 1;
    fs::write(&paths[0], &bad).unwrap();
    assert_eq!(unlock(&made.root, &secret(OLD)).unwrap().report().headers, Copies::OneRepaired);
    for path in &paths {
        fs::write(path, &bad).unwrap();
    }
    let mut altered = unlock(&made.root, &secret(OLD)).unwrap();
    assert!(altered.report().header_altered);
    assert_eq!(contents(&mut altered), [b"one".to_vec()]);
    assert_eq!(altered.ledger().read_only(), Some(ReadOnly::HeaderAltered));
    let draft = FrameDraft { kind: FrameKind::OUTBOX, bytes: vec![], minute: 0 };
    assert!(altered.ledger_mut().append(&[draft]).is_err());
    assert!(altered.change_way_in(&way_in(NEW), cost()).is_err());
    assert_eq!(fs::read(&paths[0]).unwrap(), bad, "nothing was written");
}

#[test]
fn a10_an_attackers_own_slot_and_root_key_open_nothing() {
    let (made, vault) = make();
    let paths = vault.dir().headers();
    drop(vault);
    let (other, vault) = make();
    let foreign = fs::read(&vault.dir().headers()[0]).unwrap();
    drop(vault);
    for path in &paths {
        fs::write(path, &foreign).unwrap();
    }
    // a11: the foreign header opens with its own words, and nothing else of this vault opens under it.
    let refused = error(unlock(&made.root, &words_secret(&other.words)));
    assert!(matches!(refused, VaultError::KeyringDamaged));
    assert_eq!(refused.kind(), Kind::Damaged);
}

#[test]
fn a10b_yesterdays_header_put_back_is_noticed_and_no_old_copy_is_kept() {
    let (made, mut vault) = make();
    let paths = vault.dir().headers();
    let yesterday = fs::read(&paths[0]).unwrap();
    vault.change_way_in(&way_in(NEW), cost()).unwrap();
    let today = fs::read(&paths[0]).unwrap();
    drop(vault);
    let holds_yesterday = walk(&made.root).iter().any(|file| fs::read(file).unwrap() == yesterday);
    assert!(!holds_yesterday, "no copy of the old header exists");

    fs::write(&paths[0], &yesterday).unwrap();
    let refused = error(unlock(&made.root, &secret(OLD)));
    assert!(matches!(refused, VaultError::GenerationMismatch { header: 1, vault: 2 }), "{refused:?}");
    assert_eq!(refused.kind(), Kind::Damaged);
    // Whoever has the new passphrase, or the words, gets the new header, and both copies are whole again.
    assert_eq!(unlock(&made.root, &words_secret(&made.words)).unwrap().report().headers, Copies::OneRepaired);
    for path in &paths {
        assert_ne!(fs::read(path).unwrap(), yesterday);
    }
    for path in &paths {
        fs::write(path, &yesterday).unwrap();
    }
    assert!(matches!(error(unlock(&made.root, &secret(OLD))), VaultError::GenerationMismatch { .. }));
    fs::write(&paths[1], &today).unwrap();
    assert!(unlock(&made.root, &secret(NEW)).is_ok());
}

#[test]
fn a10b_the_head_notices_an_old_header_put_back_with_its_keyrings() {
    let (made, mut vault) = make();
    let files: Vec<PathBuf> = vault.dir().headers().into_iter().chain(vault.dir().keyrings()).collect();
    let yesterday: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file).unwrap()).collect();
    vault.change_way_in(&way_in(NEW), cost()).unwrap();
    drop(vault);
    for (file, content) in files.iter().zip(&yesterday) {
        fs::write(file, content).unwrap();
    }
    assert!(matches!(error(unlock(&made.root, &secret(OLD))), VaultError::GenerationMismatch { .. }));
}

#[test]
fn a_change_of_passphrase_interrupted_anywhere_leaves_a_vault_that_opens() {
    let (made, mut vault) = make();
    append(&mut vault, b"one");
    let (root, root_key) = (made.root.clone(), vault.root_key());
    let names = ["vault.rgv", "vault2.rgv", "keyring1.rgk", "keyring2.rgk"];
    let read_all = || names.map(|name| fs::read(root.join(name)).unwrap());
    let head = walk(&root).into_iter().find(|file| file.ends_with("head.rgh")).unwrap();
    let (before, head_before) = (read_all(), fs::read(&head).unwrap());
    vault.change_way_in(&way_in(NEW), cost()).unwrap();
    drop(vault);
    let after = read_all();
    for written in 0..=names.len() {
        for (index, name) in names.iter().enumerate() {
            let content = if index < written { &after[index] } else { &before[index] };
            fs::write(root.join(name), content).unwrap();
        }
        fs::write(&head, &head_before).unwrap();
        let opens_with = if written == 0 { OLD } else { NEW };
        let mut vault = unlock(&root, &secret(opens_with)).unwrap();
        assert_eq!(contents(&mut vault), [b"one".to_vec()], "after {written} files");
        drop(vault);
        let again = LockedVault::at(&root).unwrap().unlock_with_root(&root_key).unwrap();
        assert_eq!((again.report().headers, again.report().keyrings), (Copies::Whole, Copies::Whole));
    }
}

#[test]
fn u10_after_new_words_the_old_ones_open_nothing_and_the_passphrase_still_does() {
    let (made, mut vault) = make();
    append(&mut vault, b"one");
    let fresh = RecoveryWords::generate().unwrap();
    vault.change_words(&fresh, cost()).unwrap();
    drop(vault);
    assert!(matches!(error(unlock(&made.root, &words_secret(&made.words))), VaultError::WrongPassphrase));
    for opens in [words_secret(&fresh), secret(OLD)] {
        let mut vault = unlock(&made.root, &opens).unwrap();
        assert_eq!(contents(&mut vault), [b"one".to_vec()]);
    }
    let mut vault = unlock(&made.root, &secret(OLD)).unwrap();
    vault.change_way_in(&way_in(NEW), cost()).unwrap();
    drop(vault);
    assert!(unlock(&made.root, &words_secret(&fresh)).is_ok());
}

#[test]
fn tmp_is_emptied_at_start_and_at_lock() {
    let (made, vault) = make();
    let left = vault.dir().tmp().join("left");
    fs::write(&left, b"x").unwrap();
    drop(vault.lock().unwrap());
    assert!(!left.exists());
    fs::write(&left, b"x").unwrap();
    let opened = unlock(&made.root, &secret(OLD)).unwrap();
    assert!(!left.exists());
    drop(opened);
}

#[cfg(unix)]
#[test]
fn a20_every_file_and_folder_of_a_vault_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (made, mut vault) = make();
    append(&mut vault, b"one");
    vault.blobs().write(&mut b"hola".as_slice()).unwrap();
    for file in walk(&made.root) {
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0, "{}", file.display());
        let folder = file.parent().unwrap();
        assert_eq!(fs::metadata(folder).unwrap().permissions().mode() & 0o077, 0, "{}", folder.display());
    }
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(walk(&path)) } else { files.push(path) }
    }
    files
}
