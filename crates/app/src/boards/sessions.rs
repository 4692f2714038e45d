//! The sessions of the Board: month by month, and who came.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};
use resguardo_domain::id::RecordId;
use resguardo_domain::value::{Answer, PartialDate, Value};
use resguardo_language::{Args, Words};
use resguardo_vault::{Row, Snapshot};
use serde::Serialize;

use super::standing::{Pointing, Reading, date, terms};
use crate::session::Session;

/// How many months are drawn.
const MOST_MONTHS: usize = 18;
/// How many sessions attendance is told of.
const MOST_SESSIONS: usize = 12;

/// The sessions of the Board month by month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BoardMonths {
    /// What is drawn.
    pub title: String,
    /// All of it in one sentence.
    pub said: String,
    /// What the drawings mean.
    pub legend: Vec<String>,
    /// The months, oldest first.
    pub months: Vec<BoardMonth>,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BoardMonth {
    /// Its first letter.
    pub letter: String,
    /// The year, where one begins.
    pub year: Option<String>,
    /// How it is drawn: `held`, `council`, `missed`, `unknown`, `running`.
    pub state: &'static str,
    /// The same in words.
    pub said: String,
}

/// Who came to which session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BoardAttendance {
    /// What it is.
    pub title: String,
    /// The head of the first column.
    pub head: String,
    /// The sessions, oldest first: id and day.
    pub sessions: Vec<(String, String)>,
    /// One line for each who holds a seat or came.
    pub lines: Vec<AttendanceLine>,
}

/// One who holds a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AttendanceLine {
    /// What it is called.
    pub name: String,
    /// At each session: how it is drawn (`met`, `none`, `unknown`) and the words for it.
    pub came: Vec<(&'static str, String)>,
}

impl Session {
    /// The sessions of the Board month by month, up to a day.
    pub(crate) fn board_months(&self, snapshot: &Arc<Snapshot>, day: NaiveDate) -> Option<BoardMonths> {
        Reading::new(self, snapshot, day, Pointing::new()).board_months()
    }
}

impl Reading<'_> {
    /// The sessions of the Board month by month, up to a day. What nobody recorded is not called missed before the first
    /// session that is recorded.
    pub(super) fn board_months(&self) -> Option<BoardMonths> {
        let words = &self.cells.words;
        let council = self.council_months();
        let installed = self.installed_in();
        let clocks = self.session.institution_clocks(self.day);
        let mut months: BTreeMap<NaiveDate, &'static str> = BTreeMap::new();
        let sessions = clocks.iter().filter(|(_, clock)| clock.clock == "org.board_session");
        for (month, clock) in sessions.filter_map(|(month, clock)| Some(((*month)?, clock))) {
            if installed.is_some_and(|first| month < first) {
                continue;
            }
            months.insert(month, state(clock.state, council.contains(&month)));
        }
        let skip = months.len().saturating_sub(MOST_MONTHS);
        let months: Vec<(NaiveDate, &'static str)> = months.into_iter().skip(skip).collect();
        if months.is_empty() {
            return None;
        }
        let told: Vec<BoardMonth> =
            months.iter().enumerate().map(|(at, (month, state))| told_month(words, *month, state, at == 0)).collect();
        let title = words.plain("boards-months");
        let each: Vec<&str> = told.iter().map(|month| month.said.as_str()).collect();
        let said = format!("{title}. {}", each.join("; "));
        let used: BTreeSet<&str> = told.iter().map(|month| month.state).collect();
        let legend = ["held", "council", "missed", "unknown"].into_iter().filter(|state| used.contains(state));
        let legend = legend.map(|state| words.plain(&format!("boards-months-legend-{state}"))).collect();
        Some(BoardMonths { title, said, legend, months: told })
    }
}

fn told_month(words: &Words, month: NaiveDate, state: &'static str, is_first: bool) -> BoardMonth {
    let short = words.plain(&format!("month-short-{:02}", month.month()));
    let named = words.date(&PartialDate::day(month).to_month(), None);
    BoardMonth {
        letter: short.chars().next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default(),
        year: (is_first || month.month() == 1).then(|| month.year().to_string()),
        state,
        said: words.say(&format!("boards-month-{state}"), &Args::new().text("month", named)),
    }
}

fn state(clock: &str, with_council: bool) -> &'static str {
    match clock {
        "met" | "late" => "held",
        _ if with_council => "council",
        "overdue" => "missed",
        "running" => "running",
        _ => "unknown",
    }
}

impl<'a> Reading<'a> {
    /// The month the Board was installed in.
    fn installed_in(&self) -> Option<NaiveDate> {
        let is_board = |row: &Row<'_>| terms(&row.values("organ")).any(|term| term == "junta_gobierno");
        let board = self.snapshot.rows_of("organ").filter(|row| self.has(row)).find(is_board)?;
        date(&board.values("installed"))?.first().with_day(1)
    }

    /// The months in which the Board met the Council.
    fn council_months(&self) -> BTreeSet<NaiveDate> {
        let met = |row: &Row<'_>| {
            let denied = row.values("held").iter().any(|value| matches!(value, Value::Answer(Answer::No)));
            !denied && terms(&row.values("type")).any(|term| term == "board_council")
        };
        let rows = self.snapshot.rows_of("meeting").filter(|row| self.has(row)).filter(met);
        let months = rows.filter_map(|row| {
            let values = row.values("date");
            let date = date(&values).filter(|date| date.first() <= self.day)?;
            let first = date.first().with_day(1)?;
            // A date that spans more than its month tells no month.
            (date.last() < first.checked_add_months(Months::new(1))?).then_some(first)
        });
        months.collect()
    }

    /// Who came to the latest sessions, seat by session; none where nobody recorded who came.
    pub(super) fn attendance(&self, rows: &[Row<'a>]) -> Option<BoardAttendance> {
        let words = &self.cells.words;
        let named = |row: &Row<'a>, field: &str| -> BTreeSet<RecordId> {
            let values = row.values(field);
            values.iter().flat_map(Value::references).map(|to| self.snapshot.read_as(to.record)).collect()
        };
        let recorded =
            rows.iter().filter(|row| !row.values("attendance").is_empty() || !row.values("absent").is_empty());
        let mut sessions: Vec<&Row<'a>> = recorded.take(MOST_SESSIONS).collect();
        sessions.reverse();
        if sessions.is_empty() {
            return None;
        }
        let organs: BTreeSet<RecordId> = sessions.iter().flat_map(|row| named(row, "organs")).collect();
        let seats = self.snapshot.rows_of("seat").filter(|row| self.has(row));
        let seats = seats.filter(|seat| named(seat, "organ").iter().any(|organ| organs.contains(organ)));
        let mut holders: BTreeSet<RecordId> = seats.flat_map(|seat| named(&seat, "holder")).collect();
        for row in &sessions {
            holders.extend(named(row, "attendance").into_iter().chain(named(row, "absent")));
        }
        let line = |holder: &RecordId| {
            let came = sessions.iter().map(|row| {
                let (state, id) = match () {
                    () if named(row, "attendance").contains(holder) => ("met", "came"),
                    () if named(row, "absent").contains(holder) => ("none", "absent"),
                    () => ("unknown", "unknown"),
                };
                (state, words.plain(&format!("boards-attendance-{id}")))
            });
            let name = self.snapshot.row(*holder).map(|row| self.cells.title(&row)).unwrap_or_default();
            AttendanceLine { name, came: came.collect() }
        };
        let mut lines: Vec<AttendanceLine> = holders.iter().map(line).collect();
        lines.sort_by(|one, other| one.name.cmp(&other.name));
        let day = |row: &&Row<'a>| {
            let values = row.values("date");
            (row.id().to_string(), date(&values).map(|date| words.date_short(date)).unwrap_or_default())
        };
        Some(BoardAttendance {
            title: words.plain("boards-attendance"),
            head: words.plain("boards-attendance-seat"),
            sessions: sessions.iter().map(day).collect(),
            lines,
        })
    }
}
