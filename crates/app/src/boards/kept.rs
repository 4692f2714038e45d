//! What a board said, kept until something is written: its numbers are counted once, and its rows are drawn as they are asked
//! for.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use resguardo_domain::catalogue::Lang;
use resguardo_vault::Snapshot;

use super::standing::Pointing;
use super::{Behinds, BoardAsk, OneBoard};

/// So many boards are kept.
const MOST: usize = 4;

/// The boards asked for last.
#[derive(Clone, Default)]
pub(crate) struct Kept(Arc<Mutex<Vec<Found>>>);

/// What decides what a board says, besides the records: the question, its day, the language, how many identities are shown.
pub(super) type Asked<'a> = (&'a BoardAsk, NaiveDate, Lang, usize);

struct Found {
    asked: (BoardAsk, NaiveDate, Lang, usize),
    snapshot: Arc<Snapshot>,
    told: Arc<Told>,
}

/// A board with what stands behind it.
pub(super) struct Told {
    /// The board, with the first rows of its long section.
    pub(super) board: OneBoard,
    /// The records behind its numbers.
    pub(super) behind: Behinds,
    /// Where the rows of its long section stand among all records.
    pub(super) places: Vec<usize>,
    /// The records that point to those of the board, as far as they were looked for.
    pub(super) pointing: Pointing,
}

impl Kept {
    /// The board kept, or told now.
    pub(super) fn of(
        &self,
        (ask, day, lang, shown): Asked<'_>,
        snapshot: &Arc<Snapshot>,
        tell: impl FnOnce() -> Told,
    ) -> Arc<Told> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|found| Arc::ptr_eq(&found.snapshot, snapshot));
        let asked = (ask.clone(), day, lang, shown);
        if let Some(found) = kept.iter().find(|found| found.asked == asked) {
            return Arc::clone(&found.told);
        }
        let told = Arc::new(tell());
        if kept.len() >= MOST {
            kept.remove(0);
        }
        kept.push(Found { asked, snapshot: Arc::clone(snapshot), told: Arc::clone(&told) });
        told
    }
}
