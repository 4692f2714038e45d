//! The events of one record and what its clocks said on the days asked about.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use resguardo_mechanism::clock::Subject;
use resguardo_mechanism::indicator::Timed;

use super::subjects::Source;

/// Answers of so many days are kept: those of a dashboard with its trends, and today's.
const MOST: usize = 6;

/// One record's events, where they were read, and what was worked out of them.
pub(crate) struct Turned {
    /// The events.
    pub(crate) subject: Subject,
    of: Vec<Source>,
    /// The clocks that indicators ask for.
    pub(super) timed: OnDay<Arc<[Timed<'static>]>>,
    /// How many minutes its most pressing clock has left.
    pub(super) pressing: OnDay<Option<i64>>,
}

impl Turned {
    pub(super) fn new(subject: Subject, of: Vec<Source>) -> Self {
        Self { subject, of, timed: OnDay::default(), pressing: OnDay::default() }
    }

    /// Whether it was put together of these records as they are.
    pub(super) fn is_of(&self, of: &[Source]) -> bool {
        let same = |(one, other): (&Source, &Source)| one.1 == other.1 && Arc::ptr_eq(&one.0, &other.0);
        self.of.len() == of.len() && self.of.iter().zip(of).all(same)
    }
}

/// What was worked out for a day and an age of the institution.
pub(super) struct OnDay<T>(Mutex<Vec<((NaiveDate, u64), T)>>);

impl<T> Default for OnDay<T> {
    fn default() -> Self {
        Self(Mutex::new(Vec::new()))
    }
}

impl<T: Clone> OnDay<T> {
    /// The answer kept, or worked out now.
    pub(super) fn of(&self, when: (NaiveDate, u64), work: impl FnOnce() -> T) -> T {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = kept.iter().find(|(known, _)| *known == when) {
            return known.clone();
        }
        let found = work();
        if kept.len() >= MOST {
            kept.remove(0);
        }
        kept.push((when, found.clone()));
        found
    }
}
