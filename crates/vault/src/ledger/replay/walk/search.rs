//! Finding the next place from which a frame opens.
//!
//! A frame's number is authenticated but not written, so numbers are tried: first those that can have been lost in the
//! bytes skipped, then, at the beginning of a segment behind which earlier ones may have lost frames, all up to the
//! head's. Hostile bytes cannot buy hours: what searching costs is limited.

use super::{Rest, Walk, segment};
use crate::format::FRAME_MAGIC;
use crate::ledger::frame::FRAME_MIN_BYTES;

/// What all searches of one pass may cost, in bytes put through the cipher.
pub(super) const BUDGET_BYTES: u64 = 4 << 30;
/// How many places near by are tried before wide numbers are.
const NEAR_PLACES: usize = 64;
/// How many places are tried with wide numbers.
const WIDE_PLACES: usize = 4;

impl Walk<'_> {
    /// The start of the next frame that opens, and its number.
    pub(super) fn search(&mut self, rest: &Rest<'_>, last_seq: u64) -> Option<(usize, u64)> {
        if rest.keys.is_empty() {
            return None;
        }
        let first = self.at.frame_seq.saturating_add(1);
        let could_be_lost = |start: usize| first + ((start - rest.start) / FRAME_MIN_BYTES) as u64;
        let doubtful_before = !self.pending.is_empty() || rest.offset_of(rest.start) == segment::FIRST_OFFSET;
        for start in places(rest).take(NEAR_PLACES) {
            if let Some(found) = self.try_numbers(rest, start, (first, could_be_lost(start).min(last_seq))) {
                return Some(found);
            }
        }
        if doubtful_before {
            for start in places(rest).take(WIDE_PLACES) {
                if let Some(found) = self.try_numbers(rest, start, (first, last_seq)) {
                    return Some(found);
                }
            }
        }
        places(rest)
            .skip(NEAR_PLACES)
            .find_map(|start| self.try_numbers(rest, start, (first, could_be_lost(start).min(last_seq))))
    }

    fn try_numbers(&mut self, rest: &Rest<'_>, start: usize, (first, last): (u64, u64)) -> Option<(usize, u64)> {
        let raw = rest.raw(start)?;
        for frame_seq in first..=last {
            self.search_left_bytes = self.search_left_bytes.checked_sub(raw.len() as u64)?;
            if raw.open(self.place, rest.keys, rest.position(start, frame_seq)).is_some() {
                return Some((start, frame_seq));
            }
        }
        None
    }
}

/// Places that have the form of a frame: here, right after what has the form of a frame here, then all in order.
fn places<'a>(rest: &'a Rest<'a>) -> impl Iterator<Item = usize> + 'a {
    let jump = rest.raw(rest.start).map(|raw| rest.start + raw.len());
    let marks = Marks { bytes: rest.bytes, next: rest.start + 1 };
    std::iter::once(rest.start).chain(jump).chain(marks).filter(|start| rest.raw(*start).is_some())
}

/// Places where a frame's first bytes stand.
struct Marks<'a> {
    bytes: &'a [u8],
    next: usize,
}

impl Iterator for Marks<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let from = self.next;
        let ahead = self.bytes.get(from..)?.windows(FRAME_MAGIC.len()).position(|window| window == FRAME_MAGIC)?;
        self.next = from + ahead + 1;
        Some(from + ahead)
    }
}
