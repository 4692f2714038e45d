//! What runs out: steps that are late or due within two days, promises and reviews, and consents to renew.

use chrono::NaiveDate;
use resguardo_domain::schema::WaitSort;
use resguardo_domain::value::Value;
use resguardo_vault::{Row, Snapshot};

use super::{TodayItem, TodaySection, Unfolded};
use crate::agenda::{Consented, Pending, consents, until};
use crate::cells::Cells;
use crate::session::Session;

/// A follow-up is told this many days before it is due.
const SOON_DAYS: i64 = 2;
/// A review is asked for this many days before what it is about ends.
const REVIEW_DAYS: i64 = 30;

/// Something with a day on which it runs out.
struct Due<'a> {
    row: Row<'a>,
    /// Days left; less than none when it is late.
    left: i64,
    title: String,
    detail: String,
}

impl Session {
    /// Steps that are late, those due soon, promises, reviews, and consents to renew.
    pub(super) fn due(
        &self,
        (cells, open): (&Cells<'_>, Unfolded<'_>),
        snapshot: &Snapshot,
        (today, pending): (NaiveDate, &[Pending<'_>]),
    ) -> [TodaySection; 5] {
        let near = |sort: WaitSort, days: i64| -> Vec<Due<'_>> {
            let near = pending.iter().filter(|pending| pending.wait.sort == sort && pending.left <= days);
            near.map(|pending| follow_up(cells, pending)).collect()
        };
        let (late, soon) = near(WaitSort::Step, SOON_DAYS).into_iter().partition(|due| due.left < 0);
        let (promises, reviews) = (near(WaitSort::Promise, SOON_DAYS), near(WaitSort::Review, REVIEW_DAYS));
        let ending = consents(snapshot, today).into_iter();
        let ending = ending.filter_map(|(row, consented)| self.consent(cells, row, &consented));
        let sections = [
            ("late", late),
            ("soon", soon),
            ("promises", promises),
            ("reviews", reviews),
            ("consents", ending.collect()),
        ];
        sections.map(|(id, due)| self.running((cells, open), id, due))
    }

    fn running(&self, (cells, open): (&Cells<'_>, Unfolded<'_>), id: &'static str, due: Vec<Due<'_>>) -> TodaySection {
        let count = due.len();
        let told = |due: Due<'_>| {
            let state = if due.left < 0 { "late" } else { "soon" };
            let item = self.item(cells, &due.row, due.detail, (state, format!("record/{}", due.row.id())));
            TodayItem { title: due.title, due: Some(until(&cells.words, due.left)), ..item }
        };
        self.section(id, count, due.into_iter().take(open.most(id)).map(told).collect())
    }

    /// A consent that stands and ends soon, or has ended.
    fn consent<'a>(&self, cells: &Cells<'_>, row: Row<'a>, consented: &Consented) -> Option<Due<'a>> {
        let Consented::Ends(_, left) = consented else { return None };
        let person = row.values("person");
        let person = person.iter().flat_map(Value::references).next().map(|reference| cells.called(reference));
        let level = self.schema.kind("consent").and_then(|kind| kind.field("level"));
        let level = level.map(|field| cells.together(row.id(), field, &row.values("level")).text);
        let detail = level.filter(|text| !text.is_empty()).unwrap_or_else(|| self.kind_label("consent"));
        Some(Due { row, left: *left, title: person.unwrap_or_else(|| cells.title(&row)), detail })
    }
}

/// What is to be done, and about what.
fn follow_up<'a>(cells: &Cells<'_>, pending: &Pending<'a>) -> Due<'a> {
    let (row, wait, left) = (pending.row, pending.wait, pending.left);
    let step = row.values(&wait.step);
    let step = step.iter().flat_map(Value::words).next().map(str::to_owned);
    let detail = match &wait.about {
        None => cells.title(&row),
        Some(about) => {
            let about = row.values(about);
            let called = about.iter().flat_map(Value::references).map(|reference| cells.called(reference));
            called.take(2).collect::<Vec<_>>().join(" · ")
        }
    };
    Due { row, left, title: step.unwrap_or_else(|| cells.title(&row)), detail }
}

#[cfg(test)]
mod tests;
