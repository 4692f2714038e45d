//! The Mechanism's boards, each about one thing as of a day: what stands, how far it came, what is counted of it.
//!
//! A board is data (`assets/boards`): which records stand on it, its columns, what is counted and drawn. Here is only what
//! computes. What one recorded and what others said is never in one fraction.

mod chart;
mod columns;
mod computed;
mod definition;
mod duties;
mod kept;
mod picture;
mod sessions;
mod standing;
mod totals;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use resguardo_domain::id::RecordId;
use resguardo_domain::value::PartialDate;
use resguardo_language::Args;
use resguardo_vault::{Row, Snapshot};
use serde::{Deserialize, Serialize};

use crate::cells::Cell;
use crate::error::AppError;
use crate::indicators::{Behind, FigureSaid, day_typed};
use crate::session::Session;
pub use chart::{BoardBar, BoardChart, BoardPiece, BoardStep};
pub use definition::Fill;
use definition::{Definition, Section};
pub use duties::{BoardDuties, BoardDuty};
pub(crate) use kept::Kept;
use kept::Told;
pub use sessions::{AttendanceLine, BoardAttendance, BoardMonth, BoardMonths};
use standing::{Pointing, Reading};

/// The most rows a section tells that is not read page by page.
const MOST_ROWS: usize = 200;

/// What is asked of a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct BoardAsk {
    /// Which: `measures`.
    pub board: String,
    /// The day as it is typed; empty is today.
    pub as_of: String,
    /// What it is narrowed to.
    pub filters: Vec<BoardFilter>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct BoardFilter {
    /// The field; `@stage` is how far something came.
    pub field: String,
    /// A term, a stage or a record.
    pub value: String,
}

/// One board as of a day.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct OneBoard {
    /// Which.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The day.
    pub as_of: String,
    /// The day in words.
    pub as_of_said: String,
    /// The nearest earlier day on which something is dated.
    pub before: Option<String>,
    /// The nearest later one.
    pub after: Option<String>,
    /// What its reader must know.
    pub caveat: String,
    /// What stands on it, from above.
    pub sections: Vec<BoardSection>,
    /// What the law asks of the institution, where it stands below.
    pub duties: Option<BoardDuties>,
}

/// Records of one kind on a board.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct BoardSection {
    /// Its id.
    pub id: String,
    /// The kind of its records.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// How many stand, with their unit.
    pub sentence: String,
    /// What to do first where there is none of the kind.
    pub first: String,
    /// How many stand and pass.
    pub total: usize,
    /// By what it is narrowed.
    pub choices: Vec<BoardChoice>,
    /// What is counted.
    pub totals: Vec<BoardTotal>,
    /// What is drawn.
    pub chart: Option<BoardChart>,
    /// The sessions of the Board month by month.
    pub months: Option<BoardMonths>,
    /// Who came to which session.
    pub attendance: Option<BoardAttendance>,
    /// The heads of its columns, after the folio.
    pub columns: Vec<BoardColumn>,
    /// Its rows; of a long one the first.
    pub rows: Vec<BoardRow>,
    /// Whether more rows are read page by page.
    pub long: bool,
    /// How many rows are not told, in words; empty where none.
    pub more: String,
}

/// By what a section is narrowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BoardChoice {
    /// The field.
    pub field: String,
    /// What it is called.
    pub label: String,
    /// What it may be; empty where it is a record.
    pub options: Vec<BoardOption>,
    /// The kinds of record it may be.
    pub kinds: Vec<String>,
    /// What is chosen.
    pub value: Option<String>,
    /// The same in words.
    pub said: String,
}

/// What a choice may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BoardOption {
    /// Its id.
    pub value: String,
    /// Its name.
    pub label: String,
}

/// Something counted, with what it is of.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct BoardTotal {
    /// What is counted, and of what.
    pub label: String,
    /// From one's own records.
    pub own: FigureSaid,
    /// What others said.
    pub official: Option<FigureSaid>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BoardColumn {
    /// In few letters.
    pub label: String,
    /// What the field is called.
    pub name: String,
    /// Whose it is: `own`, `others`.
    pub mark: Option<String>,
    /// How wide it is at least, in letters.
    pub wide: u32,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BoardRow {
    /// The record.
    pub id: String,
    /// Its folio.
    pub folio: String,
    /// Its cells, in the order of the columns.
    pub cells: Vec<Cell>,
}

/// The records behind each number, by what the number is called.
type Behinds = BTreeMap<String, (String, Vec<RecordId>)>;

impl Session {
    /// A board as of a day.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; there is no such board.
    pub fn board(&self, ask: &BoardAsk) -> Result<OneBoard, AppError> {
        Ok(self.board_told(ask, &self.snapshot())?.board.clone())
    }

    /// The same with every row of its long section.
    ///
    /// # Errors
    /// As [`Session::board`].
    pub fn whole_board(&self, ask: &BoardAsk) -> Result<OneBoard, AppError> {
        let mut board = self.board(ask)?;
        if let Some(section) = board.sections.iter_mut().find(|section| section.long) {
            section.rows = self.rows_told(ask, (0, section.total))?;
        }
        Ok(board)
    }

    /// The records behind a number of a board.
    ///
    /// # Errors
    /// As [`Session::board`].
    pub fn board_records(&self, ask: &BoardAsk, which: &str) -> Result<Behind, AppError> {
        let told = self.board_told(ask, &self.snapshot())?;
        let none = (String::new(), Vec::new());
        let (label, ids) = told.behind.get(which).unwrap_or(&none);
        Ok(self.behind(label.clone(), ids))
    }

    /// More rows of the long section of a board.
    ///
    /// # Errors
    /// As [`Session::board`].
    pub fn board_rows(&self, ask: &BoardAsk, first: usize, count: usize) -> Result<Vec<BoardRow>, AppError> {
        self.rows_told(ask, (first, count.min(MOST_ROWS)))
    }

    fn rows_told(&self, ask: &BoardAsk, (first, count): (usize, usize)) -> Result<Vec<BoardRow>, AppError> {
        let Some(section) = board(ask)?.sections.iter().find(|section| section.long) else { return Ok(Vec::new()) };
        let snapshot = self.snapshot();
        let told = self.board_told(ask, &snapshot)?;
        let reading = Reading::new(self, &snapshot, day_typed(&ask.as_of)?, told.pointing.clone());
        let rows = told.places.iter().skip(first).take(count).filter_map(|place| snapshot.at(*place));
        Ok(rows.map(|row| reading.row(section, &row)).collect())
    }

    /// The board as it was told, as long as nothing is written.
    fn board_told(&self, ask: &BoardAsk, snapshot: &Arc<Snapshot>) -> Result<Arc<Told>, AppError> {
        let (day, definition) = (day_typed(&ask.as_of)?, board(ask)?);
        let asked = (ask, day, self.lang, self.revealed.count());
        Ok(self.standing.of(asked, snapshot, || self.tell_board((definition, &ask.filters), snapshot, day)))
    }

    fn tell_board(
        &self,
        (definition, filters): (&'static Definition, &[BoardFilter]),
        snapshot: &Arc<Snapshot>,
        day: NaiveDate,
    ) -> Told {
        let reading = Reading::new(self, snapshot, day, Pointing::new());
        let words = self.words();
        let (mut behind, mut sections, mut places) = (Behinds::new(), Vec::new(), Vec::new());
        for section in &definition.sections {
            let rows = reading.rows(section, filters);
            if section.long {
                places = rows.iter().map(Row::place).collect();
            }
            sections.push(reading.section(section, &rows, filters, &mut behind));
        }
        let (before, after) = reading.near();
        let board = OneBoard {
            id: definition.id.clone(),
            title: words.plain(&format!("mechanism-{}", definition.id)),
            as_of: day.to_string(),
            as_of_said: words.date(&PartialDate::day(day), None),
            before,
            after,
            caveat: words.plain(&format!("boards-caveat-{}", definition.id)),
            sections,
            duties: definition.duties.then(|| self.board_duties(day)),
        };
        Told { board, behind, places, pointing: reading.pointing_found() }
    }
}

impl<'a> Reading<'a> {
    fn section(
        &self,
        section: &'static Section,
        rows: &[Row<'a>],
        filters: &[BoardFilter],
        behind: &mut Behinds,
    ) -> BoardSection {
        let words = &self.cells.words;
        let total = rows.len();
        let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let told = rows.iter().take(MOST_ROWS).map(|row| self.row(section, row));
        let rest = if section.long { 0 } else { total.saturating_sub(MOST_ROWS) };
        let sentence = words.say(&format!("boards-count-{}", section.id), &Args::new().count("count", number(total)));
        BoardSection {
            id: section.id.clone(),
            kind: section.kind.clone(),
            title: words.plain(&format!("boards-{}", section.id)),
            sentence,
            first: words.plain(&format!("boards-first-{}", section.id)),
            total,
            choices: section.filters.iter().map(|field| self.choice(section, field, filters)).collect(),
            totals: self.totals(section, rows, behind),
            chart: self.chart(section, rows, behind),
            months: if section.months { self.board_months() } else { None },
            attendance: if section.attendance { self.attendance(rows) } else { None },
            columns: section.columns.iter().map(|column| self.column(section, column)).collect(),
            rows: told.collect(),
            long: section.long,
            more: if rest == 0 {
                String::new()
            } else {
                words.say("boards-more", &Args::new().count("count", number(rest)))
            },
        }
    }

    fn choice(&self, section: &Section, field: &str, filters: &[BoardFilter]) -> BoardChoice {
        let words = &self.cells.words;
        let value = filters.iter().find(|filter| filter.field == field).map(|filter| filter.value.clone());
        let known = self.session.schema.kind(&section.kind).and_then(|kind| kind.field(field));
        let label = known.map_or_else(
            || words.plain("boards-head-stage"),
            |field| field.short_label().get(self.session.lang).to_owned(),
        );
        let option = |value: &str, label: String| BoardOption { value: value.to_owned(), label };
        let catalogue = known.and_then(|field| field.catalogue.as_deref());
        let options: Vec<BoardOption> = match (known, catalogue.and_then(|id| self.session.catalogues.get(id))) {
            (None, _) => {
                let stages = section.stages.iter().rev();
                stages.map(|stage| option(&stage.id, self.stage_name(section, &stage.id))).collect()
            }
            (Some(_), None) => Vec::new(),
            (Some(_), Some(list)) => {
                list.terms().iter().map(|term| option(&term.id, term.label.get(self.session.lang).to_owned())).collect()
            }
        };
        let record = value.as_ref().and_then(|value| value.parse().ok());
        let said = match (record, &value) {
            (Some(record), _) => self.named(record),
            (None, Some(value)) => options
                .iter()
                .find(|option| option.value == *value)
                .map(|option| option.label.clone())
                .unwrap_or_default(),
            (None, None) => String::new(),
        };
        BoardChoice {
            field: field.to_owned(),
            label,
            options,
            kinds: known.map(|field| field.refers_to.clone()).unwrap_or_default(),
            value,
            said,
        }
    }

    fn named(&self, record: RecordId) -> String {
        let row = self.snapshot.row(self.snapshot.read_as(record));
        row.map(|row| self.cells.title(&row)).unwrap_or_default()
    }

    /// What a stage is called.
    fn stage_name(&self, section: &Section, stage: &str) -> String {
        self.cells.words.plain(&format!("boards-stage-{}-{stage}", section.id))
    }
}

fn board(ask: &BoardAsk) -> Result<&'static Definition, AppError> {
    definition::of(&ask.board).ok_or_else(|| AppError::NoSuchBoard {
        board: ask.board.clone(),
        known: definition::all().iter().map(|one| one.id.as_str()).collect::<Vec<_>>().join(" "),
    })
}

#[cfg(test)]
mod tests;
