//! The projection: pages of the snapshot, sealed, in sled, so that unlocking need not read the whole ledger.
//!
//! sled is never trusted (architecture.md). It holds only what the ledger can rebuild; keys are blinded, values sealed;
//! one checkpoint, written in the same batch as the pages it stands for, names the ledger position, how many pages there
//! are and the XOR of their digests. Any mismatch, error, panic or interrupted opening means: delete and rebuild.
//!
//! ```text
//! key   = HMAC-SHA256(index-key, "r" ‖ logical key)[..16]        logical key: "p" ‖ u32 page, "c" for the checkpoint
//! value = nonce(24) ‖ XChaCha20-Poly1305(index-value, aad = L("proj") ‖ "r" ‖ key, u32 len ‖ plain ‖ zeros to 256 B)
//! ```

use std::fs;
use std::io::ErrorKind;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use resguardo_wire::chain::ChainTip;
use resguardo_wire::hash::hash;
use resguardo_wire::id::{EnvelopeHash, FrameHash};
use resguardo_wire::label;
use serde::{Deserialize, Serialize};

use crate::cipher;
use crate::error::VaultError;
use crate::keys::RootKeys;
use crate::ledger;
use crate::random::random;
use crate::secret::{IndexKey, IndexValueKey};
use crate::snapshot::{Names, Page, Snapshot};

/// Layout of pages and checkpoint; another number means: rebuild.
const LAYOUT: u32 = 2;
const TREE: &str = "r";
const FOLDER: &str = "proj";
const MARKER: &str = "proj.opening";
/// The pages are read once, at unlock, and written seldom.
const CACHE_BYTES: u64 = 8 * 1024 * 1024;
const STEP_BYTES: usize = 256;
const LOCK_PATIENCE: Duration = Duration::from_secs(2);
const RETIRE_PATIENCE: Duration = Duration::from_secs(2);

/// The position of the ledger that the pages stand for, and where this device's chain stands there.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) ledger: ledger::Checkpoint,
    pub(crate) tip: ChainTip,
}

#[derive(Serialize, Deserialize)]
struct StoredMark {
    frame_seq: u64,
    frame_hash: [u8; 32],
    segment: u32,
    offset: u64,
    tip_seq: u64,
    tip_hash: [u8; 32],
}

impl From<Mark> for StoredMark {
    fn from(mark: Mark) -> Self {
        Self {
            frame_seq: mark.ledger.frame_seq,
            frame_hash: *mark.ledger.frame_hash.as_bytes(),
            segment: mark.ledger.segment,
            offset: mark.ledger.offset,
            tip_seq: mark.tip.seq,
            tip_hash: *mark.tip.hash.as_bytes(),
        }
    }
}

impl From<StoredMark> for Mark {
    fn from(stored: StoredMark) -> Self {
        Self {
            ledger: ledger::Checkpoint {
                frame_seq: stored.frame_seq,
                frame_hash: FrameHash::new(stored.frame_hash),
                segment: stored.segment,
                offset: stored.offset,
            },
            tip: ChainTip { seq: stored.tip_seq, hash: EnvelopeHash::new(stored.tip_hash) },
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Checkpoint {
    layout: u32,
    mark: StoredMark,
    pages: u32,
    digest: [u8; 32],
    names: Vec<String>,
}

/// What was opened and checked. sled itself is open only while it is read or written: it holds everything it ever read.
pub(crate) struct Projection {
    folder: PathBuf,
    marker: PathBuf,
    sled: Option<Sled>,
    index_key: IndexKey,
    value_key: IndexValueKey,
    digests: Vec<[u8; 32]>,
}

struct Sled {
    tree: sled::Tree,
    // Dropped after the tree; holds sled's lock on the folder.
    database: sled::Db,
}

/// The pages as they were saved, and what they stand for.
pub(crate) struct Saved {
    pub(crate) mark: Mark,
    pub(crate) snapshot: Snapshot,
}

impl Projection {
    /// Opens what was saved; nothing when there is nothing or any doubt about it. After nothing, call
    /// [`Projection::fresh`].
    pub(crate) fn open(vault: &Path, keys: &RootKeys) -> Option<(Self, Saved)> {
        let mut projection = Self::closed(vault, keys);
        if projection.marker.exists() || !projection.folder.is_dir() {
            return None;
        }
        let saved = projection.marked(|projection| {
            projection.begin()?;
            projection.check()
        })?;
        Some((projection, saved))
    }

    /// Deletes what there is and begins anew.
    ///
    /// # Errors
    /// The folder cannot be deleted or made.
    pub(crate) fn fresh(vault: &Path, keys: &RootKeys) -> Result<Self, VaultError> {
        let folder = vault.join(FOLDER);
        let removed = if folder.is_dir() { fs::remove_dir_all(&folder) } else { fs::remove_file(&folder) };
        match removed {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            Ok(()) | Err(_) => {}
        }
        let mut projection = Self::closed(vault, keys);
        projection.marked(Self::begin).ok_or(VaultError::Bug { what: "an empty projection opens" })?;
        Ok(projection)
    }

    fn closed(vault: &Path, keys: &RootKeys) -> Self {
        Self {
            folder: vault.join(FOLDER),
            marker: vault.join(MARKER),
            sled: None,
            index_key: keys.index_key(),
            value_key: keys.index_value(),
            digests: Vec::new(),
        }
    }

    /// Does what may end this process: a marker stays behind then, and the next unlock begins anew.
    fn marked<T>(&mut self, work: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        fs::write(&self.marker, b"").ok()?;
        let done = catch_unwind(AssertUnwindSafe(|| work(self))).ok().flatten()?;
        fs::remove_file(&self.marker).ok()?;
        Some(done)
    }

    /// Opens sled.
    fn begin(&mut self) -> Option<()> {
        let config = sled::Config::new().path(&self.folder).cache_capacity(CACHE_BYTES).flush_every_ms(None);
        let database = opened_by_us_alone(&config)?;
        let tree = database.open_tree(TREE).ok()?;
        self.sled = Some(Sled { tree, database });
        Some(())
    }

    /// Gives back what sled holds; the next saving opens it again.
    pub(crate) fn rest(&mut self) {
        if let Some(sled) = self.sled.take() {
            in_a_moment(sled);
        }
    }

    fn check(&mut self) -> Option<Saved> {
        let tree = &self.sled.as_ref()?.tree;
        let checkpoint_key = self.key(b"c");
        let sealed = tree.get(checkpoint_key).ok()??;
        let mut buffer = Vec::new();
        let checkpoint: Checkpoint = postcard::from_bytes(self.unseal(&checkpoint_key, &sealed, &mut buffer)?).ok()?;
        if checkpoint.layout != LAYOUT {
            return None;
        }
        let entries = usize::try_from(checkpoint.pages).ok()?.checked_add(1)?;
        if tree.len() != entries {
            return None;
        }
        let sealed = (0..checkpoint.pages).map(|number| Some((number, tree.get(self.page_key(number)).ok()??)));
        let read = self.read_side_by_side(&sealed.collect::<Option<Vec<_>>>()?)?;
        let (digests, pages): (Vec<[u8; 32]>, Vec<Page>) = read.into_iter().unzip();
        if whole(&digests) != checkpoint.digest {
            return None;
        }
        self.digests = digests;
        let snapshot = Snapshot::from_pages(Names::from_list(checkpoint.names), pages);
        Some(Saved { mark: checkpoint.mark.into(), snapshot })
    }

    /// The pages with their digests, opened on every processor at once.
    fn read_side_by_side(&self, sealed: &[(u32, sled::IVec)]) -> Option<Vec<([u8; 32], Page)>> {
        let lanes = std::thread::available_parallelism().map_or(1, NonZero::get);
        let share = sealed.len().div_ceil(lanes).max(1);
        std::thread::scope(|scope| {
            let lanes: Vec<_> = sealed.chunks(share).map(|part| scope.spawn(|| self.read(part))).collect();
            let read = lanes.into_iter().map(|lane| lane.join().ok().flatten());
            Some(read.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect())
        })
    }

    fn read(&self, sealed: &[(u32, sled::IVec)]) -> Option<Vec<([u8; 32], Page)>> {
        let mut buffer = Vec::new();
        let mut read = |(number, sealed): &(u32, sled::IVec)| {
            let key = self.page_key(*number);
            let (named, page) = Page::from_bytes(self.unseal(&key, sealed, &mut buffer)?)?;
            (named == *number).then(|| (hash(&[&key, sealed]), page))
        };
        sealed.iter().map(&mut read).collect()
    }

    /// Saves these pages of a snapshot and what they stand for, in one batch.
    ///
    /// # Errors
    /// sled failed; the projection is then to be thrown away, nothing else is lost.
    pub(crate) fn save(&mut self, snapshot: &Snapshot, changed: &[u32], mark: Mark) -> Result<(), VaultError> {
        let saved = catch_unwind(AssertUnwindSafe(|| self.save_batch(snapshot, changed, mark)));
        match saved {
            Ok(Some(())) => Ok(()),
            Ok(None) | Err(_) => Err(VaultError::Bug { what: "the projection takes a batch" }),
        }
    }

    fn save_batch(&mut self, snapshot: &Snapshot, changed: &[u32], mark: Mark) -> Option<()> {
        if self.sled.is_none() {
            self.marked(Self::begin)?;
        }
        let mut batch = sled::Batch::default();
        for number in changed {
            let at = usize::try_from(*number).ok()?;
            let page = snapshot.pages.get(at)?.to_bytes(*number)?;
            let key = self.page_key(*number);
            let sealed = self.seal(&key, &page)?;
            if self.digests.len() <= at {
                self.digests.resize(at + 1, [0; 32]);
            }
            *self.digests.get_mut(at)? = hash(&[&key, &sealed]);
            batch.insert(&key, sealed);
        }
        let checkpoint = Checkpoint {
            layout: LAYOUT,
            mark: mark.into(),
            pages: u32::try_from(snapshot.pages.len()).ok()?,
            digest: whole(&self.digests),
            names: snapshot.names.list().to_vec(),
        };
        let key = self.key(b"c");
        let sealed = self.seal(&key, &postcard::to_stdvec(&checkpoint).ok()?)?;
        batch.insert(&key, sealed);
        let sled = self.sled.as_ref()?;
        sled.tree.apply_batch(batch).ok()?;
        sled.database.flush().ok()?;
        owner_only(&self.folder).ok()
    }

    fn page_key(&self, number: u32) -> [u8; 16] {
        let [a, b, c, d] = number.to_be_bytes();
        self.key(&[b'p', a, b, c, d])
    }

    fn key(&self, logical: &[u8]) -> [u8; 16] {
        let whole = cipher::authenticate(self.index_key.expose(), &[TREE.as_bytes(), logical]);
        let mut key = [0; 16];
        key.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
        key
    }

    fn seal(&self, key: &[u8; 16], plain: &[u8]) -> Option<Vec<u8>> {
        let nonce: [u8; cipher::NONCE_LEN] = random().ok()?;
        let mut padded = u32::try_from(plain.len()).ok()?.to_be_bytes().to_vec();
        padded.extend_from_slice(plain);
        padded.resize(padded.len().next_multiple_of(STEP_BYTES), 0);
        let sealed = cipher::seal(self.value_key.expose(), nonce, &aad(key), padded).ok()?;
        Some([nonce.as_slice(), &sealed].concat())
    }

    fn unseal<'b>(&self, key: &[u8; 16], sealed: &[u8], buffer: &'b mut Vec<u8>) -> Option<&'b [u8]> {
        let (nonce, ciphertext) = sealed.split_first_chunk::<{ cipher::NONCE_LEN }>()?;
        cipher::open_into(buffer, self.value_key.expose(), *nonce, &aad(key), ciphertext)?;
        let (length, rest) = buffer.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        rest.get(..length)
    }
}

/// Opens sled. Its own lock on the folder may outlive a handle this process dropped a moment ago, since its threads end
/// by themselves; the vault's lock keeps every other process out, so waiting for ours is safe and short.
fn opened_by_us_alone(config: &sled::Config) -> Option<sled::Db> {
    let deadline = Instant::now() + LOCK_PATIENCE;
    loop {
        match config.open() {
            Ok(database) => return Some(database),
            Err(sled::Error::Io(error)) if error.kind() == ErrorKind::Other && Instant::now() < deadline => {
                std::thread::sleep(Duration::from_millis(5));
            }
            Err(_) => return None,
        }
    }
}

fn aad(key: &[u8; 16]) -> Vec<u8> {
    [label::PROJECTION, TREE.as_bytes(), key].concat()
}

/// One digest of all pages, whatever their order.
fn whole(digests: &[[u8; 32]]) -> [u8; 32] {
    let mut all = [0; 32];
    digests.iter().for_each(|one| all.iter_mut().zip(one).for_each(|(to, from)| *to ^= from));
    all
}

/// Drops what holds sled. It waits for ever for a disk that is gone (a stick pulled out, a folder deleted): the vault must
/// lock all the same, so the waiting is left to a thread of its own after a moment.
fn in_a_moment(sled: Sled) {
    let (done, waited) = channel();
    std::thread::spawn(move || {
        drop(sled);
        // Nobody waits any more when the disk took its time.
        let _waited = done.send(());
    });
    let _done = waited.recv_timeout(RETIRE_PATIENCE);
}

/// sled makes files others may read where the process's umask allows it.
fn owner_only(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let mode = if entry.file_type()?.is_dir() { 0o700 } else { 0o600 };
        fs::set_permissions(entry.path(), fs::Permissions::from_mode(mode))?;
    }
    Ok(())
}
