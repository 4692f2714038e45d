//! U13: a copy counts only when it was read back, and is everything the vault was.

use std::fs;
use std::path::{Path, PathBuf};

use resguardo_domain::operation::Action;
use resguardo_domain::value::Value;

use super::desk::{Desk, Hand, PASSPHRASE, files, flip, list, scratch, told, write_records};
use crate::attachment::attachment;
use crate::error::VaultError;
use crate::secret::Passphrase;
use crate::slot::UnlockSecret;
use crate::vault::Vault;

/// A vault with records and one attachment.
fn filled() -> (Desk, Vault) {
    let (desk, vault) = Desk::new();
    let mut hand = Hand::new(1);
    let ids = write_records(&mut hand, &vault, 40);
    let key = vault.blobs().write(&mut vec![7_u8; 300_000].as_slice()).unwrap();
    let value = Value::Attachment(Box::new(attachment(&key, "image/png".to_owned(), "foto.png".to_owned())));
    let add = hand.pen(1_000_000, |pen| {
        let item = pen.item();
        pen.write(ids[0], Action::Add { field: "attachments".to_owned(), item, value }, Vec::new())
    });
    vault.commit(vec![vec![add]], 1_000_000).unwrap();
    (desk, vault)
}

fn names(folder: &Path) -> Vec<PathBuf> {
    files(folder).into_iter().map(|file| file.strip_prefix(folder).unwrap().to_owned()).collect()
}

#[test]
fn u13_a_copy_is_read_back_and_opens_as_the_vault_does() {
    let (desk, vault) = filled();
    vault.keep_desk(Some(b"una frase".to_vec().into())).unwrap();
    let temp = scratch();
    let place = temp.path().join("copia");
    let mut steps = Vec::new();
    let made = vault
        .copy_to(&place, &mut |done, total| {
            steps.push((done, total));
            true
        })
        .unwrap();
    assert_eq!((made.records, made.attachments, made.attachments_lacking), (40, 1, 0));
    assert!(steps.iter().zip(steps.iter().skip(1)).all(|(before, after)| before.0 <= after.0), "it only goes on");
    let (done, total) = *steps.last().unwrap();
    assert!(done == total && total > 0);
    let left_out = |path: &PathBuf| !path.starts_with("proj") && !path.starts_with("lock") && !path.starts_with("tmp");
    let expected: Vec<PathBuf> = names(&desk.root).into_iter().filter(left_out).collect();
    assert_eq!(names(&place), expected);
    for name in &expected {
        assert_eq!(fs::read(place.join(name)).unwrap(), fs::read(desk.root.join(name)).unwrap(), "{}", name.display());
    }
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 1, "nothing else is left there");
    let before = told(&vault);
    drop(vault);
    let copy = Vault::unlock(&place, &UnlockSecret::Passphrase(Passphrase::new(PASSPHRASE).unwrap())).unwrap();
    assert_eq!(told(&copy), before);
    assert_eq!(copy.verify().unwrap().problems, []);
}

#[test]
fn u13_a_copy_never_goes_over_anything() {
    let (_desk, vault) = filled();
    let temp = scratch();
    let place = temp.path().join("copia");
    fs::create_dir(&place).unwrap();
    fs::write(place.join("carta.txt"), "x").unwrap();
    assert!(matches!(vault.copy_to(&place, &mut |_, _| true), Err(VaultError::FolderNotEmpty)));
    assert_eq!(names(temp.path()), [PathBuf::from("copia/carta.txt")]);
}

#[test]
fn u13_a_disk_that_gives_back_other_bytes_is_found_out() {
    let (_desk, vault) = filled();
    for end in ["rgl", "rgb", "rgk", "rgv", "rgh"] {
        let temp = scratch();
        let place = temp.path().join("copia");
        let unfinished = temp.path().join("copia.parcial");
        let mut spoilt = false;
        let copied = vault.copy_to(&place, &mut |_, _| {
            // The attachments are written last: everything is there when the first one is.
            let written =
                unfinished.is_dir() && files(&unfinished).iter().any(|file| file.ends_with(blob(&unfinished)));
            if written && !spoilt {
                let all = files(&unfinished);
                let file = all.iter().find(|file| file.extension().is_some_and(|found| found == end)).unwrap();
                flip(file, 60, 3);
                spoilt = true;
            }
            true
        });
        assert!(spoilt && matches!(copied, Err(VaultError::CopyDiffers)), "{end}: {copied:?}");
        assert!(names(temp.path()).is_empty(), "{end}: nothing of it is left");
    }
    assert_eq!(list(&vault).len(), 40);
}

/// The attachment, once it is whole.
fn blob(folder: &Path) -> PathBuf {
    let whole = |file: &PathBuf| {
        file.extension().is_some_and(|end| end == "rgb") && fs::metadata(file).is_ok_and(|meta| meta.len() > 300_000)
    };
    files(folder).into_iter().find(whole).unwrap_or_else(|| folder.join("none"))
}

#[test]
fn a_copy_that_is_stopped_leaves_nothing_and_the_vault_goes_on() {
    let (_desk, vault) = filled();
    let temp = scratch();
    for stop_after in [0, 3, 12] {
        let mut asked = 0;
        let copied = vault.copy_to(&temp.path().join("copia"), &mut |_, _| {
            asked += 1;
            asked <= stop_after
        });
        assert!(matches!(copied, Err(VaultError::Stopped)), "{copied:?}");
        assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 0);
    }
    write_records(&mut Hand::new(2), &vault, 1);
    assert_eq!(list(&vault).len(), 41);
}

#[test]
fn an_attachment_the_vault_lacks_is_told_and_the_rest_is_copied() {
    let (desk, vault) = filled();
    let file = files(&desk.root).into_iter().find(|file| file.extension().is_some_and(|end| end == "rgb")).unwrap();
    flip(&file, 5_000, 1);
    let temp = scratch();
    let made = vault.copy_to(&temp.path().join("copia"), &mut |_, _| true).unwrap();
    assert_eq!((made.records, made.attachments, made.attachments_lacking), (40, 0, 1));
}

#[test]
fn what_is_written_while_a_copy_is_made_is_not_torn() {
    let (_desk, vault) = filled();
    let temp = scratch();
    let place = temp.path().join("copia");
    let mut hand = Hand::new(2);
    let mut written = 0;
    let made = vault
        .copy_to(&place, &mut |_, _| {
            if written < 5 {
                write_records(&mut hand, &vault, 1);
                written += 1;
            }
            true
        })
        .unwrap();
    assert_eq!((made.records, written, list(&vault).len()), (40, 5, 45));
}

#[test]
fn a_check_tells_how_far_it_is_and_can_be_stopped() {
    let (_desk, vault) = filled();
    let mut last = (0, 0);
    let verified = vault
        .verify_told(&mut |done, total| {
            last = (done, total);
            true
        })
        .unwrap();
    assert_eq!((verified.problems.len(), verified.attachments), (0, 1));
    assert!(last.0 == last.1 && last.1 > 40, "{last:?}");
    for most in [0, 10, 41] {
        let stopped = vault.verify_told(&mut |done, _| done <= most);
        assert!(matches!(stopped, Err(VaultError::Stopped)), "{stopped:?}");
    }
    write_records(&mut Hand::new(2), &vault, 1);
    assert_eq!(vault.verify().unwrap().problems, []);
}
