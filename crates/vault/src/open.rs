//! Making, opening and closing a vault: the pieces put together.
//!
//! Locked and unlocked are different types: what needs a key cannot be asked of a [`LockedVault`].
//!
//! ```no_run
//! # fn main() -> Result<(), resguardo_vault::VaultError> {
//! use resguardo_vault::kdf::KdfCost;
//! use resguardo_vault::open::{LockedVault, OpenedVault, WayIn};
//! use resguardo_vault::secret::Passphrase;
//! use resguardo_vault::slot::UnlockSecret;
//! use resguardo_vault::passphrase;
//! use std::path::Path;
//!
//! let root = Path::new("/somewhere/vault");
//! let way_in = WayIn { passphrase: passphrase::choose("murciélago azúcar canción árbol")?, keyfile: None };
//! let (vault, words) = OpenedVault::create(root, &way_in, KdfCost::calibrate()?)?;
//! drop((vault, words));
//! let secret = UnlockSecret::Passphrase(Passphrase::new("murciélago azúcar canción árbol")?);
//! let vault = LockedVault::at(root)?.unlock(&secret)?;
//! # drop(vault); Ok(()) }
//! ```

mod change;
mod headers;

use crate::blob::BlobStore;
use crate::dir::VaultDir;
use crate::envelope::ScopeWriter;
use crate::error::{ReadOnly, VaultError};
use crate::header::Header;
use crate::kdf::KdfCost;
use crate::keyring::{self, Copies, Keyring, KeyringStore, ScopeKeys};
use crate::keys::RootKeys;
use crate::ledger::{Ledger, LedgerPlace, OpenReport};
use crate::lock::VaultLock;
use crate::passphrase::ChosenPassphrase;
use crate::random::random;
use crate::secret::{Keyfile, VaultRootKey};
use crate::slot::{Slot, SlotSeed, UnlockSecret};
use crate::words::RecoveryWords;
use headers::Found;
use resguardo_wire::id::{ScopeId, VaultId};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What a person will unlock with from now on, beside the recovery words: a passphrase, or both a passphrase and a
/// keyfile. With a keyfile the passphrase alone opens nothing.
#[derive(Clone, Debug)]
pub struct WayIn {
    /// The new passphrase.
    pub passphrase: ChosenPassphrase,
    /// The keyfile, if there is to be one.
    pub keyfile: Option<Keyfile>,
}

impl WayIn {
    /// What unlocks the slot made of this.
    #[must_use]
    pub fn secret(&self) -> UnlockSecret {
        let passphrase = self.passphrase.passphrase().clone();
        match &self.keyfile {
            None => UnlockSecret::Passphrase(passphrase),
            Some(keyfile) => UnlockSecret::PassphraseAndKeyfile(passphrase, keyfile.clone()),
        }
    }
}

/// A vault this process has to itself and cannot read.
#[derive(Debug)]
pub struct LockedVault {
    dir: VaultDir,
    lock: VaultLock,
}

/// In what state a vault was found, for the person to be told.
#[derive(Clone, Debug)]
pub struct UnlockReport {
    /// The two headers.
    pub headers: Copies,
    /// Whether no copy of the header is as it was written. Everything can be read and nothing written.
    pub header_altered: bool,
    /// The two keyrings.
    pub keyrings: Copies,
    /// The private ledger.
    pub ledger: OpenReport,
    /// How long key derivation took.
    pub derive: Duration,
}

/// A vault that is open: its keys, its private ledger, its attachments.
pub struct OpenedVault {
    dir: VaultDir,
    lock: VaultLock,
    header: Header,
    keys: RootKeys,
    keyring: Arc<KeyringStore>,
    ledger: Ledger,
    scope: Arc<ScopeWriter>,
    blobs: Arc<BlobStore>,
    report: UnlockReport,
}

/// Whether this opens the vault in a folder; nothing is opened and no lock is taken.
///
/// # Errors
/// `WrongPassphrase`; `NoVault`; what a damaged header says.
pub fn is_way_in(root: &Path, secret: &UnlockSecret) -> Result<(), VaultError> {
    let dir = VaultDir::at(root)?;
    headers::find(&dir, &mut |header| headers::try_slots(header, secret)).map(drop)
}

impl LockedVault {
    /// Takes the vault in a folder for this process.
    ///
    /// # Errors
    /// `NoVault`, `InUse`, `Disk`.
    pub fn at(root: &Path) -> Result<Self, VaultError> {
        let dir = VaultDir::at(root)?;
        let lock = VaultLock::take(&dir)?;
        Ok(Self { dir, lock })
    }

    /// Opens the vault. One copy that was damaged or left behind by a crash is written anew; a torn tail is put aside.
    ///
    /// # Errors
    /// `WrongPassphrase`; `HeaderUnreadable`, `HeaderParameters`, `GenerationMismatch`, `KeyringDamaged`, `KeyMissing`,
    /// `NewerFormat`; `NotEnoughMemory`; `Disk`, `DiskFull`.
    pub fn unlock(self, secret: &UnlockSecret) -> Result<OpenedVault, VaultError> {
        let started = Instant::now();
        let found = headers::find(&self.dir, &mut |header| headers::try_slots(header, secret))?;
        let derive = started.elapsed();
        self.open_found(found, derive)
    }

    /// Opens the vault with its root key, as [`OpenedVault::root_key`] gave it: no slot is asked.
    ///
    /// # Errors
    /// As [`LockedVault::unlock`]; another vault's root key is `WrongPassphrase` or `KeyringDamaged`.
    pub fn unlock_with_root(self, root: &VaultRootKey) -> Result<OpenedVault, VaultError> {
        let found = headers::find(&self.dir, &mut |_| Ok(Some(root.clone())))?;
        self.open_found(found, Duration::ZERO)
    }

    /// Opens the vault with its recovery words and gives it a new passphrase. The words keep working.
    ///
    /// # Errors
    /// As [`LockedVault::unlock`] and [`OpenedVault::change_way_in`].
    pub fn recover(self, words: &RecoveryWords, way_in: &WayIn, cost: KdfCost) -> Result<OpenedVault, VaultError> {
        let mut opened = self.unlock(&UnlockSecret::RecoveryWords(words.clone()))?;
        opened.change_way_in(way_in, cost)?;
        Ok(opened)
    }

    fn open_found(self, found: Found, derive: Duration) -> Result<OpenedVault, VaultError> {
        let Found { header, keys, authentic, copies } = found;
        self.dir.empty_tmp()?;
        let place = keyring::place(header.vault, keys.keyring(&header.keyring_salt));
        let (keyring, keyrings) = KeyringStore::open(self.dir.clone(), place)?;
        let keyring_generation = keyring.generation();
        // One behind: a change of the header was interrupted before it reached the keyrings.
        let interrupted = keyring_generation.checked_add(1) == Some(header.generation);
        if authentic && header.generation != keyring_generation && !interrupted {
            return Err(VaultError::GenerationMismatch { header: header.generation, vault: keyring_generation });
        }
        let keyring = Arc::new(keyring);
        let scope_id = ScopeId::from(header.vault);
        let place = LedgerPlace::new(self.dir.clone(), &keys, scope_id, Arc::clone(&keyring));
        let (ledger, ledger_report) = Ledger::open(place)?;
        if authentic && ledger_report.generation > header.generation {
            return Err(VaultError::GenerationMismatch { header: header.generation, vault: ledger_report.generation });
        }
        let scope = Arc::new(private_scope(scope_id, &keyring.scope(&scope_id)?)?);
        let blobs = Arc::new(BlobStore::new(self.dir.clone(), keys.clone()));
        let report =
            UnlockReport { headers: copies, header_altered: !authentic, keyrings, ledger: ledger_report, derive };
        let mut opened =
            OpenedVault { dir: self.dir, lock: self.lock, header, keys, keyring, ledger, scope, blobs, report };
        if authentic {
            opened.settle()?;
        } else {
            opened.ledger.forbid_writing(ReadOnly::HeaderAltered);
        }
        Ok(opened)
    }
}

impl OpenedVault {
    /// Makes a new vault in a folder that is empty or not there, and the words that recover it.
    ///
    /// # Errors
    /// `SyncedFolder`, `FolderNotEmpty`, `NotEnoughMemory`, `NoRandomness`, `Disk`, `DiskFull`.
    pub fn create(root: &Path, way_in: &WayIn, cost: KdfCost) -> Result<(Self, RecoveryWords), VaultError> {
        let vault = VaultId::new(random()?);
        let keys = RootKeys::new(vault, VaultRootKey::new(random()?));
        let words = RecoveryWords::generate()?;
        let dir = VaultDir::create(root)?;
        let lock = VaultLock::take(&dir)?;
        let mut slots = Vec::new();
        for secret in [way_in.secret(), UnlockSecret::RecoveryWords(words.clone())] {
            slots.push(Slot::seal(&vault, keys.root(), &secret, cost, SlotSeed::random()?)?);
        }
        let header = Header { vault, generation: 1, slots, keyring_salt: random()? };
        let scope_id = ScopeId::from(vault);
        let scopes = BTreeMap::from([(scope_id, ScopeKeys::new_private()?)]);
        let first = Keyring { generation: header.generation, scopes, extensions: BTreeMap::new() };
        let place = keyring::place(vault, keys.keyring(&header.keyring_salt));
        let keyring = Arc::new(KeyringStore::create(dir.clone(), place, first)?);
        let place = LedgerPlace::new(dir.clone(), &keys, scope_id, keyring);
        drop(Ledger::create(place, header.generation)?);
        // Last: a folder without a header is no vault, whatever a crash left in it.
        headers::write(&dir, &header, &keys)?;
        let locked = LockedVault { dir, lock };
        let opened = locked.unlock_with_root(keys.root())?;
        Ok((opened, words))
    }

    /// The vault's folder.
    #[must_use]
    pub const fn dir(&self) -> &VaultDir {
        &self.dir
    }

    /// Keys and blinded names under the root key.
    #[must_use]
    pub const fn keys(&self) -> &RootKeys {
        &self.keys
    }

    /// The vault's id, which is also its private scope's.
    #[must_use]
    pub const fn id(&self) -> &VaultId {
        &self.header.vault
    }

    /// The root key itself, for a process that will open the same vault again with
    /// [`LockedVault::unlock_with_root`] and must not derive it twice.
    #[must_use]
    pub fn root_key(&self) -> VaultRootKey {
        self.keys.root().clone()
    }

    /// The private ledger.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The private ledger, to append to.
    #[must_use]
    pub const fn ledger_mut(&mut self) -> &mut Ledger {
        &mut self.ledger
    }

    /// Seals and opens envelopes of the private scope.
    #[must_use]
    pub fn scope(&self) -> Arc<ScopeWriter> {
        Arc::clone(&self.scope)
    }

    /// The attachments.
    #[must_use]
    pub fn blobs(&self) -> Arc<BlobStore> {
        Arc::clone(&self.blobs)
    }

    /// In what state the vault was found.
    #[must_use]
    pub const fn report(&self) -> &UnlockReport {
        &self.report
    }

    /// Wipes the keys and gives the vault back locked; this process keeps it to itself.
    ///
    /// # Errors
    /// `Disk` if `tmp/` could not be emptied; the keys are gone in any case.
    pub fn lock(self) -> Result<LockedVault, VaultError> {
        let Self { dir, lock, .. } = self;
        dir.empty_tmp()?;
        Ok(LockedVault { dir, lock })
    }
}

fn private_scope(id: ScopeId, keys: &ScopeKeys) -> Result<ScopeWriter, VaultError> {
    let epoch = keys.epochs.get(&0).ok_or(VaultError::KeyMissing)?;
    Ok(ScopeWriter::private(id, &keys.device, epoch.secret.clone()))
}

#[cfg(test)]
mod tests;
