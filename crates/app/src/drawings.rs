//! A drawing as a picture with its numbers as a table, at a place the person names. It is written down as everything that
//! leaves.

use std::collections::BTreeSet;
use std::path::Path;

use resguardo_domain::id::RecordId;
use resguardo_domain::schema::DisclosureLevel;

use crate::departures::Departure;
use crate::error::AppError;
use crate::export::beside;
use crate::import::write_out;
use crate::outgoing::{Left, name};
use crate::session::Session;

/// A drawing that leaves.
pub(crate) struct Drawing {
    /// The picture, in SVG.
    pub(crate) picture: String,
    /// Its numbers, line by line.
    pub(crate) lines: Vec<Vec<String>>,
    /// What was asked for.
    pub(crate) query: Vec<String>,
    /// The records behind it.
    pub(crate) records: BTreeSet<RecordId>,
}

impl Session {
    /// Writes a drawing as SVG, and its numbers beside it as CSV.
    ///
    /// # Errors
    /// A file cannot be written.
    pub(crate) fn drawing_save(&self, drawing: Drawing, file: &Path) -> Result<Left, AppError> {
        let snapshot = self.snapshot();
        let kind = drawing.records.first().and_then(|id| snapshot.row(*id)).map_or("", |row| row.kind());
        write_out(file, drawing.picture.as_bytes())?;
        write_out(&beside(file, "table"), &table(&drawing.lines))?;
        self.note_departure(&Departure {
            event: "export",
            file,
            bytes: drawing.picture.as_bytes(),
            kind,
            format: "svg",
            level: DisclosureLevel::Full,
            query: drawing.query,
            records: drawing.records.len(),
        })?;
        Ok(Left { file: name(file), rows: drawing.records.len() })
    }
}

fn table(lines: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let written = lines.iter().try_for_each(|line| writer.write_record(line));
    // Writing to memory cannot fail.
    written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default()
}
