//! One pass over a ledger's bytes.
//!
//! As long as nothing is damaged a frame follows a frame, each opens at the number due, and the running hash is known.
//! At the first byte that does not fit, the walk searches for the next place where a frame opens. After that the running
//! hash is unknown until the next segment's header names it again; each frame still proves its own place.

mod search;

use super::super::frame::{Frame, RawFrame, link, step};
use super::super::{Checkpoint, LedgerPlace, Position, segment};
use super::DamagedRange;
use crate::error::VaultError;
use crate::secret::SegmentKey;
use resguardo_wire::id::FrameHash;

/// Where a pass stands.
pub(in super::super) struct Walk<'a> {
    place: &'a LedgerPlace,
    /// The last good frame, and where it ended.
    at: Checkpoint,
    /// Whether `at.frame_hash` is the running hash there; false after a gap.
    hash_known: bool,
    /// Damage since the last good frame: how many frames it cost shows with the next one.
    pending: Vec<DamagedRange>,
    damaged: Vec<DamagedRange>,
    doubt: Option<Doubt>,
    search_spent_bytes: u64,
}

/// A segment's header that names another hash than the walk has: either the header is damaged, or frames at the end of
/// the segment before are missing. The number of the first frame tells.
struct Doubt {
    named: FrameHash,
    segment: u32,
    before: Checkpoint,
}

/// A segment's bytes and how far they were taken.
struct Rest<'a> {
    keys: &'a [SegmentKey],
    number: u32,
    /// Offset of the first of these bytes in the segment.
    from: u64,
    bytes: &'a [u8],
    start: usize,
}

impl Rest<'_> {
    const fn offset_of(&self, start: usize) -> u64 {
        self.from + start as u64
    }

    fn position(&self, start: usize, frame_seq: u64) -> Position {
        Position { frame_seq, segment: self.number, offset: self.offset_of(start) }
    }

    fn raw(&self, start: usize) -> Option<RawFrame<'_>> {
        RawFrame::at(self.bytes.get(start..)?)
    }
}

impl<'a> Walk<'a> {
    pub(in super::super) fn from_start(place: &'a LedgerPlace) -> Self {
        let start = Checkpoint { frame_seq: 0, frame_hash: place.chain_start(), segment: 1, offset: 0 };
        Self::from_checkpoint(place, &start)
    }

    pub(in super::super) const fn from_checkpoint(place: &'a LedgerPlace, at: &Checkpoint) -> Self {
        Self {
            place,
            at: *at,
            hash_known: true,
            pending: Vec::new(),
            damaged: Vec::new(),
            doubt: None,
            search_spent_bytes: 0,
        }
    }

    /// The last good frame's number and hash, and where it ended.
    pub(in super::super) const fn at(&self) -> &Checkpoint {
        &self.at
    }

    /// Takes a segment's bytes from an offset on; from 0 they begin with its header. `last_seq` bounds what can have
    /// been lost before.
    pub(in super::super) fn segment_bytes(
        &mut self,
        number: u32,
        (from, bytes): (u64, &[u8]),
        last_seq: u64,
        each: &mut dyn FnMut(Frame) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        let keys = self.place.keyring.segment(&self.place.scope, number);
        let mut rest = Rest { keys: &keys, number, from, bytes, start: 0 };
        if from == 0 {
            self.enter(number, bytes);
            rest.start = segment::HEADER_LEN.min(bytes.len());
        }
        while rest.start < bytes.len() {
            let due = self.at.frame_seq.saturating_add(1);
            let next = rest.raw(rest.start);
            if let Some(raw) = next
                && let Some(frame) = raw.open(self.place, &keys, rest.position(rest.start, due))
            {
                self.take(frame, raw.len() as u64, each)?;
                rest.start += raw.len();
                continue;
            }
            let Some((start, frame_seq)) = self.search(&rest, last_seq) else {
                self.damage(number, rest.offset_of(rest.start), rest.offset_of(bytes.len()));
                self.hash_known = false;
                return Ok(());
            };
            self.resume(&mut rest, start, frame_seq);
        }
        Ok(())
    }

    /// Marks bytes as missing that a head says are there.
    pub(in super::super) fn expect_end(&mut self, end: u64) {
        if self.at.offset < end && self.pending.is_empty() {
            self.damage(self.at.segment, self.at.offset, end);
        }
    }

    /// Ends at a head: everything that could not be read, also if only the numbers or the hash do not meet.
    pub(in super::super) fn finish(&mut self, head: &Checkpoint) -> Vec<DamagedRange> {
        self.blame_header();
        let numbers_meet = self.at.frame_seq == head.frame_seq;
        let hash_meets = !self.hash_known || self.at.frame_hash == head.frame_hash;
        if self.pending.is_empty() && !(numbers_meet && hash_meets) {
            self.damage(head.segment, self.at.offset.min(head.offset), head.offset);
        }
        self.settle(head.frame_seq);
        std::mem::take(&mut self.damaged)
    }

    /// Reads a segment's header.
    fn enter(&mut self, number: u32, bytes: &[u8]) {
        self.blame_header();
        match segment::read_header(self.place, number, bytes) {
            None => self.damage(number, 0, bytes.len().min(segment::HEADER_LEN) as u64),
            Some(named) if self.hash_known && named != self.at.frame_hash => {
                self.doubt = Some(Doubt { named, segment: number, before: self.at });
            }
            Some(named) => {
                self.at.frame_hash = named;
                self.hash_known = true;
            }
        }
        self.at.segment = number;
        self.at.offset = segment::FIRST_OFFSET;
    }

    /// Settles a doubt against the header: the frame due follows, so nothing before it is missing.
    fn blame_header(&mut self) {
        if let Some(doubt) = self.doubt.take() {
            self.damage(doubt.segment, 0, segment::FIRST_OFFSET);
        }
    }

    fn take(
        &mut self,
        frame: Frame,
        len: u64,
        each: &mut dyn FnMut(Frame) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        let Position { frame_seq, segment, offset } = frame.position;
        self.blame_header();
        self.settle(frame_seq.saturating_sub(1));
        let link = link(frame.kind, &frame.bytes);
        match &link {
            Ok(link) => self.at.frame_hash = step(&self.at.frame_hash, frame_seq, link),
            // It opened and is not what it says: the chain cannot be followed past it.
            Err(_) => self.damage(segment, offset, offset + len),
        }
        self.hash_known &= link.is_ok();
        self.at = Checkpoint { frame_seq, frame_hash: self.at.frame_hash, segment, offset: offset + len };
        if link.is_ok() { each(frame) } else { Ok(()) }
    }

    /// Goes on at a frame found further on, or at the same place under a later number.
    fn resume(&mut self, rest: &mut Rest<'_>, start: usize, frame_seq: u64) {
        let first_of_segment = rest.offset_of(start) == segment::FIRST_OFFSET;
        if start > rest.start {
            self.blame_header();
            self.damage(rest.number, rest.offset_of(rest.start), rest.offset_of(start));
            self.hash_known = false;
        } else if let Some(Doubt { named, before, .. }) = self.doubt.take() {
            self.damage(before.segment, before.offset, before.offset);
            self.at.frame_hash = named;
        } else {
            if self.pending.is_empty() {
                self.damage(self.at.segment, self.at.offset, self.at.offset);
            }
            // A segment's header names the hash before its first frame, whatever was lost before it.
            self.hash_known &= first_of_segment;
        }
        self.settle(frame_seq.saturating_sub(1));
        self.at.frame_seq = frame_seq.saturating_sub(1);
        rest.start = start;
    }

    fn damage(&mut self, segment: u32, from: u64, to: u64) {
        let first_lost = self.at.frame_seq.saturating_add(1);
        self.pending.push(DamagedRange { segment, from, to, first_lost, frames_lost: 0 });
    }

    /// Settles what pending damage cost, now that the last number lost in it is known.
    fn settle(&mut self, last_lost: u64) {
        if let Some(first) = self.pending.first_mut() {
            first.frames_lost = last_lost.saturating_add(1).saturating_sub(first.first_lost);
        }
        self.damaged.append(&mut self.pending);
    }
}
