//! Reading single frames by their position, from any thread.

use super::frame::{PREFIX_LEN, RawFrame, read_prefix};
use super::{Frame, LedgerPlace, Position};
use crate::error::VaultError;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

/// Reads frames while the ledger may be appended to.
pub struct LedgerReader {
    place: Arc<LedgerPlace>,
    segments: Mutex<BTreeMap<u32, File>>,
}

impl LedgerReader {
    pub(super) fn new(place: Arc<LedgerPlace>) -> Self {
        Self { place, segments: Mutex::new(BTreeMap::new()) }
    }

    /// Reads the frame at a position that the ledger gave out. Whatever opens is that frame and no other: its number and
    /// segment are authenticated.
    ///
    /// # Errors
    /// `LedgerDamaged` if it does not open there, `KeyMissing`, `Disk`.
    pub fn read_at(&self, position: Position) -> Result<Frame, VaultError> {
        let damaged = VaultError::LedgerDamaged { segment: position.segment, offset: position.offset };
        let keys = self.place.keyring.segment(&self.place.scope, position.segment);
        if keys.is_empty() {
            return Err(VaultError::KeyMissing);
        }
        let bytes = match self.read_bytes(position) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Err(damaged),
            Err(error) if matches!(error.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::NotFound) => {
                return Err(damaged);
            }
            Err(error) => return Err(error.into()),
        };
        RawFrame::at(&bytes).and_then(|raw| raw.open(&self.place, &keys, position)).ok_or(damaged)
    }

    /// The frame's bytes, or nothing if no frame starts there.
    fn read_bytes(&self, position: Position) -> io::Result<Option<Vec<u8>>> {
        let mut segments = self.segments.lock().unwrap_or_else(PoisonError::into_inner);
        let mut file = match segments.get(&position.segment) {
            Some(file) => file,
            None => {
                let file = File::open(self.place.segment_path(position.segment))?;
                segments.entry(position.segment).or_insert(file)
            }
        };
        file.seek(SeekFrom::Start(position.offset))?;
        let mut prefix = [0; PREFIX_LEN];
        file.read_exact(&mut prefix)?;
        let Some((_, ciphertext_len)) = read_prefix(&prefix) else { return Ok(None) };
        let mut bytes = prefix.to_vec();
        bytes.resize(PREFIX_LEN + ciphertext_len, 0);
        file.read_exact(bytes.get_mut(PREFIX_LEN..).unwrap_or_default())?;
        Ok(Some(bytes))
    }
}
