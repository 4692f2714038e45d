//! What runs out: follow-ups that are late or due within two days, and consents to renew.

use chrono::NaiveDate;
use resguardo_domain::value::Value;
use resguardo_language::Args;
use resguardo_vault::Row;

use super::{MOST, TodayItem, TodaySection};
use crate::cells::Cells;
use crate::session::{Session, now_ms};
use crate::written::calendar_text;

/// A follow-up is told this many days before it is due.
const SOON_DAYS: i64 = 2;
/// A consent is renewed from this many days before it ends.
const RENEW_DAYS: i64 = 30;

/// Something with a day on which it runs out.
struct Due<'a> {
    row: &'a Row<'a>,
    /// Days left; less than none when it is late.
    left: i64,
    title: String,
    detail: String,
}

impl Session {
    /// Follow-ups that are late, those due soon, and consents to renew.
    pub(super) fn due(&self, cells: &Cells<'_>, rows: &[Row<'_>]) -> [TodaySection; 3] {
        let Ok(today) = calendar_text(now_ms()).parse::<NaiveDate>() else {
            return ["late", "soon", "consents"].map(|id| self.section(id, 0, Vec::new()));
        };
        let mut steps: Vec<Due<'_>> = rows.iter().filter_map(|row| self.follow_up(cells, row, today)).collect();
        steps.sort_by_key(|due| (due.left, due.row.id()));
        let (late, soon) = steps.into_iter().filter(|due| due.left <= SOON_DAYS).partition(|due| due.left < 0);
        let mut consents: Vec<Due<'_>> = rows.iter().filter_map(|row| self.consent(cells, row, today)).collect();
        consents.sort_by_key(|due| (due.left, due.row.id()));
        [("late", late), ("soon", soon), ("consents", consents)].map(|(id, due)| self.running(cells, id, due))
    }

    fn running(&self, cells: &Cells<'_>, id: &'static str, due: Vec<Due<'_>>) -> TodaySection {
        let count = due.len();
        let told = |due: Due<'_>| {
            let state = if due.left < 0 { "late" } else { "soon" };
            let item = self.item(cells, due.row, due.detail, (state, format!("record/{}", due.row.id())));
            TodayItem { title: due.title, due: Some(until(cells, due.left)), ..item }
        };
        self.section(id, count, due.into_iter().take(MOST).map(told).collect())
    }

    /// The next step of a case, or a task that is not done.
    fn follow_up<'a>(&self, cells: &Cells<'_>, row: &'a Row<'a>, today: NaiveDate) -> Option<Due<'a>> {
        let follow_up = self.schema.kind(row.kind())?.follow_up.as_ref()?;
        if follow_up.done.as_deref().is_some_and(|done| !row.values(done).is_empty()) {
            return None;
        }
        let left = days_left(row, &follow_up.on, today)?;
        let step = row.values(&follow_up.step);
        let step = step.iter().flat_map(Value::words).next().map(str::to_owned);
        let detail = match &follow_up.about {
            None => cells.title(row),
            Some(about) => {
                let about = row.values(about);
                let called = about.iter().flat_map(Value::references).map(|reference| cells.called(reference));
                called.take(2).collect::<Vec<_>>().join(" · ")
            }
        };
        Some(Due { row, left, title: step.unwrap_or_else(|| cells.title(row)), detail })
    }

    /// A consent that stands and ends soon, or has ended.
    fn consent<'a>(&self, cells: &Cells<'_>, row: &'a Row<'a>, today: NaiveDate) -> Option<Due<'a>> {
        if row.kind() != "consent" || !row.values("withdrawn_on").is_empty() {
            return None;
        }
        let ended = |value: &Value| matches!(value, Value::Choice(term) if term == "withdrawn" || term == "refused");
        if row.values("state").iter().any(ended) {
            return None;
        }
        let left = days_left(row, "expires_on", today).filter(|left| *left <= RENEW_DAYS)?;
        let person = row.values("person");
        let person = person.iter().flat_map(Value::references).next().map(|reference| cells.called(reference));
        let level = self.schema.kind("consent").and_then(|kind| kind.field("level"));
        let level = level.map(|field| cells.together(row.id(), field, &row.values("level")).text);
        let detail = level.filter(|text| !text.is_empty()).unwrap_or_else(|| self.kind_label("consent"));
        Some(Due { row, left, title: person.unwrap_or_else(|| cells.title(row)), detail })
    }
}

/// Days until the last day a date may mean.
fn days_left(row: &Row<'_>, field: &str, today: NaiveDate) -> Option<i64> {
    row.values(field).iter().find_map(|value| match value {
        Value::Date(date, _) => Some((date.last() - today).num_days()),
        _ => None,
    })
}

/// «venció hace 168 días», «vence mañana».
fn until(cells: &Cells<'_>, left: i64) -> String {
    let id = match left {
        ..=-2 => "due-late",
        -1 => "due-yesterday",
        0 => "due-today",
        1 => "due-tomorrow",
        _ => "due-days",
    };
    cells.words.say(id, &Args::new().count("count", left.unsigned_abs()))
}

#[cfg(test)]
mod tests;
