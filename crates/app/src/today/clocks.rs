//! Clocks of the law that ran out or soon will: one line an application, its most pressing.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use resguardo_domain::id::RecordId;
use resguardo_mechanism::clock::{AsOf, State};
use resguardo_mechanism::procedure::{Owed, Procedures};
use resguardo_vault::Snapshot;

use super::{MOST, TodayItem, TodaySection};
use crate::agenda::has_ended;
use crate::cells::Cells;
use crate::clocks::{article_said, sentence};
use crate::session::{Session, now_ms};
use crate::written::calendar_text;

/// A clock is told this many minutes before it runs out.
const SOON: i64 = 3 * 24 * 60;
/// The most pressing clock of one record.
struct Pressing {
    /// Minutes left; less than none once it ran out.
    left: i64,
    detail: String,
    due: String,
}

impl Session {
    /// Clocks that ran out, latest first, after those that soon will. Rights are told while they can still be used.
    pub(super) fn legal_clocks(&self, cells: &Cells<'_>, snapshot: &Arc<Snapshot>) -> TodaySection {
        let Ok(today) = calendar_text(now_ms()).parse::<NaiveDate>() else {
            return self.section("clocks", 0, Vec::new());
        };
        let law = Procedures::builtin();
        let subjects = self.subjects(snapshot);
        let seen = subjects.circumstances(law, AsOf::day(today));
        let words = self.words();
        let mut pressing: BTreeMap<RecordId, Pressing> = BTreeMap::new();
        for (record, subject) in subjects.iter() {
            let Some(record) = record.filter(|record| !has_ended(snapshot, *record)) else { continue };
            seen.each(subject, &mut |clock| {
                let is_open = match clock.state {
                    State::Overdue => clock.stage.owed == Owed::Duty,
                    State::Running => clock.due.is_some(),
                    State::Met | State::Late | State::Stopped(_) | State::NotApplicable(_) | State::Unknown(_) => false,
                };
                let Some(left) = clock.margin.map(|margin| margin.least).filter(|left| is_open && *left <= SOON) else {
                    return;
                };
                let is_nearer = |known: &Pressing| left.abs() < known.left.abs();
                if pressing.get(&record).is_none_or(is_nearer) {
                    let article = article_said(&clock.stage.article, &words);
                    let detail = format!("{} · {article}", clock.stage.label.get(self.lang));
                    pressing.insert(record, Pressing { left, detail, due: sentence(&clock, law, &words) });
                }
            });
        }
        let count = pressing.len();
        let mut lines: Vec<(RecordId, Pressing)> = pressing.into_iter().collect();
        lines.sort_by_key(|(id, one)| {
            (one.left < 0, if one.left < 0 { Reverse(one.left) } else { Reverse(-one.left) }, *id)
        });
        let told = lines.into_iter().take(MOST).filter_map(|(id, one)| {
            let row = snapshot.row(id)?;
            let state = if one.left < 0 { "late" } else { "soon" };
            let item = self.item(cells, &row, one.detail, (state, format!("record/{id}")));
            Some(TodayItem { due: Some(one.due), ..item })
        });
        self.section("clocks", count, told.collect())
    }
}
