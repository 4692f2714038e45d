//! Record by record, what stays on this laptop beside what leaves it.

use resguardo_domain::disclosure::{self, Naming, Row, disclose};
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{DisclosureLevel, Field, FieldType, Kind};
use resguardo_domain::summary::Summary;
use resguardo_language::Words;
use resguardo_vault::{Row as Stored, Snapshot};

use super::{ExportPreview, PreviewRecord, PreviewRow};
use crate::cells::{Cell, Cells, Manner};
use crate::folio;
use crate::session::Session;

/// The most records one answer holds.
const MOST: usize = 100;

impl Session {
    /// A window of the records that leave. Codes are counted from the first record, as in the file itself.
    pub(super) fn preview(
        &self,
        kind: &Kind,
        snapshot: &Snapshot,
        (ids, first, count): (&[RecordId], usize, usize),
        level: DisclosureLevel,
    ) -> ExportPreview {
        let cells = self.cells(snapshot);
        let titles = self.titles(snapshot);
        let title = |id: RecordId| titles.by_id(snapshot.read_as(id));
        let mut naming = Naming::new(level, &title);
        let mut records = Vec::new();
        let last = first.saturating_add(count.min(MOST));
        for (at, row) in ids.iter().take(last).filter_map(|id| snapshot.row(*id)).enumerate() {
            let summary = self.leaving_summary(snapshot, &row);
            let disclosed = disclose(&self.schema, &summary, &mut naming);
            if at >= first {
                let rows = kind.fields().iter();
                let rows = rows.filter_map(|field| told(&cells, (&summary, field), disclosed.get(), level));
                records.push(PreviewRecord {
                    folio: folio::of(&self.schema, &row),
                    title: cells.title(&row),
                    code: disclosed.get().code.clone(),
                    rows: rows.collect(),
                });
            }
        }
        let rows = || records.iter().flat_map(|record| &record.rows);
        let fields_out = rows().filter(|row| row.leaves.is_some()).count();
        ExportPreview {
            total: ids.len(),
            fields_out,
            fields_kept: rows().count() - fields_out,
            warnings: warnings(level, &self.words()),
            records,
        }
    }

    /// A record as it is disclosed: with what is computed over the records it points to.
    pub(super) fn leaving_summary(&self, snapshot: &Snapshot, row: &Stored<'_>) -> Summary {
        let mut summary = row.summary();
        let types = self.values_of(snapshot, row, field::PERPETRATOR_TYPE);
        if !types.is_empty() {
            summary.values.insert(field::PERPETRATOR_TYPE.to_owned(), types);
        }
        summary
    }
}

/// One field: what stays, and what leaves of it; none where nothing is recorded.
fn told(
    cells: &Cells<'_>,
    (summary, field): (&Summary, &Field),
    disclosed: &Row,
    level: DisclosureLevel,
) -> Option<PreviewRow> {
    let values = summary.values.get(&field.id).filter(|values| !values.is_empty())?;
    let stays = cells.each(summary.id, field, values);
    let out = disclosed.cells.get(&field.id);
    let leaves = match level {
        // Nothing of one record leaves.
        DisclosureLevel::Statistics => None,
        // All of it leaves; on the screen an identity stays covered all the same.
        DisclosureLevel::Full => out.map(|_| stays.clone()),
        DisclosureLevel::NoIdentities => out.map(|out| out.iter().map(|cell| drawn(cells, field, cell)).collect()),
    };
    Some(PreviewRow { label: field.label.get(cells.titles.lang).to_owned(), stays, leaves })
}

fn drawn(cells: &Cells<'_>, field: &Field, cell: &disclosure::Cell) -> Cell {
    let text = cells.words.value(&cell.value, field, &cell.links);
    let said = field.kind == FieldType::LongText;
    Cell { text, manner: if said { Manner::Said } else { Manner::Plain }, ..Cell::empty() }
}

/// What to know before a file leaves.
fn warnings(level: DisclosureLevel, words: &Words) -> Vec<String> {
    let first = match level {
        DisclosureLevel::Full => "out-full",
        DisclosureLevel::NoIdentities => "out-rare",
        DisclosureLevel::Statistics => "out-small-counts",
    };
    vec![words.plain(first), words.plain("out-no-return")]
}
