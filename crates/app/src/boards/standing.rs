//! Which records stand on a board on its day, how far each has come, and what each says.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{Field, FieldType};
use resguardo_domain::value::{PartialDate, Value};
use resguardo_mechanism::indicator::{Answer, earliest};
use resguardo_vault::{Row, Snapshot};

use super::BoardFilter;
use super::definition::{Section, Stage, Test};
use crate::cells::Cells;
use crate::indicators::is_counted;
use crate::session::Session;

/// The records of a kind that point to each, by kind and field.
pub(super) type Pointing = BTreeMap<(String, String), Arc<HashMap<RecordId, Vec<RecordId>>>>;

/// The nearest days before and after.
type Near = (Option<NaiveDate>, Option<NaiveDate>);

/// Reads records as of a day.
pub(super) struct Reading<'a> {
    pub(super) session: &'a Session,
    pub(super) snapshot: &'a Arc<Snapshot>,
    pub(super) cells: Cells<'a>,
    pub(super) day: NaiveDate,
    /// Whether the records of the demonstration are read, or the others.
    fictional: bool,
    back: RefCell<Pointing>,
    near: Cell<Near>,
    /// The indicators of the day, once something asks for them.
    pub(super) answers: OnceCell<Arc<Vec<Answer>>>,
}

/// What a record says in one place: where it stands, in which field, what.
pub(super) struct Said<'a> {
    pub(super) record: RecordId,
    pub(super) field: &'a Field,
    pub(super) values: Vec<Value>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(session: &'a Session, snapshot: &'a Arc<Snapshot>, day: NaiveDate, known: Pointing) -> Self {
        let (cells, fictional) = (session.cells(snapshot), session.counts_fictional());
        let (back, near, answers) = (RefCell::new(known), Cell::default(), OnceCell::new());
        Self { session, snapshot, cells, day, fictional, back, near, answers }
    }

    /// Whether a record is among those that are read.
    pub(super) fn has(&self, row: &Row<'_>) -> bool {
        is_counted(row, self.fictional)
    }

    /// What points to what, as far as it was looked for.
    pub(super) fn pointing_found(self) -> Pointing {
        self.back.into_inner()
    }

    /// The nearest days before and after on which something that was read is dated.
    pub(super) fn near(&self) -> (Option<String>, Option<String>) {
        let (before, after) = self.near.get();
        (before.map(|day| day.to_string()), after.map(|day| day.to_string()))
    }

    fn dated(&self, date: &PartialDate) {
        let ((before, after), day) = (self.near.get(), date.last());
        if date.is_interval() || day == self.day {
            return;
        }
        self.near.set(if day < self.day {
            (before.max(Some(day)), after)
        } else {
            (before, Some(after.map_or(day, |known| known.min(day))))
        });
    }

    /// The dates a section tells of each record.
    fn dates<'s>(&self, section: &'s Section) -> BTreeSet<&'s str> {
        let kind = self.session.schema.kind(&section.kind);
        let is_date =
            |field: &&str| kind.and_then(|kind| kind.field(field)).is_some_and(|field| field.kind == FieldType::Date);
        let stages = section.stages.iter().flat_map(|stage| stage.date.iter().chain(&stage.past));
        let own = section.since.iter().chain(&section.until).chain(stages).map(String::as_str);
        let columns = section.columns.iter().flat_map(|column| column.of.split('|'));
        own.chain(columns).chain([section.order.field.as_str()]).filter(is_date).collect()
    }

    /// The records of a section that stand on the day and pass, in its order.
    pub(super) fn rows(&self, section: &Section, filters: &[BoardFilter]) -> Vec<Row<'a>> {
        let passes = |row: &Row<'a>| filters.iter().all(|filter| self.passes(section, row, filter));
        let dates = self.dates(section);
        let told = |row: &Row<'a>| {
            dates.iter().flat_map(|field| row.values(field)).for_each(|value| {
                if let Value::Date(date, _) = value {
                    self.dated(&date);
                }
            });
        };
        let all = self.snapshot.rows_of(&section.kind).filter(|row| self.has(row)).inspect(told);
        let mut rows: Vec<Row<'a>> = all.filter(|row| self.stands(section, row) && passes(row)).collect();
        let key = |row: &Row<'a>| {
            let values = row.values(&section.order.field);
            let first = values.iter().find(|value| !value.is_non_answer()).cloned();
            (first.is_none(), first)
        };
        // What has no such value stands last, whichever way.
        if section.order.backwards {
            rows.sort_by_cached_key(|row| {
                let (none, value) = key(row);
                (none, std::cmp::Reverse(value.map(|value| first_day(&value))), row.place())
            });
        } else {
            rows.sort_by_cached_key(|row| {
                let (none, value) = key(row);
                (none, value.map(|value| first_day(&value)), row.place())
            });
        }
        rows
    }

    fn stands(&self, section: &Section, row: &Row<'_>) -> bool {
        if let Some(only) = &section.only
            && !terms(&row.values(&only.field)).any(|term| only.terms.iter().any(|known| known == term))
        {
            return false;
        }
        let until = section.until.as_ref().and_then(|field| date(&row.values(field)).cloned());
        if until.is_some_and(|until| until.last() < self.day) {
            return false;
        }
        let mut dated = section.since.iter().filter_map(|field| date(&row.values(field)).map(earliest)).peekable();
        dated.peek().is_none() || dated.any(|day| day <= self.day)
    }

    fn passes(&self, section: &Section, row: &Row<'a>, filter: &BoardFilter) -> bool {
        if !section.filters.contains(&filter.field) {
            return true;
        }
        if filter.field == "@stage" {
            return self.stage(section, row).is_some_and(|stage| stage.id == filter.value);
        }
        let Ok(wanted) = filter.value.parse::<RecordId>() else {
            return terms(&row.values(&filter.field)).any(|term| term == filter.value);
        };
        let wanted = self.snapshot.read_as(wanted);
        let values = row.values(&filter.field);
        let mut named = values.iter().flat_map(Value::references);
        named.any(|reference| self.snapshot.read_as(reference.record) == wanted)
    }

    /// How far a record has come by the day.
    pub(super) fn stage<'s>(&self, section: &'s Section, row: &Row<'a>) -> Option<&'s Stage> {
        section.stages.iter().find(|stage| self.came_to(section, row, stage))
    }

    /// Whether a record has come to a stage by the day, however far it went on.
    pub(super) fn came_to(&self, section: &Section, row: &Row<'a>, stage: &Stage) -> bool {
        let dated = |field: &Option<String>| field.as_ref().and_then(|field| date(&row.values(field)).cloned());
        if let Some(date) = dated(&stage.date) {
            return earliest(&date) <= self.day;
        }
        if dated(&stage.past).is_some_and(|date| date.last() < self.day) {
            return true;
        }
        if stage.appointed {
            return !self.appointed(row.id()).is_empty();
        }
        if stage.against {
            return !self.against(row).is_empty();
        }
        if let Some(of) = &stage.written {
            return self.says(row, of);
        }
        if stage.status.is_empty() {
            return stage.date.is_none() && stage.past.is_none();
        }
        let known = dated(&section.status_on).is_none_or(|date| earliest(&date) <= self.day);
        let values = section.status.as_ref().map(|field| row.values(field)).unwrap_or_default();
        known && terms(&values).any(|term| stage.status.iter().any(|known| known == term))
    }

    /// What a record answers; none where nobody recorded it.
    pub(super) fn test(&self, section: &Section, row: &Row<'a>, test: &Test) -> Option<bool> {
        match test {
            Test::Stage(id) => Some(section.stage(id).is_some_and(|stage| self.came_to(section, row, stage))),
            Test::At(ids) => Some(self.stage(section, row).is_some_and(|stage| ids.contains(&stage.id))),
            Test::Dated(of) => {
                let values = self.said(row, of).map(|said| said.values).unwrap_or_default();
                Some(values.iter().any(|value| matches!(value, Value::Date(date, _) if earliest(date) <= self.day)))
            }
            Test::Written(of) => Some(self.says(row, of)),
            Test::Unwritten(of) => Some(!self.says(row, of)),
            Test::Against => Some(!self.against(row).is_empty()),
            Test::Is { of, is } => {
                let values = self.said(row, of)?.values;
                let mut told = values.iter().filter(|value| is_written(value)).peekable();
                told.peek()?;
                Some(told.any(|value| is.iter().any(|wanted| *wanted == plain(value))))
            }
        }
    }

    fn says(&self, row: &Row<'a>, of: &str) -> bool {
        self.said(row, of).is_some_and(|said| said.values.iter().any(is_written))
    }

    /// What a record says in a place of a definition: of several, the first where something is written.
    pub(super) fn said(&self, row: &Row<'a>, of: &str) -> Option<Said<'a>> {
        let mut empty = None;
        for path in of.split('|') {
            let Some(said) = self.said_at(row, path) else { continue };
            if said.values.iter().any(is_written) {
                return Some(said);
            }
            // That nobody knows is said too, where nothing better is.
            if empty.as_ref().is_none_or(|kept: &Said<'_>| kept.values.is_empty()) {
                empty = Some(said);
            }
        }
        empty
    }

    fn said_at(&self, row: &Row<'a>, path: &str) -> Option<Said<'a>> {
        let mut parts = path.split('.');
        let (first, by, last) = (parts.next()?, parts.next(), parts.next());
        let (row, field) = match by.zip(last) {
            None => (*row, first),
            Some((by, field)) => (self.snapshot.row(self.latest(first, by, row.id())?)?, field),
        };
        let field = self.session.schema.kind(row.kind())?.field(field)?;
        Some(Said { record: row.id(), field, values: self.cells.titles.in_language(row, field) })
    }

    /// Of each record, the latest of a kind that points to it.
    fn latest(&self, kind: &str, by: &str, to: RecordId) -> Option<RecordId> {
        self.pointing(kind, by).get(&to).and_then(|from| from.last().copied())
    }

    /// The records of a kind that point to each by a field and are dated by the day, the latest last.
    pub(super) fn pointing(&self, kind: &str, by: &str) -> Arc<HashMap<RecordId, Vec<RecordId>>> {
        let key = (kind.to_owned(), by.to_owned());
        if let Some(known) = self.back.borrow().get(&key) {
            return Arc::clone(known);
        }
        let mut all: HashMap<RecordId, Vec<(Option<NaiveDate>, RecordId)>> = HashMap::new();
        for row in self.snapshot.rows_of(kind).filter(|row| self.has(row)) {
            let told = ["date", "from", "as_of"].iter().find_map(|field| date(&row.values(field)).cloned());
            told.iter().for_each(|date| self.dated(date));
            let when = told.as_ref().map(earliest);
            if when.is_some_and(|when| when > self.day) {
                continue;
            }
            for reference in row.values(by).iter().flat_map(Value::references) {
                all.entry(self.snapshot.read_as(reference.record)).or_default().push((when, row.id()));
            }
        }
        let in_order = |(to, mut from): (RecordId, Vec<(Option<NaiveDate>, RecordId)>)| {
            from.sort_by_key(|(when, _)| *when);
            (to, from.into_iter().map(|(_, id)| id).collect())
        };
        let found: Arc<HashMap<_, _>> = Arc::new(all.into_iter().map(in_order).collect());
        self.back.borrow_mut().insert(key, Arc::clone(&found));
        found
    }
}

/// Whether a value is more than that nobody knows.
pub(super) fn is_written(value: &Value) -> bool {
    !value.is_non_answer()
}

/// The first date among values.
pub(super) fn date(values: &[Value]) -> Option<&PartialDate> {
    values.iter().find_map(|value| if let Value::Date(date, _) = value { Some(date) } else { None })
}

pub(super) fn terms(values: &[Value]) -> impl Iterator<Item = &str> {
    values.iter().filter_map(|value| if let Value::Choice(term) = value { Some(term.as_str()) } else { None })
}

fn plain(value: &Value) -> &str {
    match value {
        Value::Choice(term) => term,
        Value::Answer(answer) => answer.id(),
        _ => "",
    }
}

/// Dates stand in the order of their first day; other values in their own.
fn first_day(value: &Value) -> (Option<NaiveDate>, Value) {
    (date(std::slice::from_ref(value)).map(PartialDate::first), value.clone())
}
