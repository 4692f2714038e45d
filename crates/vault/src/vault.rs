//! An unlocked vault as the rest of the program knows it: snapshots to read, acts to write, attachments.

mod checked;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Operation;
use resguardo_domain::record::Record;
use zeroize::Zeroizing;

use crate::blob::BlobStore;
use crate::desk;
use crate::error::{ReadOnly, VaultError};
use crate::frames::Frames;
use crate::kdf::KdfCost;
use crate::ledger::{DamagedRange, TornTail};
use crate::open::{LockedVault, OpenedVault, UnlockReport, WayIn};
use crate::projection::{Mark, Projection};
use crate::replayed::{self, Replayed};
use crate::secret::VaultRootKey;
use crate::slot::UnlockSecret;
use crate::snapshot::Snapshot;
use crate::words::RecoveryWords;
use crate::writer::{Job, Writer};

/// Where the projection came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProjectionState {
    /// It was saved, whole, and led to the ledger's head.
    Opened,
    /// It was made anew from the ledger.
    Rebuilt,
}

/// In what state a vault was found at unlock.
#[derive(Debug, Clone)]
pub struct VaultState {
    /// Where the projection came from.
    pub projection: ProjectionState,
    /// Parts of the ledger that cannot be read.
    pub damaged: Vec<DamagedRange>,
    /// Envelopes whose frame opens and that do not.
    pub refused: usize,
    /// What a crash left behind the last whole frame.
    pub torn_tail: Option<TornTail>,
    /// Whether no copy of the header is as it was written.
    pub header_altered: bool,
    /// How long key derivation took.
    pub derive: Duration,
    /// How long everything after it took.
    pub open: Duration,
}

/// A vault that is unlocked. Dropping it saves the projection, wipes the keys and gives the folder free.
pub struct Vault {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    published: Arc<RwLock<Arc<Snapshot>>>,
    frames: Arc<Frames>,
    blobs: Arc<BlobStore>,
    state: VaultState,
}

impl Vault {
    /// Makes a vault in a folder that is empty or not there, and the words that recover it.
    ///
    /// # Errors
    /// As [`OpenedVault::create`].
    pub fn create(root: &Path, way_in: &WayIn, cost: KdfCost) -> Result<(Self, RecoveryWords), VaultError> {
        let (opened, words) = OpenedVault::create(root, way_in, cost)?;
        Ok((Self::over(opened)?, words))
    }

    /// Unlocks the vault in a folder.
    ///
    /// # Errors
    /// As [`LockedVault::at`] and [`LockedVault::unlock`].
    pub fn unlock(root: &Path, secret: &UnlockSecret) -> Result<Self, VaultError> {
        Self::over(LockedVault::at(root)?.unlock(secret)?)
    }

    /// Unlocks the vault with its root key: no key derivation.
    ///
    /// # Errors
    /// As [`LockedVault::unlock_with_root`].
    pub fn unlock_with_root(root: &Path, key: &VaultRootKey) -> Result<Self, VaultError> {
        Self::over(LockedVault::at(root)?.unlock_with_root(key)?)
    }

    /// Opens the vault with its recovery words and gives it a new passphrase.
    ///
    /// # Errors
    /// As [`LockedVault::recover`].
    pub fn recover(root: &Path, words: &RecoveryWords, way_in: &WayIn, cost: KdfCost) -> Result<Self, VaultError> {
        Self::over(LockedVault::at(root)?.recover(words, way_in, cost)?)
    }

    fn over(mut opened: OpenedVault) -> Result<Self, VaultError> {
        let started = Instant::now();
        let frames = Arc::new(Frames::new(opened.ledger().reader(), opened.scope()));
        let loaded = load(&mut opened, &frames)?;
        let UnlockReport { header_altered, ledger, derive, .. } = opened.report().clone();
        let mut damaged = ledger.damaged;
        damaged.extend(loaded.damaged);
        damaged.dedup();
        let state = VaultState {
            projection: loaded.state,
            damaged,
            refused: loaded.refused,
            torn_tail: ledger.torn_tail,
            header_altered,
            derive,
            open: started.elapsed(),
        };
        let published = Arc::new(RwLock::new(Arc::new(loaded.snapshot)));
        let blobs = opened.blobs();
        let writer = Writer {
            frames: Arc::clone(&frames),
            published: Arc::clone(&published),
            projection: loaded.projection,
            waiting: loaded.waiting,
            tip: loaded.tip,
            saved: loaded.saved,
            opened,
        };
        let (jobs, work) = channel();
        let thread = std::thread::spawn(move || writer.run(&work));
        Ok(Self { jobs: Some(jobs), thread: Some(thread), published, frames, blobs, state })
    }

    /// In what state it was found.
    #[must_use]
    pub const fn state(&self) -> &VaultState {
        &self.state
    }

    /// The records as they are now.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.published.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Writes parts as one act, each part whole in one envelope where it fits. When this returns `Ok`, all of it is on
    /// disk and in the snapshot.
    ///
    /// # Errors
    /// `DiskFull`, `Disk`, `LedgerReadOnly`, `TooLarge`, `NoRandomness`: nothing of it was acknowledged.
    pub fn commit(&self, parts: Vec<Vec<Operation>>, at_ms: u64) -> Result<(), VaultError> {
        let (answer, outcome) = channel();
        self.send(Job::Commit { parts, at_ms, answer })?;
        outcome.recv().unwrap_or(Err(STOPPED))
    }

    /// One record with all its operations; records merged into it are records of their own here.
    ///
    /// # Errors
    /// `LedgerDamaged`, `EnvelopeRefused` where a frame that holds any of it does not open.
    pub fn record(&self, id: RecordId) -> Result<Record, VaultError> {
        let snapshot = self.snapshot();
        let positions = snapshot.row(id).map(|row| row.positions().to_vec()).unwrap_or_default();
        self.frames.record(id, &positions)
    }

    /// Many records; each frame is opened once.
    ///
    /// # Errors
    /// As [`Vault::record`].
    pub fn records(&self, ids: &[RecordId]) -> Result<Vec<Record>, VaultError> {
        let snapshot = self.snapshot();
        let placed = |id: &RecordId| snapshot.row(*id).map(|row| (*id, row.positions().to_vec()));
        let wanted: Vec<_> = ids.iter().filter_map(placed).collect();
        self.frames.records(&wanted)
    }

    /// The attachments' files.
    #[must_use]
    pub fn blobs(&self) -> &BlobStore {
        &self.blobs
    }

    /// The folder it lies in.
    ///
    /// # Errors
    /// The writing thread is gone.
    pub fn folder(&self) -> Result<PathBuf, VaultError> {
        self.with_writer(|writer| writer.opened.dir().root().to_owned())
    }

    /// Throws the projection away and makes it anew from the ledger; gives the number of records. Of a damaged ledger
    /// nothing is made anew: it would lack what the projection may still list.
    ///
    /// # Errors
    /// `LedgerDamaged`, with everything as it was; `Disk`.
    pub fn rebuild(&self) -> Result<usize, VaultError> {
        self.with_writer(|writer| {
            let root = writer.opened.dir().root().to_owned();
            let start = writer.opened.scope().chain_start();
            let frames = Arc::clone(&writer.frames);
            let replayed = replayed::whole(writer.opened.ledger_mut(), &frames, start)?;
            if let Some((segment, offset)) = replayed.first_damage() {
                return Err(VaultError::LedgerDamaged { segment, offset });
            }
            let Replayed { snapshot, tip, .. } = replayed;
            // Given back first: it holds the folder that is to be deleted.
            writer.projection = None;
            writer.tip = tip;
            writer.waiting = all_pages(&snapshot);
            writer.saved = false;
            writer.projection = Projection::fresh(&root, writer.opened.keys()).ok();
            let records = snapshot.len();
            *writer.published.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
            writer.save();
            Ok(records)
        })?
    }

    /// Gives the vault another passphrase, or passphrase and key file; the old one opens nothing any more.
    ///
    /// # Errors
    /// As [`OpenedVault::change_way_in`].
    pub fn change_way_in(&self, way_in: WayIn, cost: KdfCost) -> Result<(), VaultError> {
        self.with_writer(move |writer| writer.opened.change_way_in(&way_in, cost))?
    }

    /// Gives the vault other recovery words; the old ones open nothing any more.
    ///
    /// # Errors
    /// As [`OpenedVault::change_words`].
    pub fn change_words(&self, words: RecoveryWords, cost: KdfCost) -> Result<(), VaultError> {
        self.with_writer(move |writer| writer.opened.change_words(&words, cost))?
    }

    /// Seals what was being written, for the next unlock; nothing deletes what was kept.
    ///
    /// # Errors
    /// `TooLarge`, `DiskFull`, `Disk`.
    pub fn keep_desk(&self, state: Option<Zeroizing<Vec<u8>>>) -> Result<(), VaultError> {
        self.with_writer(move |writer| {
            desk::keep(writer.opened.dir(), writer.opened.keys(), state.as_ref().map(|state| state.as_slice()))
        })?
    }

    /// What was being written at the last lock. It stays on disk until the next lock writes anew: a crash loses nothing.
    ///
    /// # Errors
    /// `Disk`.
    pub fn kept_desk(&self) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        self.with_writer(|writer| desk::kept(writer.opened.dir(), writer.opened.keys()))?
    }

    /// The root key, for a process that opens the same vault again and must not derive it twice.
    ///
    /// # Errors
    /// The writing thread is gone.
    pub fn root_key(&self) -> Result<VaultRootKey, VaultError> {
        self.with_writer(|writer| writer.opened.root_key())
    }

    /// Locks the vault: saves the projection, wipes the keys, gives the folder free.
    pub fn close(self) {
        drop(self);
    }

    fn send(&self, job: Job) -> Result<(), VaultError> {
        let sent = self.jobs.as_ref().and_then(|jobs| jobs.send(job).ok());
        sent.ok_or(STOPPED)
    }

    fn with_writer<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Writer) -> T + Send + 'static,
    ) -> Result<T, VaultError> {
        let (answer, outcome) = channel();
        let work = Box::new(move |writer: &mut Writer| drop(answer.send(work(writer))));
        self.send(Job::WithWriter { work })?;
        outcome.recv().map_err(|_gone| STOPPED)
    }
}

impl Drop for Vault {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // A writer that panicked has nothing acknowledged to lose; the next unlock replays the ledger.
            drop(thread.join());
        }
    }
}

const STOPPED: VaultError = VaultError::LedgerReadOnly { reason: ReadOnly::WriteFailed };

struct Loaded {
    snapshot: Snapshot,
    projection: Option<Projection>,
    state: ProjectionState,
    waiting: BTreeSet<u32>,
    tip: resguardo_wire::chain::ChainTip,
    saved: bool,
    damaged: Vec<DamagedRange>,
    refused: usize,
}

/// Opens the saved projection and replays the tail; on any doubt makes it anew from the ledger.
fn load(opened: &mut OpenedVault, frames: &Frames) -> Result<Loaded, VaultError> {
    let root = opened.dir().root().to_owned();
    if let Some((projection, saved)) = Projection::open(&root, opened.keys()) {
        let Mark { ledger, tip } = saved.mark;
        if let Some((snapshot, changed, tip)) =
            replayed::tail(opened.ledger_mut(), frames, (&saved.snapshot, &ledger, tip))?
        {
            return Ok(Loaded {
                snapshot,
                projection: Some(projection),
                state: ProjectionState::Opened,
                saved: changed.is_empty(),
                waiting: changed.into_iter().collect(),
                tip,
                damaged: Vec::new(),
                refused: 0,
            });
        }
    }
    let start = opened.scope().chain_start();
    let replayed = replayed::whole(opened.ledger_mut(), frames, start)?;
    // What is made of a damaged ledger is not saved: the next unlock would open it and not know that anything is
    // missing. Where no projection can be kept for another reason, this session works without.
    let sound = replayed.first_damage().is_none() && opened.report().ledger.damaged.is_empty();
    let projection = if sound { Projection::fresh(&root, opened.keys()).ok() } else { None };
    let Replayed { snapshot, tip, damaged, refused } = replayed;
    Ok(Loaded {
        waiting: all_pages(&snapshot),
        snapshot,
        projection,
        state: ProjectionState::Rebuilt,
        tip,
        saved: false,
        damaged,
        refused: refused.len(),
    })
}

fn all_pages(snapshot: &Snapshot) -> BTreeSet<u32> {
    (0..).take(snapshot.pages.len()).collect()
}

#[cfg(test)]
mod tests;
