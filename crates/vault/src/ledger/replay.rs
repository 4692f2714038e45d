//! Reading the ledger in order, with its chain; and, where it is damaged, saving every frame that still opens.

mod walk;

pub(super) use walk::Walk;

use super::open::segment_len;
use super::{Checkpoint, Frame, Ledger, LedgerPlace, segment};
use crate::error::{ReadOnly, VaultError};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// Part of a ledger that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DamagedRange {
    /// The segment's number.
    pub segment: u32,
    /// Where the damage starts in the segment, in bytes.
    pub from: u64,
    /// Where it ends.
    pub to: u64,
    /// The first frame lost; with `frames_lost` 0 none is known to be.
    pub first_lost: u64,
    /// How many frames are lost in it.
    pub frames_lost: u64,
}

/// How a replay went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replay {
    /// Frames given out.
    pub frames: u64,
    /// Ranges that could not be read.
    pub damaged: Vec<DamagedRange>,
    /// Whether the start leads to the head along the chain, with nothing missing.
    pub leads_to_head: bool,
}

impl Ledger {
    /// Gives out every frame after `after`, or every frame, in order. Frames before it are neither read nor opened.
    ///
    /// From the beginning this is the full check: damage makes the ledger read-only, and every frame that still opens is
    /// given out. From a checkpoint a result that does not lead to the head means that what was given out is to be
    /// discarded and everything replayed: the checkpoint may be false, or the ledger damaged.
    ///
    /// # Errors
    /// Whatever `each` returns; `Disk`.
    pub fn replay(
        &mut self,
        after: Option<&Checkpoint>,
        each: &mut dyn FnMut(Frame) -> Result<(), VaultError>,
    ) -> Result<Replay, VaultError> {
        let Some(after) = after else {
            let mut walk = Walk::from_start(&self.place);
            let replay = replay_to(&mut walk, &self.place, &self.head, each)?;
            if !replay.leads_to_head {
                self.forbid_writing(ReadOnly::Damage);
            }
            return Ok(replay);
        };
        let reaches = segment_len(&self.place, after.segment)?.is_some_and(|len| len >= after.offset);
        if !reaches || !can_lead(after, &self.head) {
            return Ok(Replay::default());
        }
        let mut walk = Walk::from_checkpoint(&self.place, after);
        replay_to(&mut walk, &self.place, &self.head, each)
    }
}

/// Whether a checkpoint lies inside the ledger at all.
fn can_lead(after: &Checkpoint, head: &Checkpoint) -> bool {
    let inside = after.frame_seq <= head.frame_seq && after.offset >= segment::FIRST_OFFSET;
    inside && (1..=head.segment).contains(&after.segment)
}

/// Walks the segments up to a head.
fn replay_to(
    walk: &mut Walk<'_>,
    place: &LedgerPlace,
    head: &Checkpoint,
    each: &mut dyn FnMut(Frame) -> Result<(), VaultError>,
) -> Result<Replay, VaultError> {
    let mut frames = 0;
    let mut count = |frame| {
        frames += 1;
        each(frame)
    };
    let start = *walk.at();
    for number in start.segment..=head.segment {
        let end = (number == head.segment).then_some(head.offset);
        let from = if number == start.segment { start.offset } else { 0 };
        if from > 0 && Some(from) == end {
            continue;
        }
        let bytes = read_range(place, number, from, end)?;
        walk.segment_bytes(number, (from, &bytes), head.frame_seq, &mut count)?;
        if let Some(end) = end {
            walk.expect_end(end);
        }
    }
    let damaged = walk.finish(head);
    let leads_to_head = damaged.is_empty();
    Ok(Replay { frames, damaged, leads_to_head })
}

/// A segment's bytes from an offset, to an end or to the file's; none if it is missing.
pub(super) fn read_range(place: &LedgerPlace, number: u32, from: u64, end: Option<u64>) -> Result<Vec<u8>, VaultError> {
    let mut file = match File::open(place.segment_path(number)) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let len = file.metadata()?.len();
    let end = end.map_or(len, |end| end.min(len));
    file.seek(SeekFrom::Start(from))?;
    let wanted = end.saturating_sub(from);
    let mut bytes = Vec::with_capacity(usize::try_from(wanted).unwrap_or(0));
    file.take(wanted).read_to_end(&mut bytes)?;
    Ok(bytes)
}
