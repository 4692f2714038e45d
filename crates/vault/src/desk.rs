//! What was being written when the vault was locked: one sealed file, written anew by each lock (format.md,
//! desk.rs).

use crate::cipher::{self, NONCE_LEN};
use crate::dir::VaultDir;
use crate::error::VaultError;
use crate::keys::RootKeys;
use crate::padding;
use crate::random::random;
use resguardo_wire::label;
use std::path::Path;
use zeroize::Zeroizing;

/// The most that is kept, before sealing.
pub const DESK_BYTES_MAX: usize = 512 * 1024;
/// The least length on disk, so that an empty desk and a sentence look alike.
const PADDED_MIN: usize = 4096;

/// Whether something is kept in this folder.
#[must_use]
pub fn is_kept(root: &Path) -> bool {
    root.join(crate::dir::DESK).is_file()
}

/// Seals it; nothing to keep deletes what was kept before.
///
/// # Errors
/// `TooLarge`, `DiskFull`, `Disk`, `NoRandomness`.
pub(crate) fn keep(dir: &VaultDir, keys: &RootKeys, state: Option<&[u8]>) -> Result<(), VaultError> {
    let Some(state) = state.filter(|state| !state.is_empty()) else { return dir.remove_desk() };
    if state.len() > DESK_BYTES_MAX {
        return Err(VaultError::TooLarge { size_bytes: state.len() });
    }
    let nonce: [u8; NONCE_LEN] = random()?;
    let sealed = cipher::seal(&keys.desk(), nonce, &aad(keys), padding::pad(state.to_vec(), PADDED_MIN))?;
    dir.write_whole(&dir.desk(), &[nonce.as_slice(), &sealed].concat())
}

/// What is kept. A file that is damaged or another vault's is deleted.
///
/// # Errors
/// `Disk`.
pub(crate) fn kept(dir: &VaultDir, keys: &RootKeys) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
    let Some(file) = dir.read_if_present(&dir.desk())? else { return Ok(None) };
    let opened = file.split_first_chunk::<NONCE_LEN>().and_then(|(nonce, sealed)| {
        let padded = cipher::open(&keys.desk(), *nonce, &aad(keys), sealed)?;
        padding::unpad(padded, PADDED_MIN)
    });
    if opened.is_none() {
        dir.remove_desk()?;
    }
    Ok(opened.map(Zeroizing::new))
}

fn aad(keys: &RootKeys) -> Vec<u8> {
    [label::DESK, keys.vault().as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::{is_kept, keep, kept};
    use crate::dir::VaultDir;
    use crate::keys::RootKeys;
    use crate::secret::VaultRootKey;
    use resguardo_wire::id::VaultId;

    fn keys(byte: u8) -> RootKeys {
        RootKeys::new(VaultId::new([7; 32]), VaultRootKey::new([byte; 32]))
    }

    #[test]
    fn u05_what_was_being_written_comes_back_and_stands_nowhere_in_clear() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("v");
        let dir = VaultDir::create(&root).unwrap();
        assert!(kept(&dir, &keys(1)).unwrap().is_none());
        let sentence = "Llegaron dos hombres en una moto".as_bytes();
        keep(&dir, &keys(1), Some(sentence)).unwrap();
        let file = std::fs::read(dir.desk()).unwrap();
        assert!(is_kept(&root) && !file.windows(8).any(|part| part == &sentence[..8]));
        assert_eq!(file.len(), 24 + 4096 + 16);
        assert_eq!(kept(&dir, &keys(1)).unwrap().unwrap().as_slice(), sentence);
        assert!(is_kept(&root), "a crash loses nothing");
        keep(&dir, &keys(1), None).unwrap();
        assert!(!is_kept(&root));
    }

    #[test]
    fn a_foreign_or_damaged_desk_is_let_go_without_harm() {
        let folder = tempfile::tempdir().unwrap();
        let dir = VaultDir::create(&folder.path().join("v")).unwrap();
        keep(&dir, &keys(1), Some(b"x")).unwrap();
        assert!(kept(&dir, &keys(2)).unwrap().is_none());
        for damaged in [&b""[..], b"short", &[0; 5000]] {
            std::fs::write(dir.desk(), damaged).unwrap();
            assert!(kept(&dir, &keys(1)).unwrap().is_none());
            assert!(!dir.desk().exists());
        }
        assert!(keep(&dir, &keys(1), Some(&vec![0; super::DESK_BYTES_MAX + 1])).is_err());
    }
}
