//! Documents: what a period held, at the level somebody chose, as PDF or DOCX.

use std::path::PathBuf;

use resguardo_domain::catalogue::Lang;
use resguardo_domain::disclosure::{Disclosed, Naming, disclose, gather};
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::incidents::{IncidentsReport, Within, count, within};
use resguardo_domain::operation::Status;
use resguardo_domain::schema::DisclosureLevel;
use resguardo_domain::summary::Summary;
use resguardo_domain::value::{PartialDate, Value};
use resguardo_language::{Language, Words};
use resguardo_report::{Document, Paper, docx, incidents, pdf};
use resguardo_vault::{Row, Snapshot};
use serde::Serialize;

use crate::departures::Departure;
use crate::error::AppError;
use crate::import::{today, write_out};
use crate::session::Session;
use crate::titles::Titles;

/// Templates there are.
const TEMPLATES: &str = "incidents";
/// Forms there are.
pub(crate) const FORMS: &str = "pdf docx";

/// What document to make.
#[derive(Debug, Clone)]
pub struct ReportRequest {
    /// The template's id.
    pub template: String,
    /// First date of the period, EDTF.
    pub from: Option<String>,
    /// Last date of the period, EDTF.
    pub to: Option<String>,
    /// The language of the document.
    pub lang: Lang,
    /// How much it tells.
    pub disclosure: String,
    /// Where it is written; the ending of the name is its form.
    pub out: PathBuf,
}

/// A document that was made.
#[derive(Debug, Clone, Serialize)]
pub struct Made {
    /// Where it is.
    pub file: String,
    /// Incidents of the period.
    pub incidents: usize,
    /// Incidents left out because their date does not say whether they fall in the period.
    pub undated: usize,
    /// How much it tells.
    pub disclosure: String,
}

/// Which incidents a document holds.
pub(crate) struct Chosen {
    /// Those of the period, by date.
    pub(crate) ids: Vec<RecordId>,
    /// How many have a date that does not tell.
    pub(crate) undated: usize,
    /// How many fall outside.
    pub(crate) outside: usize,
}

impl Session {
    /// Makes a document.
    ///
    /// # Errors
    /// No such template or form; a date of the period that is none; the file cannot be written.
    pub fn report(&self, request: &ReportRequest) -> Result<Made, AppError> {
        let form = request.out.extension().map(|form| form.to_string_lossy().into_owned()).unwrap_or_default();
        let (document, told) = self.document(request)?;
        let bytes = match form.as_str() {
            "pdf" => pdf(&document, Paper::Letter),
            "docx" => docx(&document, Paper::Letter),
            _ => return Err(AppError::NoSuchForm { form, forms: FORMS.to_owned() }),
        };
        let bytes = bytes.map_err(|source| AppError::Document { source })?;
        write_out(&request.out, &bytes)?;
        self.note_report(request, (&form, &bytes), told.incidents)?;
        Ok(told)
    }

    /// Writes down that a document left.
    pub(crate) fn note_report(
        &self,
        request: &ReportRequest,
        (format, bytes): (&str, &[u8]),
        records: usize,
    ) -> Result<(), AppError> {
        let ends = [("date>=", &request.from), ("date<=", &request.to)];
        let query = ends.into_iter().filter_map(|(end, date)| Some(format!("{end}{}", date.as_ref()?))).collect();
        let level = level(&request.disclosure)?;
        let mut session = self.clone();
        session.lang = request.lang;
        session.note_departure(&Departure {
            event: "report",
            file: &request.out,
            bytes,
            kind: "incident",
            format,
            level,
            query,
            records,
        })
    }

    /// The document before it is put on pages.
    pub(crate) fn document(&self, request: &ReportRequest) -> Result<(Disclosed<Document>, Made), AppError> {
        if request.template != TEMPLATES {
            return Err(AppError::NoSuchForm { form: request.template.clone(), forms: TEMPLATES.to_owned() });
        }
        let level = level(&request.disclosure)?;
        let (report, told) = self.incidents_report(request, level)?;
        let language = if request.lang == Lang::Es { Language::Es } else { Language::En };
        let words = Words::new(language).with_terms(std::sync::Arc::clone(&self.catalogues));
        Ok((incidents(report, &words), told))
    }

    /// The incidents a document would hold, and how many it leaves out.
    pub(crate) fn incidents_of(&self, request: &ReportRequest) -> Result<Chosen, AppError> {
        let first = period_end(request.from.as_deref())?.map(|date| date.first());
        let last = period_end(request.to.as_deref())?.map(|date| date.last());
        let all = self.in_use(&self.snapshot(), "incident");
        let placed: Vec<(Within, &Summary)> = all.iter().map(|one| (within(one, first, last), one)).collect();
        let of = |wanted: Within| placed.iter().filter(|(place, _)| *place == wanted).count();
        let inside = placed.iter().filter(|(place, _)| *place == Within::Inside).map(|(_, one)| *one);
        let mut inside: Vec<&Summary> = inside.collect();
        inside.sort_by(|a, b| date_of(a).cmp(&date_of(b)).then_with(|| a.id.cmp(&b.id)));
        let ids = inside.iter().map(|one| one.id).collect();
        Ok(Chosen { ids, undated: of(Within::CannotTell), outside: of(Within::Outside) })
    }

    fn incidents_report(
        &self,
        request: &ReportRequest,
        level: DisclosureLevel,
    ) -> Result<(Disclosed<IncidentsReport>, Made), AppError> {
        let first = period_end(request.from.as_deref())?.map(|date| date.first());
        let last = period_end(request.to.as_deref())?.map(|date| date.last());
        let snapshot = self.snapshot();
        let all = self.in_use(&snapshot, "incident");
        let mut chosen: Vec<&Summary> = all.iter().filter(|one| within(one, first, last) == Within::Inside).collect();
        let undated = all.iter().filter(|one| within(one, first, last) == Within::CannotTell).count();
        chosen.sort_by(|a, b| date_of(a).cmp(&date_of(b)).then_with(|| a.id.cmp(&b.id)));
        let sex_of = |id: RecordId| snapshot.row(snapshot.read_as(id))?.values(field::SEX).into_iter().next();
        let tables = count(&chosen, &sex_of);
        let titles =
            Titles { schema: &self.schema, catalogues: &self.catalogues, snapshot: &snapshot, lang: request.lang };
        let title = |id: RecordId| titles.by_id(snapshot.read_as(id));
        let mut naming = Naming::new(level, &title);
        let rows = chosen.iter().map(|incident| disclose(&self.schema, incident, &mut naming)).collect();
        let made = Made {
            file: request.out.display().to_string(),
            incidents: chosen.len(),
            undated,
            disclosure: level.id().to_owned(),
        };
        let organisation = self.organisation_name(&snapshot);
        let report = gather(rows, |list| IncidentsReport {
            from: request.from.clone(),
            to: request.to.clone(),
            level,
            made_on: today(),
            organisation,
            tables,
            list: if level == DisclosureLevel::Statistics { Vec::new() } else { list },
            undated: u64::try_from(undated).unwrap_or(u64::MAX),
        });
        Ok((report, made))
    }

    /// The organisation's own name, as its settings say.
    pub(crate) fn organisation_name(&self, snapshot: &Snapshot) -> Option<String> {
        let rows = snapshot.rows_of("setting").filter(|row| row.status() == Status::InUse);
        let text =
            |row: &Row<'_>, field: &str| row.values(field).iter().flat_map(Value::words).map(str::to_owned).next();
        let mut own = rows.filter(|row| text(row, "purpose").as_deref() == Some("organisation"));
        own.find_map(|row| text(&row, "name")).or_else(|| Some(self.organisation()).filter(|name| !name.is_empty()))
    }
}

/// The level with this id.
pub(crate) fn level(id: &str) -> Result<DisclosureLevel, AppError> {
    id.parse().map_err(|_other: resguardo_domain::schema::NotALevel| AppError::NoSuchForm {
        form: id.to_owned(),
        forms: "full no-identities statistics".to_owned(),
    })
}

fn period_end(text: Option<&str>) -> Result<Option<PartialDate>, AppError> {
    let read = |text: &str| {
        text.parse().map_err(|_other: resguardo_domain::value::NotADate| AppError::NotADate { date: text.to_owned() })
    };
    text.map(read).transpose()
}

fn date_of(summary: &Summary) -> Option<PartialDate> {
    match summary.value(field::DATE) {
        Some(Value::Date(date, _)) => Some(date.clone()),
        _ => None,
    }
}
