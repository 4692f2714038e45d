//! Full-text search: an index in memory, built in a thread of its own and kept up with what is written. A session that
//! stays open begins it a moment after unlock ([`Session::begin_index`]); a single command builds it when it searches.

use std::collections::BTreeSet;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use resguardo_domain::catalogue::{Catalogues, Lang};
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::Schema;
use resguardo_domain::value::Value;
use resguardo_search::{Entry, Query, Scope, TextIndex};
use resguardo_vault::{Row, Snapshot};
use rustix::process::setpriority_process;
use serde::Serialize;

use crate::error::AppError;
use crate::session::Session;
use crate::titles::Titles;

/// How far behind everything else the index is built: of this thread and those it begins, no other.
const BEHIND: i32 = 10;
/// How long it waits for the window that is just opening, unless somebody searches meanwhile.
const A_MOMENT: Duration = Duration::from_secs(1);

/// One record found.
#[derive(Debug, Clone, Serialize)]
pub struct FoundItem {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// Where the words stand.
    pub snippet: String,
}

/// What a search found.
#[derive(Debug, Clone, Serialize)]
pub struct Found {
    /// How many records match.
    pub total: usize,
    /// The best of them.
    pub items: Vec<FoundItem>,
}

/// The index of a session and what it has yet to learn.
#[derive(Default)]
pub(crate) struct Finder {
    state: Mutex<State>,
    built: Condvar,
}

/// How far building is.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Not begun, or done.
    #[default]
    Rests,
    /// In hand.
    Builds,
    /// It could not be built: what is asked of it is refused until the vault is opened again.
    Failed,
}

#[derive(Default)]
struct State {
    index: Option<TextIndex>,
    stage: Stage,
    /// Somebody waits for it.
    wanted: bool,
    stale: BTreeSet<RecordId>,
}

/// What turns a record into words.
#[derive(Clone)]
struct Reader {
    schema: Arc<Schema>,
    catalogues: Arc<Catalogues>,
}

impl Finder {
    /// Remembers that a record was written; it is read again before the next search.
    pub(crate) fn changed(&self, ids: impl IntoIterator<Item = RecordId>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.index.is_some() || state.stage == Stage::Builds {
            state.stale.extend(ids);
        }
    }

    /// Lets the index go: what terms are called has changed. The next search builds it anew.
    pub(crate) fn forget(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.stage == Stage::Rests {
            state.index = None;
        }
    }

    fn wait_a_moment(&self) {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.built.wait_timeout_while(state, A_MOMENT, |state| !state.wanted));
    }

    fn build(&self, snapshot: &Snapshot, reader: &Reader) {
        let built = TextIndex::build(snapshot.rows().filter(searchable).map(|row| reader.entry(snapshot, &row)));
        self.settle(built.ok());
    }

    /// Takes what came of building; none where it failed.
    fn settle(&self, built: Option<TextIndex>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.stage = if built.is_some() { Stage::Rests } else { Stage::Failed };
        state.index = built;
        self.built.notify_all();
    }
}

impl Session {
    /// Begins to build the full-text index in the background, in a moment or when somebody searches; lists work meanwhile.
    pub fn begin_index(&self) {
        let finder = Arc::clone(&self.finder);
        {
            let mut state = finder.state.lock().unwrap_or_else(PoisonError::into_inner);
            if state.index.is_some() || state.stage != Stage::Rests {
                return;
            }
            state.stage = Stage::Builds;
        }
        let snapshot = self.snapshot();
        let reader = self.reader();
        std::thread::spawn(move || {
            finder.wait_a_moment();
            // Behind everything else; where the system refuses, it takes its turn like any other.
            let _refused = setpriority_process(None, BEHIND);
            finder.build(&snapshot, &reader);
        });
    }

    /// Finds records by words, waiting for the index where it is still being built. What the program writes for itself is
    /// found only where its kind is named.
    ///
    /// # Errors
    /// The index could not be built.
    pub fn search(&self, text: &str, kind: Option<&str>, limit: usize) -> Result<Found, AppError> {
        if let Some(kind) = kind {
            self.kind(kind)?;
        }
        let snapshot = self.snapshot();
        let reader = self.reader();
        let own = self.schema.kinds().iter().filter(|kind| !kind.internal).map(|kind| kind.id.as_str());
        let kinds = kind.map_or_else(|| own.map(str::to_owned).collect(), |kind| BTreeSet::from([kind.to_owned()]));
        let limit = if limit == 0 { usize::MAX } else { limit };
        let text_of = |id| snapshot.row(id).map(|row| reader.texts(&row)).unwrap_or_default();
        let hits = self.with_index(&snapshot, |index| {
            Ok(index.search(&Query::parse(text), &Scope { limit, kinds }, &text_of)?)
        })?;
        let titles =
            Titles { schema: &self.schema, catalogues: &self.catalogues, snapshot: &snapshot, lang: self.lang };
        let items = hits.items.into_iter().map(|hit| FoundItem {
            id: hit.id.to_string(),
            kind: hit.kind,
            title: titles.by_id(hit.id).unwrap_or_default(),
            snippet: hit.snippet.text,
        });
        Ok(Found { total: hits.total, items: items.collect() })
    }

    /// Every record of a kind that words find; the best first where it is asked for.
    pub(crate) fn matching(
        &self,
        snapshot: &Snapshot,
        (text, kind): (&str, &str),
        best_first: bool,
    ) -> Result<Vec<RecordId>, AppError> {
        let kinds = BTreeSet::from([kind.to_owned()]);
        self.with_index(snapshot, |index| Ok(index.matching(&Query::parse(text), &kinds, best_first)?))
    }

    /// Asks the index, once it is built and knows what was written.
    fn with_index<T>(
        &self,
        snapshot: &Snapshot,
        ask: impl FnOnce(&TextIndex) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        self.want_index();
        let mut state = self.finder.state.lock().unwrap_or_else(PoisonError::into_inner);
        while state.stage == Stage::Builds {
            state = self.finder.built.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let stale = std::mem::take(&mut state.stale);
        let index = state.index.as_mut().ok_or(AppError::NoIndex)?;
        self.reader().learn(index, snapshot, stale)?;
        ask(index)
    }

    /// Has the index built now: somebody waits for it.
    pub(crate) fn want_index(&self) {
        self.begin_index();
        self.finder.state.lock().unwrap_or_else(PoisonError::into_inner).wanted = true;
        self.finder.built.notify_all();
    }

    /// Whether the index is built.
    #[must_use]
    pub fn index_is_ready(&self) -> bool {
        self.finder.state.lock().unwrap_or_else(PoisonError::into_inner).index.is_some()
    }

    fn reader(&self) -> Reader {
        Reader { schema: Arc::clone(&self.schema), catalogues: Arc::clone(&self.catalogues) }
    }
}

fn searchable(row: &Row<'_>) -> bool {
    row.merged_into().is_none() && row.status() != Status::Binned
}

impl Reader {
    fn learn(&self, index: &mut TextIndex, snapshot: &Snapshot, stale: BTreeSet<RecordId>) -> Result<(), AppError> {
        if stale.is_empty() {
            return Ok(());
        }
        let (kept, gone): (Vec<RecordId>, Vec<RecordId>) =
            stale.into_iter().partition(|id| snapshot.row(*id).is_some_and(|row| searchable(&row)));
        index.remove(gone)?;
        let rows = kept.into_iter().filter_map(|id| snapshot.row(id));
        let entries: Vec<Entry> = rows.map(|row| self.entry(snapshot, &row)).collect();
        Ok(index.update(entries)?)
    }

    fn entry(&self, snapshot: &Snapshot, row: &Row<'_>) -> Entry {
        let titles = Titles { schema: &self.schema, catalogues: &self.catalogues, snapshot, lang: Lang::Es };
        Entry { id: row.id(), kind: row.kind().to_owned(), title: titles.of(*row), texts: self.texts(row) }
    }

    /// Every text of a record, and the labels of its terms in both languages.
    fn texts(&self, row: &Row<'_>) -> Vec<String> {
        let mut texts = Vec::new();
        let kind = self.schema.kind(row.kind());
        // The line that says which row of a sheet a record came from is no text: its digests would be half of the index.
        for (field, values) in row.summary().values.into_iter().filter(|(field, _)| field != field::IMPORT_ROW) {
            let catalogue = kind.and_then(|kind| kind.field(&field)).and_then(|field| field.catalogue.as_deref());
            for value in &values {
                texts.extend(value.words().into_iter().map(str::to_owned));
                if let (Some(catalogue), Value::Choice(term)) = (catalogue, value) {
                    texts.push(self.catalogues.label(catalogue, term, Lang::Es).to_owned());
                    texts.push(self.catalogues.label(catalogue, term, Lang::En).to_owned());
                }
            }
        }
        texts
    }
}

#[cfg(test)]
mod tests {
    use resguardo_domain::catalogue::Lang;
    use resguardo_vault::kdf::KdfCost;
    use resguardo_vault::open::WayIn;

    use crate::error::AppError;
    use crate::session::Session;

    #[test]
    fn an_index_that_could_not_be_built_is_not_built_again_at_each_asking() {
        let folder = tempfile::tempdir().unwrap();
        let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
        let cost = KdfCost::with_memory(64 * 1024).unwrap();
        let way_in = WayIn { passphrase, keyfile: None };
        let session = Session::create(&folder.path().join("v"), &way_in, cost, Lang::Es).unwrap().0;
        session.finder.settle(None);
        for _ in 0..2 {
            assert!(matches!(session.search("Lucía", None, 0), Err(AppError::NoIndex)));
            assert!(session.finder.state.lock().unwrap().stage == super::Stage::Failed);
        }
    }
}
