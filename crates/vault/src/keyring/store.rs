//! The keyring on disk: two copies, both brought to the same counter after every change.
//!
//! Alternating between two copies would let one flipped bit cost the newest segment its key.

use super::{Keyring, ScopeKeys};
use crate::dir::VaultDir;
use crate::error::VaultError;
use crate::secret::{KeyringKey, SegmentKey};
use resguardo_wire::id::{ScopeId, VaultId};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Which vault a keyring belongs to, and the key that seals it.
#[derive(Clone)]
pub(crate) struct KeyringPlace {
    pub(crate) vault: VaultId,
    pub(crate) key: KeyringKey,
}

/// In what state the two copies of something were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copies {
    /// Both there and the same.
    Whole,
    /// One was missing, damaged or older; it was, or is to be, written anew from the other.
    OneRepaired,
}

struct Held {
    counter: u64,
    keyring: Keyring,
}

/// The open keyring and its two files. Shared by everything that needs a key; changes reach the disk first.
pub struct KeyringStore {
    dir: VaultDir,
    place: KeyringPlace,
    held: Mutex<Held>,
}

impl KeyringStore {
    /// Writes a first keyring.
    ///
    /// # Errors
    /// `DiskFull`, `Disk`, `NoRandomness`.
    pub(crate) fn create(dir: VaultDir, place: KeyringPlace, keyring: Keyring) -> Result<Self, VaultError> {
        let store = Self { dir, place, held: Mutex::new(Held { counter: 0, keyring: keyring.clone() }) };
        store.write(&mut store.lock(), keyring)?;
        Ok(store)
    }

    /// Opens the newest copy that holds. Nothing is written; [`KeyringStore::repair`] does that.
    ///
    /// # Errors
    /// `KeyringDamaged` if neither copy opens, `Disk`.
    pub(crate) fn open(dir: VaultDir, place: KeyringPlace) -> Result<(Self, Copies), VaultError> {
        let mut copies = Vec::new();
        for path in dir.keyrings() {
            let file = dir.read_if_present(&path)?;
            copies.push(file.as_deref().and_then(|file| Keyring::from_file(&place, file)));
        }
        let counters: Vec<Option<u64>> = copies.iter().map(|copy| copy.as_ref().map(|(counter, _)| *counter)).collect();
        let newest = copies.into_iter().flatten().max_by_key(|(counter, _)| *counter);
        let (counter, keyring) = newest.ok_or(VaultError::KeyringDamaged)?;
        let whole = counters.iter().all(|found| *found == Some(counter));
        let copies = if whole { Copies::Whole } else { Copies::OneRepaired };
        Ok((Self { dir, place, held: Mutex::new(Held { counter, keyring }) }, copies))
    }

    /// Writes both copies anew with what is held.
    ///
    /// # Errors
    /// `DiskFull`, `Disk`, `NoRandomness`.
    pub(crate) fn repair(&self) -> Result<(), VaultError> {
        self.change(|_| ())
    }

    /// Changes the keyring: on disk in both copies first, then in memory.
    ///
    /// # Errors
    /// `DiskFull`, `Disk`, `NoRandomness`, `TooLarge`; the keyring held stays as it was.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Keyring)) -> Result<(), VaultError> {
        let mut held = self.lock();
        let mut changed = held.keyring.clone();
        change(&mut changed);
        self.write(&mut held, changed)
    }

    /// Looks at the keyring.
    pub(crate) fn look<T>(&self, at: impl FnOnce(&Keyring) -> T) -> T {
        at(&self.lock().keyring)
    }

    /// The header generation the keyring names.
    #[must_use]
    pub fn generation(&self) -> u32 {
        self.look(|keyring| keyring.generation)
    }

    /// The keys of a scope.
    ///
    /// # Errors
    /// `KeyMissing`.
    pub(crate) fn scope(&self, scope: &ScopeId) -> Result<ScopeKeys, VaultError> {
        self.look(|keyring| keyring.scopes.get(scope).cloned()).ok_or(VaultError::KeyMissing)
    }

    /// The keys of a segment: one, or two while a purge rewrites it; none if the keyring does not know it.
    pub(crate) fn segment(&self, scope: &ScopeId, number: u32) -> Vec<SegmentKey> {
        self.look(|keyring| keyring.scopes.get(scope).and_then(|keys| keys.segments.get(&number).cloned()))
            .unwrap_or_default()
    }

    fn write(&self, held: &mut Held, keyring: Keyring) -> Result<(), VaultError> {
        let counter = held.counter.saturating_add(1);
        let file = keyring.to_file(&self.place, counter)?;
        for path in self.paths() {
            self.dir.write_whole(&path, &file)?;
        }
        *held = Held { counter, keyring };
        Ok(())
    }

    fn paths(&self) -> [PathBuf; 2] {
        self.dir.keyrings()
    }

    /// A panic while the lock was held left the keyring as it was: it is replaced whole or not at all.
    fn lock(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
