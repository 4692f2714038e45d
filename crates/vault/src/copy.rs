//! A sealed copy of a whole vault in another folder. It counts only when it was read back: every byte is what was copied,
//! the copy opens under the same root key, its ledger ends at the same head and holds as many records of each kind, and
//! every attachment is there whole.
//!
//! What is copied is the vault of one moment: files that are written over are taken into memory while nothing is written;
//! segments only grow, so the beginning of that moment's length is enough; attachments never change.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use resguardo_domain::value::Attachment;
use sha2::{Digest, Sha256};

use crate::blob::BlobKey;
use crate::dir::{VaultDir, make_private_folder, new_private_file, sync_folder};
use crate::error::VaultError;
use crate::frames::Frames;
use crate::ledger::Checkpoint;
use crate::open::LockedVault;
use crate::replayed;
use crate::secret::VaultRootKey;
use crate::snapshot::Snapshot;
use crate::verify::attachments;
use crate::writer::Writer;

/// Bytes read at once.
const PIECE_BYTES: usize = 256 * 1024;
/// What is told is counted in KiB.
const KIB: u64 = 1024;

/// Tells how far a long piece of work is, done and of how many; `false` stops it.
pub type Tell<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// A copy that was read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyMade {
    /// Records in it.
    pub records: usize,
    /// Attachments in it that are whole.
    pub attachments: usize,
    /// Attachments that were missing or damaged in the vault already, and are so in the copy.
    pub attachments_lacking: usize,
    /// Its size in bytes.
    pub size_bytes: u64,
}

/// A vault as it was at one moment.
pub(crate) struct Moment {
    dir: VaultDir,
    key: VaultRootKey,
    head: Checkpoint,
    snapshot: Arc<Snapshot>,
    /// Whether all of the ledger could be read.
    sound: bool,
    /// Files that are written over, by their path in the folder.
    whole: Vec<(PathBuf, Vec<u8>)>,
    /// Files that only grow or never change, with the length they had.
    grown: Vec<(PathBuf, u64)>,
    blobs: BTreeMap<[u8; 32], (PathBuf, Attachment)>,
}

impl Moment {
    /// Takes it while nothing is written.
    pub(crate) fn of(writer: &Writer, snapshot: Arc<Snapshot>) -> Result<Self, VaultError> {
        let dir = writer.opened.dir().clone();
        let root = dir.root().to_owned();
        let (mut whole, mut grown) = (Vec::new(), Vec::new());
        let mut take = |path: PathBuf| -> Result<(), VaultError> {
            let Some(bytes) = dir.read_if_present(&path)? else { return Ok(()) };
            whole.push((inside(&root, &path), bytes));
            Ok(())
        };
        dir.headers().into_iter().chain(dir.keyrings()).chain([dir.desk()]).try_for_each(&mut take)?;
        for scope in folders(&dir.ledger())? {
            for file in files(&scope)? {
                if file.extension().is_some_and(|end| end == "rgl") {
                    let length = fs::metadata(&file)?.len();
                    grown.push((inside(&root, &file), length));
                } else {
                    take(file)?;
                }
            }
        }
        for file in files(&dir.aside())? {
            let length = fs::metadata(&file)?.len();
            grown.push((inside(&root, &file), length));
        }
        let keys = writer.opened.keys();
        let placed = |file: Attachment| {
            let path = dir.blob(&keys.blob_blind(&BlobKey::from(&file).id));
            (inside(&root, &path), file)
        };
        let blobs = attachments(&snapshot).into_iter().map(|(id, file)| (id, placed(file))).collect();
        let sound = writer.opened.ledger().read_only().is_none();
        let (key, head) = (writer.opened.root_key(), *writer.opened.ledger().head());
        Ok(Self { dir, key, head, snapshot, sound, whole, grown, blobs })
    }

    /// Copies it to a folder that is not there yet and reads the copy back. It has another name until it counts.
    ///
    /// # Errors
    /// `FolderNotEmpty` when the folder is there; `CopyDiffers`; `Stopped`; `DiskFull`, `Disk`. Nothing is left of it then.
    pub(crate) fn copy_to(mut self, place: &Path, tell: Tell<'_>) -> Result<CopyMade, VaultError> {
        let place = std::path::absolute(place)?;
        let unfinished = unfinished(&place);
        if place.exists() || unfinished.exists() {
            return Err(VaultError::FolderNotEmpty);
        }
        // Attachments written since are more than this moment needs, and do no harm.
        for folder in folders(&self.dir.blobs())? {
            for file in files(&folder)? {
                let length = fs::metadata(&file)?.len();
                self.grown.push((inside(self.dir.root(), &file), length));
            }
        }
        let made = self.write_and_read(&unfinished, tell).and_then(|made| {
            fs::rename(&unfinished, &place)?;
            place.parent().map_or(Ok(()), sync_folder)?;
            Ok(made)
        });
        if made.is_err() {
            // A disk that is gone keeps what it has; its name says that it is not finished.
            drop(fs::remove_dir_all(&unfinished));
        }
        made
    }

    fn write_and_read(&self, folder: &Path, tell: Tell<'_>) -> Result<CopyMade, VaultError> {
        let kept: u64 = self.whole.iter().map(|(_, bytes)| u64::try_from(bytes.len()).unwrap_or(0)).sum();
        let size_bytes = kept + self.grown.iter().map(|(_, length)| length).sum::<u64>();
        // Written, read back, and the ledger opened, which takes about as long as reading it twice.
        let mut steps = Steps { done: 0, total: size_bytes * 2 + self.ledger_bytes() * 2, tell };
        let written = self.write(folder, &mut steps)?;
        make_durable(folder)?;
        for (path, hash) in &written {
            if hash_of(&folder.join(path), &mut steps)? != *hash {
                return Err(VaultError::CopyDiffers);
            }
        }
        let whole = |(path, file): &&(PathBuf, Attachment)| written.get(path) == Some(&file.blob);
        let attachments = self.blobs.values().filter(whole).count();
        let records = self.open_copy(folder, &mut steps)?;
        steps.ended();
        let attachments_lacking = self.blobs.len() - attachments;
        Ok(CopyMade { records, attachments, attachments_lacking, size_bytes })
    }

    fn ledger_bytes(&self) -> u64 {
        let segments = self.grown.iter().filter(|(path, _)| path.extension().is_some_and(|end| end == "rgl"));
        segments.map(|(_, length)| length).sum()
    }

    /// Writes every file; gives the hash of what was read of each.
    fn write(&self, folder: &Path, steps: &mut Steps<'_>) -> Result<BTreeMap<PathBuf, [u8; 32]>, VaultError> {
        make_new_folder(folder)?;
        for part in [self.dir.ledger(), self.dir.blobs(), self.dir.aside()] {
            make_new_folder(&folder.join(inside(self.dir.root(), &part)))?;
        }
        let mut written = BTreeMap::new();
        let mut add = |path: &PathBuf, source: &mut dyn Read, length: Option<u64>| -> Result<(), VaultError> {
            let target = folder.join(path);
            if let Some(parent) = target.parent() {
                make_new_folder(parent)?;
            }
            let (hash, copied) = pass(source, &mut new_private_file(&target)?, steps)?;
            if length.is_some_and(|length| length != copied) {
                return Err(VaultError::CopyDiffers);
            }
            written.insert(path.clone(), hash);
            Ok(())
        };
        for (path, bytes) in &self.whole {
            add(path, &mut bytes.as_slice(), None)?;
        }
        for (path, length) in &self.grown {
            let source = File::open(self.dir.root().join(path))?;
            add(path, &mut source.take(*length), Some(*length))?;
        }
        Ok(written)
    }

    /// Opens the copy and compares; gives how many records it holds.
    fn open_copy(&self, folder: &Path, steps: &mut Steps<'_>) -> Result<usize, VaultError> {
        let opened = LockedVault::at(folder).and_then(|locked| locked.unlock_with_root(&self.key));
        let mut opened = opened.or(Err(VaultError::CopyDiffers))?;
        if *opened.ledger().head() != self.head {
            return Err(VaultError::CopyDiffers);
        }
        let start = opened.scope().chain_start();
        let frames = Frames::new(opened.ledger().reader(), opened.scope());
        let replayed = replayed::whole_told(opened.ledger_mut(), &frames, start, &mut |bytes| steps.more(bytes))?;
        let found = replayed.snapshot;
        // Of a damaged vault the copy is as damaged: what the vault still lists may be more than its ledger gives.
        if self.sound && (kinds(&found) != kinds(&self.snapshot) || !replayed.damaged.is_empty()) {
            return Err(VaultError::CopyDiffers);
        }
        drop(opened);
        let copy = VaultDir::at(folder)?;
        fs::remove_file(copy.lock())?;
        fs::remove_dir_all(copy.tmp())?;
        Ok(found.len())
    }
}

/// How far the work is.
struct Steps<'a> {
    done: u64,
    total: u64,
    tell: Tell<'a>,
}

impl Steps<'_> {
    fn more(&mut self, bytes: u64) -> Result<(), VaultError> {
        // The last step is told when the copy counts.
        self.done = (self.done + bytes).min(self.total.saturating_sub(KIB));
        if (self.tell)(self.done / KIB, self.total / KIB) { Ok(()) } else { Err(VaultError::Stopped) }
    }

    fn ended(&mut self) {
        // Nothing is left to stop.
        let _go_on = (self.tell)(self.total / KIB, self.total / KIB);
    }
}

/// The name of a copy that does not count yet.
fn unfinished(place: &Path) -> PathBuf {
    let mut name = place.file_name().map(std::ffi::OsString::from).unwrap_or_default();
    name.push(".parcial");
    place.with_file_name(name)
}

fn kinds(snapshot: &Snapshot) -> BTreeMap<String, usize> {
    let mut kinds = BTreeMap::new();
    for row in snapshot.rows() {
        *kinds.entry(row.kind().to_owned()).or_default() += 1;
    }
    kinds
}

/// Copies bytes to their end; gives their hash and how many they were.
fn pass(source: &mut dyn Read, sink: &mut dyn Write, steps: &mut Steps<'_>) -> Result<([u8; 32], u64), VaultError> {
    let mut hash = Sha256::new();
    let mut copied = 0;
    let mut buffer = vec![0; PIECE_BYTES];
    loop {
        let read = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        let piece = buffer.get(..read).unwrap_or_default();
        sink.write_all(piece)?;
        hash.update(piece);
        copied += u64::try_from(read).unwrap_or(0);
        steps.more(u64::try_from(read).unwrap_or(0))?;
    }
    sink.flush()?;
    Ok((hash.finalize().into(), copied))
}

fn hash_of(path: &Path, steps: &mut Steps<'_>) -> Result<[u8; 32], VaultError> {
    let mut file = File::open(path)?;
    forget_pages(&file);
    Ok(pass(&mut file, &mut io::sink(), steps)?.0)
}

/// Asks for the disk's bytes, not those the system still has in memory; where it cannot, these are read.
fn forget_pages(file: &File) {
    #[cfg(target_os = "linux")]
    let _best_effort = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
    #[cfg(not(target_os = "linux"))]
    let _nothing_to_ask = file;
}

/// Makes every file of the copy durable.
fn make_durable(folder: &Path) -> Result<(), VaultError> {
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(File::open(folder)?).map_err(io::Error::from)?;
    #[cfg(not(target_os = "linux"))]
    for part in [folder.to_owned()].into_iter().chain(folders(folder)?) {
        for inner in [part.clone()].into_iter().chain(folders(&part)?) {
            files(&inner)?.iter().try_for_each(|file| File::open(file)?.sync_all())?;
        }
    }
    Ok(())
}

/// Makes a folder unless it is there. Its mode is not touched then: not every disk knows modes.
fn make_new_folder(folder: &Path) -> Result<(), VaultError> {
    if !folder.is_dir() {
        make_private_folder(folder)?;
    }
    Ok(())
}

fn inside(root: &Path, path: &Path) -> PathBuf {
    path.strip_prefix(root).unwrap_or(path).to_owned()
}

fn folders(folder: &Path) -> Result<Vec<PathBuf>, VaultError> {
    Ok(entries(folder)?.into_iter().filter(|path| path.is_dir()).collect())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, VaultError> {
    Ok(entries(folder)?.into_iter().filter(|path| path.is_file()).collect())
}

/// What is in a folder, by name; nothing when it is not there.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, VaultError> {
    let read = match fs::read_dir(folder) {
        Ok(read) => read,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut paths = read.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}
