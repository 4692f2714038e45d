//! The ledger: append-only segments of sealed, chained frames. What it holds is the truth; everything else can be
//! made again from it (protocol.md §2.5).
//!
//! **Invariant**: a position is given back only after its frame and the head that covers it are on disk.
//! **Invariant**: after a sync failed nothing is acknowledged any more; the ledger must be opened again.

mod append;
mod disk;
mod frame;
mod head;
mod open;
mod reader;
mod replay;
mod segment;

pub use frame::{Frame, FrameDraft, FrameKind};
pub use open::{OpenReport, TornTail};
pub use reader::LedgerReader;
pub use replay::{DamagedRange, Replay};

use crate::dir::VaultDir;
use crate::error::{ReadOnly, VaultError};
use crate::keyring::KeyringStore;
use crate::keys::RootKeys;
use crate::secret::HeadKey;
use disk::Disk;
use head::HeadFile;
use resguardo_wire::hash::hash;
use resguardo_wire::id::{FrameHash, ScopeBlind, ScopeId, VaultId};
use resguardo_wire::label;
use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

/// Largest size of a segment in bytes.
pub const SEGMENT_MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Where a frame lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Its number in the ledger, from 1.
    pub frame_seq: u64,
    /// Its segment's number, from 1.
    pub segment: u32,
    /// Where it starts in the segment, in bytes.
    pub offset: u64,
}

/// A point of the ledger up to which something stands for it: after this frame, at this running hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The last frame's number; 0 before the first.
    pub frame_seq: u64,
    /// The ledger's running hash after that frame.
    pub frame_hash: FrameHash,
    /// That frame's segment.
    pub segment: u32,
    /// Where that frame ends in the segment, in bytes.
    pub offset: u64,
}

/// One scope's ledger, open for writing.
pub struct Ledger {
    place: Arc<LedgerPlace>,
    reader: Arc<LedgerReader>,
    disk: Box<dyn Disk + Send>,
    head_file: HeadFile,
    /// The segment being written; none if it is missing.
    current: Option<File>,
    /// What the newest head on disk says.
    head: Checkpoint,
    /// Where the next frame goes: the head, or the start of a segment made after it.
    tail: Checkpoint,
    generation: u32,
    read_only: Option<ReadOnly>,
    segment_max_bytes: u64,
}

/// What ties a ledger's bytes to their vault and scope.
pub(crate) struct LedgerPlace {
    vault_dir: VaultDir,
    folder: PathBuf,
    vault: VaultId,
    scope: ScopeId,
    blind: ScopeBlind,
    head_key: HeadKey,
    keyring: Arc<KeyringStore>,
}

impl LedgerPlace {
    pub(crate) fn new(vault_dir: VaultDir, keys: &RootKeys, scope: ScopeId, keyring: Arc<KeyringStore>) -> Self {
        let blind = keys.scope_blind(&scope);
        let folder = vault_dir.scope(&blind);
        Self { vault_dir, folder, vault: *keys.vault(), scope, blind, head_key: keys.head(), keyring }
    }

    /// frame_hash_0 = H(L("frame-chain-0") ‖ vault_id ‖ scope_blind).
    fn chain_start(&self) -> FrameHash {
        FrameHash::new(hash(&[label::FRAME_CHAIN_START, self.vault.as_bytes(), self.blind.as_bytes()]))
    }

    fn segment_path(&self, number: u32) -> PathBuf {
        self.folder.join(format!("{number:08}.rgl"))
    }

    fn head_path(&self) -> PathBuf {
        self.folder.join("head.rgh")
    }
}

impl Ledger {
    /// Where the ledger ends: what a projection that stands for all of it has to name.
    #[must_use]
    pub const fn head(&self) -> &Checkpoint {
        &self.head
    }

    /// Reads single frames, from any thread.
    #[must_use]
    pub fn reader(&self) -> Arc<LedgerReader> {
        Arc::clone(&self.reader)
    }

    /// The header generation its newest head names.
    pub(crate) const fn generation(&self) -> u32 {
        self.generation
    }

    /// Why nothing can be written, if so.
    #[must_use]
    pub const fn read_only(&self) -> Option<ReadOnly> {
        self.read_only
    }

    /// Stops all writing until the ledger is opened again.
    pub(crate) fn forbid_writing(&mut self, reason: ReadOnly) {
        self.read_only.get_or_insert(reason);
    }

    fn check_writable(&self) -> Result<(), VaultError> {
        match self.read_only {
            None => Ok(()),
            Some(reason) => Err(VaultError::LedgerReadOnly { reason }),
        }
    }
}

#[cfg(test)]
mod tests;
