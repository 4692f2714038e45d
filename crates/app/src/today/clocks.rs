//! Clocks of the law that ran out or soon will: one line an application, its most pressing.

use std::cmp::Reverse;
use std::sync::Arc;

use chrono::NaiveDate;
use resguardo_mechanism::clock::AsOf;
use resguardo_mechanism::procedure::Procedures;
use resguardo_vault::Snapshot;

use super::{MOST, TodayItem, TodaySection};
use crate::agenda::has_ended;
use crate::cells::Cells;
use crate::clocks::{article_said, sentence};
use crate::session::{Session, now_ms};
use crate::written::calendar_text;

impl Session {
    /// Clocks that ran out, latest first, after those that soon will.
    pub(super) fn legal_clocks(&self, cells: &Cells<'_>, snapshot: &Arc<Snapshot>) -> TodaySection {
        let Ok(today) = calendar_text(now_ms()).parse::<NaiveDate>() else {
            return self.section("clocks", 0, Vec::new());
        };
        let law = Procedures::builtin();
        let subjects = self.subjects(snapshot);
        let mut lines = subjects.pressing(today, |record| !has_ended(snapshot, record));
        let count = lines.len();
        lines.sort_by_key(|(id, left)| (*left < 0, Reverse(if *left < 0 { *left } else { -left }), *id));
        let seen = subjects.circumstances(law, AsOf::day(today));
        let words = self.words();
        let told = lines.into_iter().take(MOST).filter_map(|(id, left)| {
            let clock = subjects.most_pressing(id, &seen)?;
            let article = article_said(&clock.stage.article, &words);
            let detail = format!("{} · {article}", clock.stage.label.get(self.lang));
            let state = if left < 0 { "late" } else { "soon" };
            let item = self.item(cells, &snapshot.row(id)?, detail, (state, format!("record/{id}")));
            Some(TodayItem { due: Some(sentence(&clock, law, &words)), ..item })
        });
        self.section("clocks", count, told.collect())
    }
}
