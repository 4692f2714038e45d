//! Search as somebody types: folios first, then records by words; never waits for the index.

use resguardo_domain::fold::fold;
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
    pub fn seek(&self, text: &str, limit: usize) -> Result<Sought, AppError> {
        let snapshot = self.snapshot();
        let cells = self.cells(&snapshot);
        let folded = fold(text);
        let wanted: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
        let hit = |id, snippet: String| {
            let row = snapshot.row(snapshot.read_as(id))?;
            let veiled = cells.is_veiled(row.id());
            let snippet = if veiled { String::new() } else { snippet };
            Some(Hit {
                id: row.id().to_string(),
                kind: row.kind().to_owned(),
                kind_label: self.kind_label(row.kind()),
                folio: folio::of(self.schema, &row),
                title: cells.title(&row),
                marks: marks(&snippet, &wanted),
                snippet,
                veiled,
            })
        };
        let mut hits: Vec<Hit> =
            self.with_folio(&snapshot, text).into_iter().filter_map(|id| hit(id, String::new())).collect();
        let ready = self.index_is_ready();
        let mut total = hits.len();
        if ready && !wanted.is_empty() {
            let found = self.search(text, None, limit)?;
            total += found.total;
            hits.extend(found.items.into_iter().filter_map(|item| hit(item.id.parse().ok()?, item.snippet)));
        }
        Ok(Sought { total, hits, ready })
    }
}
