//! Writing frames: one write, one sync of the segment, one sync of the head, then the answer.

use super::disk::Disk;
use super::frame::{FrameDraft, seal, sealed_len, step};
use super::head::Head;
use super::{Checkpoint, Ledger, LedgerPlace, Position, segment};
use crate::dir::{new_private_file, sync_folder};
use crate::error::{ReadOnly, VaultError};
use crate::random::random;
use crate::secret::SegmentKey;
use resguardo_wire::id::FrameHash;
use std::fs::{self, File};
use std::io;

/// A frame that has its link in the chain but no place yet.
struct Prepared {
    padded: Vec<u8>,
    link: [u8; 32],
}

impl Ledger {
    /// Writes frames as one group and gives back where they lie. When this returns `Ok` they are on disk. When it fails,
    /// none of the group is acknowledged; of a group larger than a segment a beginning may stay.
    ///
    /// # Errors
    /// `TooLarge`, `Malformed` for a draft that is no frame, `NoRandomness`: nothing was written. `DiskFull`: the ledger
    /// is as before. `Disk`: it is read-only from now on. `LedgerReadOnly`.
    pub fn append(&mut self, drafts: &[FrameDraft]) -> Result<Vec<Position>, VaultError> {
        self.check_writable()?;
        let mut left = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let (padded, link) = draft.encode()?;
            left.push(Prepared { padded, link });
        }
        let mut positions = Vec::with_capacity(drafts.len());
        while !left.is_empty() {
            if self.fitting(&left) < left.len() && self.tail.offset > segment::FIRST_OFFSET {
                self.begin_segment()?;
            }
            let rest = left.split_off(self.fitting(&left).max(1));
            self.commit(left, &mut positions)?;
            left = rest;
        }
        Ok(positions)
    }

    /// Names another header generation in the head.
    ///
    /// # Errors
    /// `LedgerReadOnly`; `Disk`, `DiskFull`, after which the ledger is read-only.
    pub(crate) fn set_generation(&mut self, generation: u32) -> Result<(), VaultError> {
        self.check_writable()?;
        self.generation = generation;
        self.write_head(self.head)
    }

    /// How many of the frames, from the first, still fit the segment being written.
    fn fitting(&self, frames: &[Prepared]) -> usize {
        let room = self.segment_max_bytes.saturating_sub(self.tail.offset);
        let ends = frames.iter().scan(0_u64, |end, frame| {
            *end = end.saturating_add(sealed_len(&frame.padded) as u64);
            Some(*end)
        });
        ends.take_while(|end| *end <= room).count()
    }

    fn commit(&mut self, group: Vec<Prepared>, positions: &mut Vec<Position>) -> Result<(), VaultError> {
        let keys = self.place.keyring.segment(&self.place.scope, self.tail.segment);
        // While a purge rewrites a segment it has two keys; the newer is the one that stays.
        let key = keys.last().ok_or(VaultError::KeyMissing)?;
        let mut at = self.tail;
        let mut bytes = Vec::with_capacity(group.iter().map(|frame| sealed_len(&frame.padded)).sum());
        let mut given = Vec::with_capacity(group.len());
        for frame in group {
            at.frame_seq = at.frame_seq.checked_add(1).ok_or(VaultError::Bug { what: "frame_seq < 2^64" })?;
            let position = Position { frame_seq: at.frame_seq, segment: at.segment, offset: at.offset };
            let sealed = seal(&self.place, key, position, frame.padded)?;
            at.offset += sealed.len() as u64;
            at.frame_hash = step(&at.frame_hash, at.frame_seq, &frame.link);
            bytes.extend_from_slice(&sealed);
            given.push(position);
        }
        self.write_frames(&bytes)?;
        self.write_head(at)?;
        self.tail = at;
        positions.extend(given);
        Ok(())
    }

    fn write_frames(&mut self, bytes: &[u8]) -> Result<(), VaultError> {
        let file = self.current.as_ref().ok_or(VaultError::Bug { what: "a writable ledger has a segment" })?;
        if let Err(error) = self.disk.write_at(file, self.tail.offset, bytes) {
            // Half a frame must not stay behind the last whole one.
            let cut = self.disk.cut(file, self.tail.offset).and_then(|()| self.disk.sync(file));
            let error = VaultError::from(error);
            if cut.is_err() || !matches!(error, VaultError::DiskFull) {
                self.forbid_writing(ReadOnly::WriteFailed);
            }
            return Err(error);
        }
        // No second try: after a failed sync the system may have dropped what it could not write.
        if let Err(error) = self.disk.sync(file) {
            self.forbid_writing(ReadOnly::WriteFailed);
            return Err(error.into());
        }
        Ok(())
    }

    pub(super) fn write_head(&mut self, at: Checkpoint) -> Result<(), VaultError> {
        let head = Head { generation: self.generation, at };
        if let Err(error) = self.head_file.write(self.disk.as_mut(), &self.place, &head) {
            self.forbid_writing(ReadOnly::WriteFailed);
            return Err(error.into());
        }
        self.head = at;
        Ok(())
    }

    fn begin_segment(&mut self) -> Result<(), VaultError> {
        let number = self.tail.segment.checked_add(1).ok_or(VaultError::Bug { what: "segment_no < 2^32" })?;
        let file = make_segment(&self.place, self.disk.as_mut(), number, &self.tail.frame_hash)?;
        self.current = Some(file);
        self.tail.segment = number;
        self.tail.offset = segment::FIRST_OFFSET;
        Ok(())
    }
}

/// Makes a segment: its key durable in both keyrings first, then the file, then its entry in the folder.
pub(super) fn make_segment(
    place: &LedgerPlace,
    disk: &mut dyn Disk,
    number: u32,
    before: &FrameHash,
) -> Result<File, VaultError> {
    if place.keyring.segment(&place.scope, number).is_empty() {
        let key = SegmentKey::new(random()?);
        place.keyring.change(|keyring| {
            if let Some(scope) = keyring.scopes.get_mut(&place.scope) {
                scope.segments.insert(number, vec![key]);
            }
        })?;
    }
    let path = place.segment_path(number);
    let file = new_private_file(&path)?;
    let written: io::Result<()> = disk
        .write_at(&file, 0, &segment::header(place, number, before))
        .and_then(|()| disk.sync(&file))
        .and_then(|()| sync_folder(&place.folder));
    match written {
        Ok(()) => Ok(file),
        Err(error) => {
            // It holds no frame. If it cannot be removed either, the next opening does it.
            drop(fs::remove_file(&path));
            Err(error.into())
        }
    }
}
