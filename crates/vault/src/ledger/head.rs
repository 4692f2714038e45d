//! `head.rgh`: where the ledger ends, in two halves, so that a torn write spoils one.
//!
//! ```text
//! half = "RGH1" ‖ u32 generation ‖ u64 frame_seq ‖ u32 segment ‖ u64 offset (end of that frame) ‖ frame_hash(32)
//!        ‖ HMAC(ledger-head, L("head") ‖ scope_blind ‖ all before), zeros to 4096
//! ```
//! The newest half has the highest (frame_seq, generation); writing goes over the other.

use super::disk::Disk;
use super::{Checkpoint, LedgerPlace};
use crate::cipher;
use crate::format::{HEAD_HALF_BYTES, HEAD_MAGIC};
use resguardo_wire::id::FrameHash;
use resguardo_wire::label;
use std::fs::{File, OpenOptions};
use std::io::{self, Read};

const SIGNED_LEN: usize = HEAD_MAGIC.len() + 4 + 8 + 4 + 8 + 32;

/// What a half says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) generation: u32,
    pub(super) at: Checkpoint,
}

impl Head {
    fn encode(&self, place: &LedgerPlace) -> Vec<u8> {
        let mut half = Vec::with_capacity(HEAD_HALF_BYTES);
        half.extend_from_slice(HEAD_MAGIC);
        half.extend_from_slice(&self.generation.to_be_bytes());
        half.extend_from_slice(&self.at.frame_seq.to_be_bytes());
        half.extend_from_slice(&self.at.segment.to_be_bytes());
        half.extend_from_slice(&self.at.offset.to_be_bytes());
        half.extend_from_slice(self.at.frame_hash.as_bytes());
        let mac = cipher::authenticate(place.head_key.expose(), &[label::HEAD, place.blind.as_bytes(), &half]);
        half.extend_from_slice(&mac);
        half.resize(HEAD_HALF_BYTES, 0);
        half
    }

    fn decode(place: &LedgerPlace, half: &[u8]) -> Option<Self> {
        let (signed, rest) = half.split_at_checked(SIGNED_LEN)?;
        let mac = rest.first_chunk::<32>()?;
        if !cipher::is_authentic(place.head_key.expose(), &[label::HEAD, place.blind.as_bytes(), signed], mac) {
            return None;
        }
        let (generation, rest) = signed.strip_prefix(HEAD_MAGIC.as_slice())?.split_first_chunk()?;
        let (frame_seq, rest) = rest.split_first_chunk()?;
        let (segment, rest) = rest.split_first_chunk()?;
        let (offset, frame_hash) = rest.split_first_chunk()?;
        let at = Checkpoint {
            frame_seq: u64::from_be_bytes(*frame_seq),
            frame_hash: FrameHash::try_from(frame_hash).ok()?,
            segment: u32::from_be_bytes(*segment),
            offset: u64::from_be_bytes(*offset),
        };
        Some(Self { generation: u32::from_be_bytes(*generation), at })
    }
}

/// The head file, open, and which half is the older.
pub(super) struct HeadFile {
    file: File,
    next_half: u64,
}

impl HeadFile {
    /// Writes a first head into both halves of a new file.
    pub(super) fn create(place: &LedgerPlace, head: &Head) -> io::Result<()> {
        use std::io::Write;
        let mut file = crate::dir::new_private_file(&place.head_path())?;
        file.write_all(&head.encode(place))?;
        file.write_all(&head.encode(place))?;
        file.sync_all()
    }

    /// Opens the head file: its newest half that holds, if one does.
    pub(super) fn open(place: &LedgerPlace) -> io::Result<(Self, Option<Head>)> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(place.head_path())?;
        let mut bytes = Vec::new();
        file.by_ref().take(2 * HEAD_HALF_BYTES as u64).read_to_end(&mut bytes)?;
        let mut halves = bytes.chunks(HEAD_HALF_BYTES).map(|half| Head::decode(place, half));
        let halves = [halves.next().flatten(), halves.next().flatten()];
        let age = |head: &Option<Head>| head.map(|head| (head.at.frame_seq, head.generation));
        let [first, second] = halves;
        let first_is_newer = age(&first) > age(&second);
        let newest = if first_is_newer { first } else { second };
        Ok((Self { file, next_half: u64::from(first_is_newer) }, newest))
    }

    /// Writes a head over the older half and makes it durable.
    pub(super) fn write(&mut self, disk: &mut dyn Disk, place: &LedgerPlace, head: &Head) -> io::Result<()> {
        let offset = self.next_half * HEAD_HALF_BYTES as u64;
        disk.write_at(&self.file, offset, &head.encode(place))?;
        disk.sync(&self.file)?;
        self.next_half = 1 - self.next_half;
        Ok(())
    }
}
