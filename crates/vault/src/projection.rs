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
const LAYOUT: u32 = 1;
const TREE: &str = "r";
const FOLDER: &str = "proj";
const MARKER: &str = "proj.opening";
/// The pages are read once, at unlock: what sled keeps of them is kept twice.
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

/// sled, open and checked.
pub(crate) struct Projection {
    folder: PathBuf,
    tree: sled::Tree,
    // Dropped after the tree; holds sled's lock on the folder.
    database: sled::Db,
    index_key: IndexKey,
    value_key: IndexValueKey,
    digests: Vec<[u8; 32]>,
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
        let folder = vault.join(FOLDER);
        let marker = vault.join(MARKER);
        if marker.exists() || !folder.is_dir() {
            return None;
        }
        write_marker(&marker).ok()?;
        let opened = catch_unwind(AssertUnwindSafe(|| Self::open_and_check(&folder, keys))).ok().flatten();
        if opened.is_some() {
            fs::remove_file(&marker).ok()?;
        }
        opened
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
        let marker = vault.join(MARKER);
        write_marker(&marker)?;
        let opened = catch_unwind(AssertUnwindSafe(|| Self::sled_at(&folder, keys))).ok().flatten();
        let projection = opened.ok_or(VaultError::Bug { what: "an empty projection opens" })?;
        fs::remove_file(&marker)?;
        Ok(projection)
    }

    fn sled_at(folder: &Path, keys: &RootKeys) -> Option<Self> {
        let config = sled::Config::new().path(folder).cache_capacity(CACHE_BYTES).flush_every_ms(None);
        let database = opened_by_us_alone(&config)?;
        let tree = database.open_tree(TREE).ok()?;
        Some(Self {
            folder: folder.to_owned(),
            tree,
            database,
            index_key: keys.index_key(),
            value_key: keys.index_value(),
            digests: Vec::new(),
        })
    }

    fn open_and_check(folder: &Path, keys: &RootKeys) -> Option<(Self, Saved)> {
        let mut projection = Self::sled_at(folder, keys)?;
        let checkpoint_key = projection.key(b"c");
        let sealed = projection.tree.get(checkpoint_key).ok()??;
        let checkpoint: Checkpoint = postcard::from_bytes(&projection.unseal(&checkpoint_key, &sealed)?).ok()?;
        if checkpoint.layout != LAYOUT {
            return None;
        }
        let mut pages = Vec::new();
        let mut digest = [0; 32];
        for number in 0..checkpoint.pages {
            let key = projection.page_key(number);
            let sealed = projection.tree.get(key).ok()??;
            let own = hash(&[&key, &sealed]);
            digest = xor(digest, own);
            projection.digests.push(own);
            let (named, page) = Page::from_bytes(&projection.unseal(&key, &sealed)?)?;
            if named != number {
                return None;
            }
            pages.push(page);
        }
        let entries = usize::try_from(checkpoint.pages).ok()?.checked_add(1)?;
        if digest != checkpoint.digest || projection.tree.len() != entries {
            return None;
        }
        let snapshot = Snapshot::from_pages(Names::from_list(checkpoint.names), pages);
        Some((projection, Saved { mark: checkpoint.mark.into(), snapshot }))
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
            digest: self.digests.iter().fold([0; 32], |all, one| xor(all, *one)),
            names: snapshot.names.list().to_vec(),
        };
        let key = self.key(b"c");
        let sealed = self.seal(&key, &postcard::to_stdvec(&checkpoint).ok()?)?;
        batch.insert(&key, sealed);
        self.tree.apply_batch(batch).ok()?;
        self.database.flush().ok()?;
        owner_only(&self.folder).ok()
    }

    /// Gives the handle up. sled waits for ever for a disk that is gone (a stick pulled out, a folder deleted): the vault
    /// must lock all the same, so the waiting is left to a thread of its own after a moment.
    pub(crate) fn retire(self) {
        let (done, waited) = channel();
        std::thread::spawn(move || {
            drop(self);
            // Nobody waits any more when the disk took its time.
            let _waited = done.send(());
        });
        let _done = waited.recv_timeout(RETIRE_PATIENCE);
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

    fn unseal(&self, key: &[u8; 16], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, ciphertext) = sealed.split_first_chunk::<{ cipher::NONCE_LEN }>()?;
        let padded = cipher::open(self.value_key.expose(), *nonce, &aad(key), ciphertext)?;
        let (length, rest) = padded.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        rest.get(..length).map(<[u8]>::to_vec)
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

fn xor(a: [u8; 32], b: [u8; 32]) -> [u8; 32] {
    let mut both = a;
    both.iter_mut().zip(b).for_each(|(to, from)| *to ^= from);
    both
}

fn write_marker(marker: &Path) -> Result<(), VaultError> {
    fs::write(marker, b"")?;
    Ok(())
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
