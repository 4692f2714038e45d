//! The full-text index, in memory.
//!
//! Each record is one document of three fields: `body` holds every word as written and folded, `title` those of the
//! title again, `stem` what words have in common with others of their family. Texts are not kept.

mod fields;
mod gather;
mod plan;
mod query;
mod snippet;

use std::cmp::Ordering;
use std::collections::BTreeSet;

use resguardo_domain::id::RecordId;
use tantivy::collector::{Count, TopDocs};
use tantivy::merge_policy::NoMergePolicy;
use tantivy::{DocAddress, Index, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Searcher, TantivyDocument};

use crate::SearchError;
use fields::Fields;
pub use query::Query;
pub use snippet::Snippet;

/// Bytes the words of a first build are gathered in before they become a part of the index.
const BUILD_BYTES: usize = 48 << 20;
/// The same for a change; tantivy takes no fewer.
const UPDATE_BYTES: usize = 15 << 20;
/// So many parts are searched side by side: joining them takes as long as reading the words, and their memory twice over.
const MOST_PARTS: usize = 8;

/// What of a record is searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: String,
    /// Its title, whose words count more.
    pub title: String,
    /// Its texts and the labels of its terms in both languages; no quotation reaches over two of them.
    pub texts: Vec<String>,
}

/// Where is searched and how much is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// So many records at most; all matching ones are counted.
    pub limit: usize,
    /// Only records of these kinds; empty: of any.
    pub kinds: BTreeSet<String>,
}

impl Scope {
    /// The first so many records of any kind.
    #[must_use]
    pub const fn first(limit: usize) -> Self {
        Self { limit, kinds: BTreeSet::new() }
    }
}

/// A record found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: String,
    /// How well it fits: greater is better, comparable within one search only.
    pub score: f32,
    /// Where its words stand.
    pub snippet: Snippet,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hits {
    /// How many records match.
    pub total: usize,
    /// The best of them, best first.
    pub items: Vec<Hit>,
}

/// The words of all records.
pub struct TextIndex {
    fields: Fields,
    writer: IndexWriter,
    reader: IndexReader,
}

impl TextIndex {
    /// Reads the words of all entries.
    ///
    /// # Errors
    /// [`SearchError::IndexBroken`] when memory or a thread of the index fails.
    pub fn build(entries: impl IntoIterator<Item = Entry>) -> Result<Self, SearchError> {
        let (schema, fields) = Fields::new();
        let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
        let index = Index::builder().schema(schema).settings(settings).create_in_ram()?;
        Fields::register(index.tokenizers());
        let mut writer: IndexWriter = index.writer_with_num_threads(1, BUILD_BYTES)?;
        // Parts are joined at the end, where there are many.
        writer.set_merge_policy(Box::new(NoMergePolicy));
        for entry in entries {
            writer.add_document(fields.document(&entry))?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        let mut writer: IndexWriter = index.writer_with_num_threads(1, UPDATE_BYTES)?;
        let parts = index.searchable_segment_ids()?;
        if parts.len() > MOST_PARTS {
            writer.merge(&parts).wait()?;
        }
        writer.garbage_collect_files().wait()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { fields, writer, reader })
    }

    /// Puts these entries in the place of what was known of their records.
    ///
    /// # Errors
    /// [`SearchError::IndexBroken`] when memory or a thread of the index fails; build it anew.
    pub fn update(&mut self, entries: impl IntoIterator<Item = Entry>) -> Result<(), SearchError> {
        for entry in entries {
            self.writer.delete_term(self.fields.id_term(entry.id));
            self.writer.add_document(self.fields.document(&entry))?;
        }
        self.publish()
    }

    /// Forgets these records.
    ///
    /// # Errors
    /// [`SearchError::IndexBroken`] when memory or a thread of the index fails; build it anew.
    pub fn remove(&mut self, ids: impl IntoIterator<Item = RecordId>) -> Result<(), SearchError> {
        for id in ids {
            self.writer.delete_term(self.fields.id_term(id));
        }
        self.publish()
    }

    fn publish(&mut self) -> Result<(), SearchError> {
        self.writer.commit()?;
        Ok(self.reader.reload()?)
    }

    /// The records that match, best first: a word itself before one that begins so, that before one of its family;
    /// rare words and words of the title count more. `text_of` gives back the texts of a record to be shown.
    ///
    /// # Errors
    /// [`SearchError::IndexBroken`] when the index cannot be read; build it anew.
    pub fn search(
        &self,
        query: &Query,
        scope: &Scope,
        text_of: &dyn Fn(RecordId) -> Vec<String>,
    ) -> Result<Hits, SearchError> {
        let Some(plan) = plan::plan(query, &scope.kinds, &self.fields) else { return Ok(Hits::default()) };
        let searcher = self.reader.searcher();
        if scope.limit == 0 {
            return Ok(Hits { total: searcher.search(&plan, &Count)?, items: Vec::new() });
        }
        let most = scope.limit.min(usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX).max(1));
        let (best, total) = searcher.search(&plan, &(TopDocs::with_limit(most).order_by_score(), Count))?;
        let mut finder = snippet::Finder::new(query);
        let mut items = Vec::with_capacity(best.len());
        for (score, address) in best {
            let (id, kind) = self.record_at(&searcher, address)?;
            items.push(Hit { id, kind, score, snippet: finder.snippet(&text_of(id)) });
        }
        items.sort_by(|a, b| b.score.partial_cmp(&a.score).unwrap_or(Ordering::Equal).then(a.id.cmp(&b.id)));
        Ok(Hits { total, items })
    }

    /// Every record of these kinds that matches, in the same order as [`TextIndex::search`] where it is `best_first`, and
    /// in none otherwise, which takes less.
    ///
    /// # Errors
    /// [`SearchError::IndexBroken`] when the index cannot be read; build it anew.
    pub fn matching(
        &self,
        query: &Query,
        kinds: &BTreeSet<String>,
        best_first: bool,
    ) -> Result<Vec<RecordId>, SearchError> {
        let Some(plan) = plan::plan(query, kinds, &self.fields) else { return Ok(Vec::new()) };
        let mut found = self.reader.searcher().search(&plan, &gather::Gather { scored: best_first })?;
        if best_first {
            found.sort_unstable_by(|(a, x), (b, y)| b.total_cmp(a).then(x.cmp(y)));
        }
        Ok(found.into_iter().map(|(_, id)| id).collect())
    }

    fn record_at(&self, searcher: &Searcher, address: DocAddress) -> Result<(RecordId, String), SearchError> {
        let document: TantivyDocument = searcher.doc(address)?;
        Ok(self.fields.record(&document))
    }

    /// How many records it knows.
    #[must_use]
    pub fn len(&self) -> usize {
        usize::try_from(self.reader.searcher().num_docs()).unwrap_or(usize::MAX)
    }

    /// Whether it knows none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The memory its words take, in bytes.
    ///
    /// # Errors
    /// [`SearchError::IndexBroken`] when the index cannot be read; build it anew.
    pub fn size_bytes(&self) -> Result<u64, SearchError> {
        let usage = self.reader.searcher().space_usage().map_err(tantivy::TantivyError::from)?;
        Ok(usage.total().get_bytes())
    }
}

#[cfg(test)]
mod tests;
