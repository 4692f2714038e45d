//! A list as a file of the person's choosing, with its codebook and its counts.

use std::path::{Path, PathBuf};

use resguardo_domain::disclosure::{Disclosed, Naming, Row, disclose, gather};
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{DisclosureLevel, Kind};
use resguardo_exchange::write::{List, csv, json, xlsx};
use serde::Serialize;

use crate::departures::Departure;
use crate::error::AppError;
use crate::import::{sheet_error, today, write_out};
use crate::lists::ListRequest;
use crate::reports::level;
use crate::session::Session;

/// Forms there are.
const FORMS: &str = "csv xlsx json";

/// What is counted, and how many.
type Counts = Vec<(String, String)>;

/// What list to write.
#[derive(Debug, Clone)]
pub struct ExportRequest {
    /// The kind's id.
    pub kind: String,
    /// csv, xlsx or json.
    pub format: String,
    /// Conditions that hold together.
    pub filters: Vec<String>,
    /// How much it tells.
    pub disclosure: String,
    /// Where it is written.
    pub out: PathBuf,
}

/// A list that was written.
#[derive(Debug, Clone, Serialize)]
pub struct Exported {
    /// The files.
    pub files: Vec<String>,
    /// Records in the list.
    pub records: usize,
    /// How much it tells.
    pub disclosure: String,
}

impl Session {
    /// Writes a list: in use, archived records too, nothing from the bin.
    ///
    /// # Errors
    /// No such kind, form or level; a filter that cannot be read; the file cannot be written.
    pub fn export(&self, request: &ExportRequest) -> Result<Exported, AppError> {
        let kind = self.kind(&request.kind)?;
        let level = level(&request.disclosure)?;
        let (rows, counts) = self.disclosed(kind, request, level)?;
        let list = List { kind, catalogues: &self.catalogues, lang: self.lang, rows: &rows, counts: &counts };
        let mut files = Vec::new();
        let bytes = match request.format.as_str() {
            "csv" => {
                let tables = csv(&list).map_err(sheet_error)?;
                put(&request.out, &tables.data, &mut files)?;
                put(&beside(&request.out, "codebook"), &tables.codebook, &mut files)?;
                put(&beside(&request.out, "counts"), &tables.counts, &mut files)?;
                tables.data
            }
            "xlsx" => whole(&request.out, xlsx(&list).map_err(sheet_error)?, &mut files)?,
            "json" => whole(&request.out, json(&list).map_err(sheet_error)?, &mut files)?,
            other => return Err(AppError::NoSuchForm { form: other.to_owned(), forms: FORMS.to_owned() }),
        };
        self.note_departure(&Departure {
            event: "export",
            file: &request.out,
            bytes: &bytes,
            kind: &kind.id,
            format: &request.format,
            level,
            query: request.filters.clone(),
            records: rows.get().len(),
        })?;
        Ok(Exported { files, records: rows.get().len(), disclosure: level.id().to_owned() })
    }

    /// The rows a reader of this level sees, and the sheet of counts.
    fn disclosed(
        &self,
        kind: &Kind,
        request: &ExportRequest,
        level: DisclosureLevel,
    ) -> Result<(Disclosed<Vec<Row>>, Counts), AppError> {
        let snapshot = self.snapshot();
        let titles = self.titles(&snapshot);
        let title = |id: RecordId| titles.by_id(snapshot.read_as(id));
        let mut naming = Naming::new(level, &title);
        let mut rows = Vec::new();
        let mut told = Vec::new();
        for archived in [false, true] {
            let filters = request.filters.clone();
            let list = ListRequest { kind: kind.id.clone(), filters, archived, ..ListRequest::default() };
            let (all, chosen) = self.chosen(&snapshot, kind, &list)?;
            told.push((all, chosen.len()));
            rows.extend(chosen.iter().map(|row| {
                let mut summary = row.summary();
                let types = self.values_of(&snapshot, row, resguardo_domain::field::PERPETRATOR_TYPE);
                if !types.is_empty() {
                    summary.values.insert(resguardo_domain::field::PERPETRATOR_TYPE.to_owned(), types);
                }
                disclose(&self.schema, &summary, &mut naming)
            }));
        }
        let counts = self.counts(kind, request, &told);
        // Statistics hold no rows: the counts are all there is.
        let rows = if level == DisclosureLevel::Statistics { Vec::new() } else { rows };
        Ok((gather(rows, |rows| rows), counts))
    }

    fn counts(&self, kind: &Kind, request: &ExportRequest, told: &[(usize, usize)]) -> Counts {
        let words = self.words();
        let sum = |of: fn(&(usize, usize)) -> usize| told.iter().map(of).sum::<usize>().to_string();
        let condition = if request.filters.is_empty() { "—".to_owned() } else { request.filters.join(" · ") };
        let archived = told.get(1).map_or(0, |(_, chosen)| *chosen).to_string();
        vec![
            (words.plain("counts-kind"), kind.plural.get(self.lang).to_owned()),
            (words.plain("counts-made-on"), today()),
            (words.plain("counts-disclosure"), request.disclosure.clone()),
            (words.plain("counts-filter"), condition),
            (words.plain("counts-rows"), sum(|(_, chosen)| *chosen)),
            (words.plain("counts-archived"), archived),
            (words.plain("counts-all"), sum(|(all, _)| *all)),
        ]
    }
}

fn whole(file: &Path, bytes: Vec<u8>, files: &mut Vec<String>) -> Result<Vec<u8>, AppError> {
    put(file, &bytes, files)?;
    Ok(bytes)
}

fn put(file: &Path, bytes: &[u8], files: &mut Vec<String>) -> Result<(), AppError> {
    write_out(file, bytes)?;
    files.push(file.display().to_string());
    Ok(())
}

/// `lista.csv` → `lista.codebook.csv`.
pub(crate) fn beside(file: &Path, what: &str) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    file.with_file_name(format!("{stem}.{what}.csv"))
}
