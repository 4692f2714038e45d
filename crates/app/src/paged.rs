//! What was worked out of each page of a snapshot, kept as long as the page stands: after a change only the pages it
//! touched are read again.

use std::sync::{Arc, Mutex, PoisonError};

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use resguardo_vault::Snapshot;

/// What was worked out, page by page.
pub(crate) struct Paged<T>(Mutex<Option<Kept<T>>>);

struct Kept<T> {
    snapshot: Arc<Snapshot>,
    pages: Vec<Arc<T>>,
}

impl<T> Default for Paged<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T: Send + Sync> Paged<T> {
    /// What follows from each page. It must follow from the page alone.
    pub(crate) fn of(&self, snapshot: &Arc<Snapshot>, work: impl Fn(usize) -> T + Sync) -> Vec<Arc<T>> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = held.take();
        let known = |number: usize| {
            let before = before.as_ref()?;
            let page = before.pages.get(number)?;
            snapshot.shares(&before.snapshot, number).then(|| Arc::clone(page))
        };
        let pages: Vec<Arc<T>> = (0..snapshot.page_count())
            .into_par_iter()
            .map(|number| known(number).unwrap_or_else(|| Arc::new(work(number))))
            .collect();
        *held = Some(Kept { snapshot: Arc::clone(snapshot), pages: pages.clone() });
        pages
    }
}
