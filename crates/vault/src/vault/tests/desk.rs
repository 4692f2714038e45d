//! A vault in a scratch folder with its root key at hand, somebody who writes, and what can be read back.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::{Action, Operation, Pen};
use resguardo_domain::record::Record;
use resguardo_domain::summary::Summary;
use resguardo_domain::value::Value;
use resguardo_wire::hash::hash;
use tempfile::TempDir;

use crate::blob::BlobKey;
use crate::error::VaultError;
use crate::kdf::KdfCost;
use crate::open::WayIn;
use crate::passphrase::choose;
use crate::secret::VaultRootKey;
use crate::vault::Vault;

pub(super) const PASSPHRASE: &str = "murciélago azúcar canción árbol";

/// A vault's folder, and the key that opens it without derivation.
pub(super) struct Desk {
    _temp: TempDir,
    pub(super) root: PathBuf,
    pub(super) key: VaultRootKey,
}

impl Desk {
    pub(super) fn new() -> (Self, Vault) {
        crate::dir::keep_files_private();
        let temp = scratch();
        let root = temp.path().join("boveda");
        let way_in = WayIn { passphrase: choose(PASSPHRASE).unwrap(), keyfile: None };
        let (vault, _) = Vault::create(&root, &way_in, KdfCost::with_memory(65_536).unwrap()).unwrap();
        let key = vault.root_key().unwrap();
        (Self { _temp: temp, root, key }, vault)
    }

    pub(super) fn open(&self) -> Result<Vault, VaultError> {
        Vault::unlock_with_root(&self.root, &self.key)
    }

    /// The same vault in a folder of its own.
    pub(super) fn copy(&self) -> Self {
        let temp = scratch();
        let root = temp.path().join("boveda");
        copy_folder(&self.root, &root);
        Self { _temp: temp, root, key: self.key.clone() }
    }

    pub(super) fn projection(&self) -> PathBuf {
        self.root.join("proj")
    }

    /// The first segment of the private ledger.
    pub(super) fn segment(&self) -> PathBuf {
        files(&self.root).into_iter().find(|file| file.ends_with("00000001.rgl")).unwrap()
    }
}

/// In memory where the machine has such a place: thousands of vaults come and go, each with its syncs.
pub(super) fn scratch() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.unwrap()
}

pub(super) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Every file under a folder, in order.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// Somebody who writes; two hands with different seeds never give the same name.
pub(super) struct Hand {
    seed: u64,
    next: u64,
}

impl Hand {
    pub(super) const fn new(seed: u64) -> Self {
        Self { seed, next: 0 }
    }

    pub(super) fn pen<T>(&mut self, at_ms: u64, write: impl FnOnce(&mut Pen<'_>) -> T) -> T {
        let Self { seed, next } = self;
        let mut fresh = || {
            *next += 1;
            let whole = hash(&[&seed.to_be_bytes(), &next.to_be_bytes()]);
            *whole.first_chunk().unwrap()
        };
        write(&mut Pen { at_ms, by: None, fresh: &mut fresh })
    }

    /// A new record of one sentence.
    pub(super) fn record(&mut self, at_ms: u64, facts: &str) -> (RecordId, Vec<Operation>) {
        self.pen(at_ms, |pen| {
            let id = pen.record();
            let create = pen.write(id, Action::Create { kind: "incident".to_owned() }, Vec::new());
            (id, vec![create, pen.write(id, set("facts", facts), Vec::new())])
        })
    }
}

pub(super) fn set(field: &str, text: &str) -> Action {
    Action::Set { field: field.to_owned(), value: Value::LongText(text.to_owned()) }
}

/// The operation that wrote the field somebody now writes over.
pub(super) fn edit(hand: &mut Hand, vault: &Vault, id: RecordId, facts: &str) -> Operation {
    let current = vault.record(id).unwrap().current();
    let seen = current.fields["facts"].register.iter().map(|version| version.operation).collect();
    hand.pen(2_000_000, |pen| pen.write(id, set("facts", facts), seen))
}

/// Makes `count` records, each an act of its own; the sentences are distinct and of one length.
pub(super) fn write_records(hand: &mut Hand, vault: &Vault, count: usize) -> Vec<RecordId> {
    let mut ids = Vec::new();
    for number in 0..count {
        let (id, operations) = hand.record(1_000_000, &format!("Hecho número {number:05}"));
        vault.commit(vec![operations], 1_000_000).unwrap();
        ids.push(id);
    }
    ids
}

/// All that a vault answers: its list, and every record with its history.
#[derive(Debug, PartialEq, Eq, Clone)]
pub(super) struct Told {
    pub(super) rows: Vec<Summary>,
    pub(super) records: BTreeMap<RecordId, Record>,
}

pub(super) fn list(vault: &Vault) -> Vec<Summary> {
    vault.snapshot().rows().map(|row| row.summary()).collect()
}

pub(super) fn told(vault: &Vault) -> Told {
    let rows = list(vault);
    let records = rows.iter().map(|row| (row.id, vault.record(row.id).unwrap())).collect();
    Told { rows, records }
}

/// An attachment's content.
pub(super) fn content(vault: &Vault, key: &BlobKey) -> Result<Vec<u8>, VaultError> {
    let mut bytes = Vec::new();
    vault.blobs().read(key, &mut bytes).map(|()| bytes)
}

/// Turns one bit of a file.
pub(super) fn flip(file: &Path, at: usize, bit: u8) {
    let mut bytes = fs::read(file).unwrap();
    bytes[at] ^= 1 << bit;
    fs::write(file, bytes).unwrap();
}
