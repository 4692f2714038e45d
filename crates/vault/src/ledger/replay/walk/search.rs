//! Finding the next place from which a frame opens.
//!
//! A frame's number is authenticated but not written, so numbers are tried. First, as long as one form of a frame follows
//! the other, each place with the number it should have: so a frame that is where it belongs is found before one that is
//! not. Then every place near by with the numbers that can have been lost in the bytes skipped and a few more; then the
//! first places with all numbers up to the head's; then those near again at every place that is left. Hostile bytes cannot buy hours: what searching costs is limited.

use super::{Rest, Walk};
use crate::format::FRAME_MAGIC;
use crate::ledger::frame::FRAME_MIN_BYTES;
use std::ops::RangeInclusive;

/// What all searches of one pass may cost, in bytes put through the cipher: this much,
const BUDGET_BYTES: u64 = 64 << 20;
/// and this much for every frame of the ledger, enough to try all numbers at a few places.
const BUDGET_BYTES_PER_FRAME: u64 = 8 << 10;
/// What a try costs beside the frame's own bytes.
const TRY_COSTS_BYTES: u64 = 512;
/// How many places near by are tried before all numbers are.
const NEAR_PLACES: usize = 64;
/// How many places are tried with all numbers.
const WIDE_PLACES: usize = 4;
/// How many numbers beyond those that fit the bytes skipped are tried: frames can be missing without a trace.
const NEAR_NUMBERS: u64 = 16;

impl Walk<'_> {
    /// The start of the next frame that opens, and its number.
    pub(super) fn search(&mut self, rest: &Rest<'_>, last_seq: u64) -> Option<(usize, u64)> {
        if rest.keys.is_empty() {
            return None;
        }
        let near = |start: usize, first: u64| {
            let fit = ((start - rest.start) / FRAME_MIN_BYTES) as u64;
            first.saturating_add(fit + NEAR_NUMBERS).min(last_seq)
        };
        let first = self.at.frame_seq.saturating_add(1);
        let mut tries = Tries { walk: self, rest, first, last_seq };
        in_line(rest)
            .zip(first..=last_seq)
            .take(NEAR_PLACES)
            .find_map(|(start, due)| tries.numbers(start, due..=due))
            .or_else(|| places(rest).take(NEAR_PLACES).find_map(|start| tries.at(start, near(start, first))))
            .or_else(|| places(rest).take(WIDE_PLACES).find_map(|start| tries.at(start, last_seq)))
            .or_else(|| places(rest).skip(NEAR_PLACES).find_map(|start| tries.at(start, near(start, first))))
    }
}

/// Numbers being tried at places, on a budget.
struct Tries<'w, 'p, 'r> {
    walk: &'w mut Walk<'p>,
    rest: &'r Rest<'r>,
    first: u64,
    last_seq: u64,
}

impl Tries<'_, '_, '_> {
    /// The place and the number under which it opens, of those up to `last`.
    fn at(&mut self, start: usize, last: u64) -> Option<(usize, u64)> {
        self.numbers(start, self.first..=last)
    }

    fn numbers(&mut self, start: usize, numbers: RangeInclusive<u64>) -> Option<(usize, u64)> {
        let raw = self.rest.raw(start)?;
        let budget = BUDGET_BYTES.saturating_add(self.last_seq.saturating_mul(BUDGET_BYTES_PER_FRAME));
        for frame_seq in numbers {
            self.walk.search_spent_bytes += raw.len() as u64 + TRY_COSTS_BYTES;
            if self.walk.search_spent_bytes > budget {
                return None;
            }
            if raw.open(self.walk.place, self.rest.keys, self.rest.position(start, frame_seq)).is_some() {
                return Some((start, frame_seq));
            }
        }
        None
    }
}

/// Places that have the form of a frame, each right after the one before.
fn in_line<'a>(rest: &'a Rest<'a>) -> impl Iterator<Item = usize> + 'a {
    std::iter::successors(Some(rest.start), |start| Some(start + rest.raw(*start)?.len()))
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
