//! The two header files: finding the one to believe, and writing both.

use crate::dir::VaultDir;
use crate::error::VaultError;
use crate::header::{Header, HeaderFile};
use crate::keyring::Copies;
use crate::keys::RootKeys;
use crate::secret::VaultRootKey;
use crate::slot::UnlockSecret;

/// The header that opened.
pub(super) struct Found {
    pub(super) header: Header,
    pub(super) keys: RootKeys,
    /// Whether its MAC holds.
    pub(super) authentic: bool,
    pub(super) copies: Copies,
}

/// Reads both copies and opens the one to believe: of those whose MAC holds the newest, else one whose slot opened. Equal
/// copies are tried once.
///
/// # Errors
/// `HeaderUnreadable` or `NewerFormat` if no copy can be read; `WrongPassphrase` if none opens; `HeaderParameters` if
/// that is because of parameters outside the bounds; `NotEnoughMemory`, `Disk`.
pub(super) fn find(
    dir: &VaultDir,
    open: &mut dyn FnMut(&Header) -> Result<Option<VaultRootKey>, VaultError>,
) -> Result<Found, VaultError> {
    let (files, copies) = read(dir)?;
    let mut found: Option<Found> = None;
    let mut refused = VaultError::WrongPassphrase;
    for file in files {
        let root = match open(&file.header) {
            Ok(Some(root)) => root,
            Ok(None) => continue,
            Err(VaultError::HeaderParameters) => {
                refused = VaultError::HeaderParameters;
                continue;
            }
            Err(error) => return Err(error),
        };
        let keys = RootKeys::new(file.header.vault, root);
        let authentic = file.is_authentic(&keys);
        let rank = (authentic, file.header.generation);
        if found.as_ref().is_none_or(|found| (found.authentic, found.header.generation) < rank) {
            found = Some(Found { header: file.header, keys, authentic, copies });
        }
    }
    found.ok_or(refused)
}

/// The copies that can be read, equal ones once, and whether there were two equal ones.
fn read(dir: &VaultDir) -> Result<(Vec<HeaderFile>, Copies), VaultError> {
    let mut files: Vec<HeaderFile> = Vec::new();
    let mut readable = 0;
    let mut refused = VaultError::HeaderUnreadable;
    for path in dir.headers() {
        let Some(bytes) = dir.read_if_present(&path)? else { continue };
        match HeaderFile::read(&bytes) {
            Ok(file) => {
                readable += 1;
                if !files.contains(&file) {
                    files.push(file);
                }
            }
            Err(VaultError::NewerFormat) => refused = VaultError::NewerFormat,
            Err(_) => {}
        }
    }
    match (files.len(), readable) {
        (0, _) => Err(refused),
        (1, 2) => Ok((files, Copies::Whole)),
        _ => Ok((files, Copies::OneRepaired)),
    }
}

/// Opens the first slot of the secret's kind that opens. Slots of other kinds are not tried.
pub(super) fn try_slots(header: &Header, secret: &UnlockSecret) -> Result<Option<VaultRootKey>, VaultError> {
    let mut outside_bounds = false;
    for slot in &header.slots {
        match slot.open(&header.vault, secret) {
            Ok(Some(root)) => return Ok(Some(root)),
            Ok(None) => {}
            Err(VaultError::HeaderParameters) => outside_bounds = true,
            Err(error) => return Err(error),
        }
    }
    if outside_bounds { Err(VaultError::HeaderParameters) } else { Ok(None) }
}

/// Writes both copies, the first first, and reads them back.
///
/// # Errors
/// `Disk`, `DiskFull`, `NoRandomness`; `HeaderUnreadable` if what came back is not what was written.
pub(super) fn write(dir: &VaultDir, header: &Header, keys: &RootKeys) -> Result<(), VaultError> {
    let bytes = header.to_file(keys)?;
    for path in dir.headers() {
        dir.write_whole(&path, &bytes)?;
        let back = dir.read_if_present(&path)?.ok_or(VaultError::HeaderUnreadable)?;
        let back = HeaderFile::read(&back)?;
        if back.header != *header || !back.is_authentic(keys) {
            return Err(VaultError::HeaderUnreadable);
        }
    }
    Ok(())
}
