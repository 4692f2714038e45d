//! Making a ledger, and opening one: find the head, keep what follows it and verifies, put a torn tail aside.
//!
//! Nothing before the head is read here; that is what [`Ledger::replay`] is for. The rules of protocol.md §2.5:
//! a frame after the head that verifies is kept and the head moves on (else one flipped bit in the newest half would lose
//! an acknowledged change); what does not verify after the head is a torn tail, put aside as ciphertext; what is missing
//! before the head is damage: read-only, nothing cut.

use super::append::make_segment;
use super::disk::RealDisk;
use super::frame::{FRAME_MIN_BYTES, RawFrame, link, step};
use super::head::{Head, HeadFile};
use super::replay::{Walk, read_range};
use super::{Checkpoint, DamagedRange, Ledger, LedgerPlace, LedgerReader, Position, SEGMENT_MAX_BYTES, segment};
use crate::dir::{make_private_folder, sync_folder};
use crate::error::{ReadOnly, VaultError};
use std::fs::{self, OpenOptions};
use std::sync::Arc;

/// Bytes after the last whole frame that a crash left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TornTail {
    /// The segment they were in.
    pub segment: u32,
    /// Where they started.
    pub offset: u64,
    /// How many there were.
    pub size_bytes: u64,
    /// The file in `aside/` that holds them now.
    pub aside: String,
}

/// In what state a ledger was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenReport {
    /// What a crash left behind the last whole frame, if anything; to be noted in the journal.
    pub torn_tail: Option<TornTail>,
    /// What is missing before the head. More can show when the frames are read.
    pub damaged: Vec<DamagedRange>,
    /// Where the ledger ends.
    pub head: Checkpoint,
    /// The header generation the head names.
    pub generation: u32,
}

/// What stands after the head.
struct After {
    tail: Checkpoint,
    /// Bytes after `tail` that are no frames, in the segment of that number.
    torn: Option<(u32, u64, Vec<u8>)>,
    /// Bytes that no crash of this program leaves.
    damage: Option<DamagedRange>,
}

impl Ledger {
    /// Makes an empty ledger with its first segment.
    ///
    /// # Errors
    /// `DiskFull`, `Disk`, `NoRandomness`.
    pub(crate) fn create(place: LedgerPlace, generation: u32) -> Result<Self, VaultError> {
        make_private_folder(&place.folder)?;
        sync_folder(&place.vault_dir.ledger())?;
        let frame_hash = place.chain_start();
        drop(make_segment(&place, &mut RealDisk, 1, &frame_hash)?);
        let at = Checkpoint { frame_seq: 0, frame_hash, segment: 1, offset: segment::FIRST_OFFSET };
        HeadFile::create(&place, &Head { generation, at })?;
        sync_folder(&place.folder)?;
        let (ledger, _) = Self::open(place)?;
        Ok(ledger)
    }

    /// Opens a ledger at its head.
    ///
    /// # Errors
    /// `Disk`, `DiskFull`, `NoRandomness`. Damage is no error: it is reported, and the ledger is read-only.
    pub(crate) fn open(place: LedgerPlace) -> Result<(Self, OpenReport), VaultError> {
        make_private_folder(&place.folder)?;
        let place = Arc::new(place);
        let (head_file, newest) = HeadFile::open(&place)?;
        let (head, mut damaged) = match newest {
            Some(head) => (head, missing_before(&place, &head.at)?),
            None => without_head(&place)?,
        };
        let reader = Arc::new(LedgerReader::new(Arc::clone(&place)));
        let mut ledger = Self {
            place,
            reader,
            disk: Box::new(RealDisk),
            head_file,
            current: None,
            head: head.at,
            tail: head.at,
            generation: head.generation,
            read_only: None,
            segment_max_bytes: SEGMENT_MAX_BYTES,
        };
        let mut torn_tail = None;
        if damaged.is_empty() {
            let after = after_head(&ledger.place, &head.at)?;
            damaged.extend(after.damage);
            if damaged.is_empty() {
                torn_tail = ledger.settle_tail(after)?;
            }
        }
        if !damaged.is_empty() {
            ledger.forbid_writing(ReadOnly::Damage);
        }
        let report = OpenReport { torn_tail, damaged, head: ledger.head, generation: head.generation };
        Ok((ledger, report))
    }

    /// Cuts a torn tail off, opens the segment to be written and moves the head to the last frame.
    fn settle_tail(&mut self, after: After) -> Result<Option<TornTail>, VaultError> {
        let mut torn_tail = None;
        if let Some((number, offset, bytes)) = after.torn {
            let aside = self.place.vault_dir.put_aside(&bytes)?;
            let path = self.place.segment_path(number);
            if number == after.tail.segment {
                let file = OpenOptions::new().write(true).open(path)?;
                file.set_len(offset)?;
                file.sync_all()?;
            } else {
                // A segment that was being made: it holds no frame yet.
                fs::remove_file(path)?;
                sync_folder(&self.place.folder)?;
            }
            torn_tail = Some(TornTail { segment: number, offset, size_bytes: bytes.len() as u64, aside });
        }
        let file = OpenOptions::new().read(true).write(true).open(self.place.segment_path(after.tail.segment))?;
        self.current = Some(file);
        self.tail = after.tail;
        if after.tail.frame_seq > self.head.frame_seq {
            // What is kept must be durable before the head vouches for it.
            if let Some(file) = &self.current {
                file.sync_all()?;
            }
            self.write_head(after.tail)?;
        }
        Ok(torn_tail)
    }
}

/// What is missing before a head as far as names and lengths tell.
fn missing_before(place: &LedgerPlace, head: &Checkpoint) -> Result<Vec<DamagedRange>, VaultError> {
    let mut missing = Vec::new();
    for number in 1..=head.segment {
        let least = if number == head.segment { head.offset } else { segment::FIRST_OFFSET };
        let len = segment_len(place, number)?.unwrap_or(0);
        if len < least {
            missing.push(DamagedRange { segment: number, from: len, to: least, first_lost: 0, frames_lost: 0 });
        }
    }
    Ok(missing)
}

pub(super) fn segment_len(place: &LedgerPlace, number: u32) -> Result<Option<u64>, VaultError> {
    match fs::metadata(place.segment_path(number)) {
        Ok(metadata) => Ok(Some(metadata.len())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Walks whatever follows a head.
fn after_head(place: &LedgerPlace, head: &Checkpoint) -> Result<After, VaultError> {
    let mut tail = *head;
    loop {
        let bytes = read_range(place, tail.segment, tail.offset, None)?;
        let kept = frames_in(place, &mut tail, &bytes);
        let rest = bytes.get(kept..).unwrap_or_default();
        let next_number = tail.segment.saturating_add(1);
        let next = match segment_len(place, next_number)? {
            None => None,
            Some(_) => Some(read_range(place, next_number, 0, None)?),
        };
        match next {
            None if rest.is_empty() => return Ok(After { tail, torn: None, damage: None }),
            None => {
                let torn = Some((tail.segment, tail.offset, rest.to_vec()));
                return Ok(After { tail, torn, damage: None });
            }
            // A segment is begun only when the one before ended whole.
            Some(_) if !rest.is_empty() => {
                let to = tail.offset + rest.len() as u64;
                let first_lost = tail.frame_seq + 1;
                let damage = DamagedRange { segment: tail.segment, from: tail.offset, to, first_lost, frames_lost: 0 };
                return Ok(After { tail, torn: None, damage: Some(damage) });
            }
            Some(next) if segment::read_header(place, next_number, &next) == Some(tail.frame_hash) => {
                tail.segment = next_number;
                tail.offset = segment::FIRST_OFFSET;
            }
            Some(next) => return Ok(After { tail, torn: Some((next_number, 0, next)), damage: None }),
        }
    }
}

/// Takes the frames that verify from the beginning of `bytes`, moves the tail past them, and says how long they were.
fn frames_in(place: &LedgerPlace, tail: &mut Checkpoint, bytes: &[u8]) -> usize {
    let keys = place.keyring.segment(&place.scope, tail.segment);
    let mut kept = 0;
    while let Some(raw) = bytes.get(kept..).and_then(RawFrame::at) {
        let frame_seq = tail.frame_seq + 1;
        let position = Position { frame_seq, segment: tail.segment, offset: tail.offset };
        let Some(frame) = raw.open(place, &keys, position) else { break };
        let Ok(link) = link(frame.kind, &frame.bytes) else { break };
        tail.frame_hash = step(&tail.frame_hash, frame_seq, &link);
        tail.frame_seq = frame_seq;
        tail.offset += raw.len() as u64;
        kept += raw.len();
    }
    kept
}

/// What can be said of a ledger neither of whose head halves holds: everything that verifies, and that its end is
/// unknown. It stays read-only.
fn without_head(place: &LedgerPlace) -> Result<(Head, Vec<DamagedRange>), VaultError> {
    let mut walk = Walk::from_start(place);
    let mut lengths = Vec::new();
    for number in 1..=u32::MAX {
        let Some(len) = segment_len(place, number)? else { break };
        lengths.push(len);
    }
    let frames_at_most = lengths.iter().sum::<u64>() / FRAME_MIN_BYTES as u64;
    for (number, _) in (1..).zip(&lengths) {
        let bytes = read_range(place, number, 0, None)?;
        walk.segment_bytes(number, (0, &bytes), frames_at_most, &mut |_| Ok(()))?;
    }
    let end = lengths.last().copied().unwrap_or(0);
    let at = *walk.at();
    let unknown_end =
        DamagedRange { segment: at.segment, from: at.offset, to: end.max(at.offset), first_lost: 0, frames_lost: 0 };
    Ok((Head { generation: 0, at }, vec![unknown_end]))
}
