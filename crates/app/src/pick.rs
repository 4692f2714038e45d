//! Records as somebody types their name or folio into a reference.

use resguardo_domain::fold::fold;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::Field;
use resguardo_vault::Row;
use serde::Serialize;

use crate::cells::{Cells, Manner};
use crate::folio;
use crate::session::Session;

/// A record that may be meant.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Picked {
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
    /// Whether its title is hidden.
    pub veiled: bool,
    /// What else helps to tell it from others: its other public values.
    pub detail: String,
}

impl Session {
    /// The records of these kinds whose title or folio has words that begin with those typed; the latest first for an
    /// empty text. A hidden name is matched and not shown.
    #[must_use]
    pub fn references(&self, kinds: &[String], typed: &str, limit: usize) -> Vec<Picked> {
        let snapshot = self.snapshot();
        let cells = self.cells(&snapshot);
        let folded = fold(typed);
        let wanted: Vec<&str> = folded.split_whitespace().collect();
        let mut found = Vec::new();
        let of_kind = |kind: &str| {
            kinds.iter().any(|known| known == kind)
                || (kinds.is_empty() && self.schema.kind(kind).is_some_and(|kind| !kind.internal))
        };
        for row in snapshot.rows().filter(|row| row.merged_into().is_none() && row.status() == Status::InUse) {
            if !of_kind(row.kind()) {
                continue;
            }
            let title = cells.titles.of(row);
            let short = folio::of(&self.schema, &row);
            let text = fold(&format!("{title} {short}"));
            let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
            if wanted.iter().all(|part| words.iter().any(|word| word.starts_with(part))) {
                let begins = wanted.first().is_some_and(|part| text.starts_with(part));
                found.push((!begins, std::cmp::Reverse(row.modified_ms()), row.id()));
            }
        }
        found.sort();
        let shown = found.into_iter().take(limit).filter_map(|(_, _, id)| snapshot.row(id));
        let picked = shown.map(|row| Picked {
            id: row.id().to_string(),
            kind: row.kind().to_owned(),
            kind_label: self.kind_label(row.kind()),
            folio: folio::of(&self.schema, &row),
            title: cells.title(&row),
            veiled: cells.is_veiled(row.id()),
            detail: self.detail(&cells, &row),
        });
        picked.collect()
    }

    /// The other values a list would show of a record, in one phrase.
    pub(crate) fn detail(&self, cells: &Cells<'_>, row: &Row<'_>) -> String {
        let Some(kind) = self.schema.kind(row.kind()) else { return String::new() };
        let mut fields: Vec<&Field> =
            kind.fields().iter().filter(|field| field.list.is_some() && !kind.title.contains(&field.id)).collect();
        fields.sort_by_key(|field| field.list);
        let texts = fields.into_iter().filter_map(|field| {
            let values = self.values_of(cells.titles.snapshot, row, &field.id);
            let cell = cells.together(row.id(), field, &values);
            (cell.manner == Manner::Plain && !cell.text.is_empty()).then_some(cell.text)
        });
        texts.take(3).collect::<Vec<_>>().join(" · ")
    }
}
