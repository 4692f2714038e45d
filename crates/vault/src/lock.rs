//! One process at a time (A19).
//!
//! The operating system's advisory lock on an open file: it goes with the process, however that ends, so a lock file
//! left behind by a crash locks nobody out.

use crate::dir::VaultDir;
use crate::error::VaultError;
use std::fs::{File, OpenOptions, TryLockError};

/// Held as long as a vault is in use by this process.
#[derive(Debug)]
pub struct VaultLock {
    file: File,
}

impl Drop for VaultLock {
    /// Gives the lock back by name. Closing the file would not: a program started at this very moment (a decoder) holds
    /// the same open file until it is itself, and with it the lock.
    fn drop(&mut self) {
        // Were it refused, closing the file, which follows, gives it back a moment later.
        self.file.unlock().ok();
    }
}

impl VaultLock {
    /// Takes the lock.
    ///
    /// # Errors
    /// `InUse` if another process, or another opening in this one, holds it; `Disk`.
    pub fn take(dir: &VaultDir) -> Result<Self, VaultError> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(dir.lock())?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(VaultError::InUse),
            Err(TryLockError::Error(source)) => Err(source.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::VaultLock;
    use crate::dir::VaultDir;
    use crate::error::VaultError;

    #[test]
    fn a19_a_second_opening_is_refused_and_a_stale_file_is_not_a_lock() {
        let temp = tempfile::tempdir().unwrap();
        let dir = VaultDir::create(&temp.path().join("boveda")).unwrap();
        std::fs::write(dir.lock(), b"left by a crash").unwrap();
        let first = VaultLock::take(&dir).unwrap();
        assert!(matches!(VaultLock::take(&dir), Err(VaultError::InUse)));
        drop(first);
        assert!(VaultLock::take(&dir).is_ok());
    }

    #[test]
    fn the_lock_is_given_back_even_while_a_program_just_started_still_holds_the_file() {
        let temp = tempfile::tempdir().unwrap();
        let dir = VaultDir::create(&temp.path().join("boveda")).unwrap();
        let first = VaultLock::take(&dir).unwrap();
        let as_a_fork_holds_it = first.file.try_clone().unwrap();
        drop(first);
        assert!(VaultLock::take(&dir).is_ok());
        drop(as_a_fork_holds_it);
    }
}
