//! Search as somebody types: folios first, then records by words; never waits for the index.

use std::collections::BTreeSet;

use resguardo_domain::fold::fold;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::{Action, Status};
use resguardo_vault::Snapshot;
use serde::Serialize;

use crate::error::AppError;
use crate::folio;
use crate::session::Session;
use crate::terms::marks;

/// One record found.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Hit {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What one of its kind is called.
    pub kind_label: String,
    /// Its folio.
    pub folio: String,
    /// What it is called; its folio while it is veiled.
    pub title: String,
    /// Where the words stand; empty while it is veiled.
    pub snippet: String,
    /// Where the typed words begin in the snippet, in UTF-16 units.
    pub marks: Vec<(u32, u32)>,
    /// Whether its title is hidden.
    pub veiled: bool,
    /// Whether the words stood there before and do no longer.
    pub earlier: bool,
}

/// What was found.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Sought {
    /// How many match.
    pub total: usize,
    /// The best of them.
    pub hits: Vec<Hit>,
    /// Whether the index is built; until then only folios are found.
    pub ready: bool,
}

impl Session {
    /// Finds records by folio or words.
    ///
    /// # Errors
    /// The index failed.
    pub fn seek(&self, text: &str, kind: Option<&str>, earlier: bool, limit: usize) -> Result<Sought, AppError> {
        let snapshot = self.snapshot();
        let cells = self.cells(&snapshot);
        let folded = fold(text);
        let wanted: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
        let hit = |id, snippet: String, earlier| {
            let row = snapshot.row(snapshot.read_as(id))?;
            let veiled = cells.is_veiled(row.id());
            let snippet = if veiled { String::new() } else { snippet };
            Some(Hit {
                id: row.id().to_string(),
                kind: row.kind().to_owned(),
                kind_label: self.kind_label(row.kind()),
                folio: folio::of(&self.schema, &row),
                title: cells.title(&row),
                marks: marks(&snippet, &wanted),
                snippet,
                veiled,
                earlier,
            })
        };
        let mut hits: Vec<Hit> =
            self.with_folio(&snapshot, text).into_iter().filter_map(|id| hit(id, String::new(), false)).collect();
        let ready = self.index_is_ready();
        if !ready {
            self.want_index();
        }
        let mut total = hits.len();
        if ready && !wanted.is_empty() {
            let found = self.search(text, kind, limit)?;
            total += found.total;
            hits.extend(found.items.into_iter().filter_map(|item| hit(item.id.parse().ok()?, item.snippet, false)));
        }
        if earlier && !wanted.is_empty() {
            for (id, snippet) in self.earlier(&snapshot, &wanted, limit)? {
                if !hits.iter().any(|hit| hit.id == id.to_string()) {
                    total += 1;
                    hits.extend(hit(id, snippet, true));
                }
            }
        }
        Ok(Sought { total, hits, ready })
    }

    /// The records that were written more than once and in whose replaced words all of these begin, latest first.
    fn earlier(
        &self,
        snapshot: &Snapshot,
        wanted: &[String],
        limit: usize,
    ) -> Result<Vec<(RecordId, String)>, AppError> {
        let mut changed: Vec<(u64, RecordId)> = snapshot
            .rows()
            .filter(|row| row.modified_ms() > row.created_ms() && row.status() != Status::Binned)
            .filter(|row| self.schema.kind(row.kind()).is_some_and(|kind| !kind.internal))
            .map(|row| (row.modified_ms(), row.id()))
            .collect();
        changed.sort_unstable_by(|a, b| b.cmp(a));
        let mut found = Vec::new();
        for (_, id) in changed {
            let record = self.vault.record(id)?;
            let replaced: BTreeSet<_> = record.operations().flat_map(|operation| operation.replaces.clone()).collect();
            let texts = record.operations().filter(|operation| replaced.contains(&operation.id));
            let text = texts.filter_map(|operation| match &operation.action {
                Action::Set { value, .. } | Action::Add { value, .. } => Some(value.words().join(" ")),
                _ => None,
            });
            let hit = text.into_iter().find(|text| {
                let folded = fold(text);
                let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
                wanted.iter().all(|part| words.iter().any(|word| word.starts_with(part.as_str())))
            });
            found.extend(hit.map(|text| (id, text.chars().take(160).collect())));
            if found.len() >= limit {
                break;
            }
        }
        Ok(found)
    }
}
