//! Where everything lies (protocol.md §2.2), and the two ways in which files come to be there.
//!
//! Names in here are constants, numbers or blinded; nothing is named by what it holds. Folders are 0700, files 0600.

mod synced;

use crate::error::VaultError;
use crate::random::random;
use resguardo_wire::id::{BlobBlind, ScopeBlind};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Makes every file this process creates from now on its owner's alone (umask 077). To be called before the first
/// file; the projection's engine makes files of 0644 otherwise.
pub fn keep_files_private() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
}

/// The file of what was being written when the vault was locked.
pub(crate) const DESK: &str = "desk.rgd";

/// A vault's folder.
#[derive(Clone, Debug)]
pub struct VaultDir {
    root: PathBuf,
}

impl VaultDir {
    /// Makes the folder of a new vault with everything in it that is a folder.
    ///
    /// # Errors
    /// `SyncedFolder`, `FolderNotEmpty`, `Disk`, `DiskFull`.
    pub fn create(root: &Path) -> Result<Self, VaultError> {
        let root = std::path::absolute(root)?;
        if let Some(sign) = synced::sign_of_syncing(&root) {
            return Err(VaultError::SyncedFolder { sign });
        }
        if root.exists() && fs::read_dir(&root)?.next().is_some() {
            return Err(VaultError::FolderNotEmpty);
        }
        let dir = Self { root };
        if let Some(parent) = dir.root.parent() {
            fs::create_dir_all(parent)?;
        }
        for folder in [&dir.root, &dir.ledger(), &dir.blobs(), &dir.tmp(), &dir.aside()] {
            make_private_folder(folder)?;
        }
        sync_folder(&dir.root)?;
        Ok(dir)
    }

    /// Takes the folder of a vault that is there.
    ///
    /// # Errors
    /// `NoVault` if there is no header in it.
    pub fn at(root: &Path) -> Result<Self, VaultError> {
        let dir = Self { root: std::path::absolute(root)? };
        if dir.headers().iter().any(|header| header.is_file()) { Ok(dir) } else { Err(VaultError::NoVault) }
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Both header files, the first to be written first.
    #[must_use]
    pub fn headers(&self) -> [PathBuf; 2] {
        [self.root.join("vault.rgv"), self.root.join("vault2.rgv")]
    }

    /// Both keyring files.
    #[must_use]
    pub fn keyrings(&self) -> [PathBuf; 2] {
        [self.root.join("keyring1.rgk"), self.root.join("keyring2.rgk")]
    }

    /// The folder of all ledgers.
    #[must_use]
    pub fn ledger(&self) -> PathBuf {
        self.root.join("ledger")
    }

    /// The folder of one scope's ledger.
    #[must_use]
    pub fn scope(&self, blind: &ScopeBlind) -> PathBuf {
        self.ledger().join(blind.to_string())
    }

    /// The folder of all attachments.
    #[must_use]
    pub fn blobs(&self) -> PathBuf {
        self.root.join("blobs")
    }

    /// One attachment: `blobs/ab/<blinded name>.rgb`.
    #[must_use]
    pub fn blob(&self, blind: &BlobBlind) -> PathBuf {
        let [first, ..] = blind.as_bytes();
        self.blobs().join(format!("{first:02x}")).join(format!("{blind}.rgb"))
    }

    /// The rebuildable projection.
    #[must_use]
    pub fn projection(&self) -> PathBuf {
        self.root.join("proj")
    }

    /// The marker that stands while the projection is being opened.
    #[must_use]
    pub fn projection_marker(&self) -> PathBuf {
        self.root.join("proj.opening")
    }

    /// Ciphertext under way; emptied at start and at lock.
    #[must_use]
    pub fn tmp(&self) -> PathBuf {
        self.root.join("tmp")
    }

    /// Torn tails, ciphertext, kept until a verification was clean.
    #[must_use]
    pub fn aside(&self) -> PathBuf {
        self.root.join("aside")
    }

    /// What was being written when the vault was locked, sealed.
    #[must_use]
    pub fn desk(&self) -> PathBuf {
        self.root.join(DESK)
    }

    /// Deletes what was being written.
    ///
    /// # Errors
    /// `Disk`.
    pub(crate) fn remove_desk(&self) -> Result<(), VaultError> {
        match fs::remove_file(self.desk()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// The lock file.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.root.join("lock")
    }

    /// A file's whole content, or nothing if it is not there.
    ///
    /// # Errors
    /// `Disk`.
    pub(crate) fn read_if_present(&self, path: &Path) -> Result<Option<Vec<u8>>, VaultError> {
        match fs::read(path) {
            Ok(content) => Ok(Some(content)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes a file whole or not at all: temporary file → fsync → rename → fsync of the folder.
    ///
    /// # Errors
    /// `DiskFull`, `Disk`, `NoRandomness`; the file then is as it was.
    pub(crate) fn write_whole(&self, path: &Path, content: &[u8]) -> Result<(), VaultError> {
        let (temporary, mut file) = self.temporary()?;
        let written = file.write_all(content).and_then(|()| file.sync_all());
        let placed = written.map_err(VaultError::from).and_then(|()| place(&temporary, path));
        if placed.is_err() {
            // What is left in tmp/ is ciphertext and goes at the next start.
            drop(fs::remove_file(&temporary));
        }
        placed
    }

    /// A new, private, empty file in `tmp/`.
    ///
    /// # Errors
    /// `Disk`, `NoRandomness`.
    pub(crate) fn temporary(&self) -> Result<(PathBuf, File), VaultError> {
        make_private_folder(&self.tmp())?;
        let path = self.tmp().join(random_name()?);
        let file = new_private_file(&path)?;
        Ok((path, file))
    }

    /// Empties `tmp/`.
    ///
    /// # Errors
    /// `Disk`.
    pub(crate) fn empty_tmp(&self) -> Result<(), VaultError> {
        make_private_folder(&self.tmp())?;
        for entry in fs::read_dir(self.tmp())? {
            fs::remove_file(entry?.path())?;
        }
        Ok(())
    }

    /// Puts ciphertext aside under a random name, which is given back.
    ///
    /// # Errors
    /// `DiskFull`, `Disk`, `NoRandomness`.
    pub(crate) fn put_aside(&self, ciphertext: &[u8]) -> Result<String, VaultError> {
        make_private_folder(&self.aside())?;
        let name = random_name()?;
        self.write_whole(&self.aside().join(&name), ciphertext)?;
        Ok(name)
    }
}

/// Moves a finished temporary file to its place and makes the move durable.
///
/// # Errors
/// `DiskFull`, `Disk`.
pub(crate) fn place(temporary: &Path, path: &Path) -> Result<(), VaultError> {
    fs::rename(temporary, path)?;
    match path.parent() {
        Some(folder) => Ok(sync_folder(folder)?),
        None => Ok(()),
    }
}

/// Makes a folder's entries durable.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Makes a folder of mode 0700, or narrows one that is there to it.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {
            #[cfg(unix)]
            fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
            Ok(())
        }
        made => made,
    }
}

/// Makes a file of mode 0600 that was not there before.
pub(crate) fn new_private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn random_name() -> Result<String, VaultError> {
    Ok(format!("{:032x}.bin", u128::from_be_bytes(random()?)))
}

#[cfg(test)]
mod tests;
