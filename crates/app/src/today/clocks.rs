//! Clocks of the law that ran out, and those that soon will: one line an application, its most pressing.

use std::sync::Arc;

use chrono::NaiveDate;
use resguardo_domain::id::RecordId;
use resguardo_language::Args;
use resguardo_mechanism::clock::{AsOf, Clock};
use resguardo_mechanism::procedure::Procedures;
use resguardo_vault::Snapshot;

use super::{TodayItem, TodaySection, Unfolded};
use crate::agenda::has_ended;
use crate::cells::Cells;
use crate::clocks::{article_said, responsible, sentence};
use crate::session::{Session, now_ms};
use crate::written::calendar_text;

/// A clock that still runs is told this many minutes before it runs out.
const SOON: i64 = 48 * 60;

impl Session {
    /// Clocks that ran out, those that did so last first, and those that soon will.
    pub(super) fn legal_clocks(
        &self,
        (cells, open): (&Cells<'_>, Unfolded<'_>),
        snapshot: &Arc<Snapshot>,
    ) -> [TodaySection; 2] {
        let today = calendar_text(now_ms()).parse::<NaiveDate>().unwrap_or_default();
        let subjects = self.subjects(snapshot);
        let mut lines = subjects.pressing(today, |record| !has_ended(snapshot, record));
        lines.retain(|(_, left)| *left <= SOON);
        lines.sort_by_key(|(id, left)| (left.abs(), *id));
        let (late, soon): (Vec<_>, Vec<_>) = lines.into_iter().partition(|(_, left)| *left < 0);
        let seen = subjects.circumstances(Procedures::builtin(), AsOf::day(today));
        [("clocks", "late", late), ("clocks-soon", "soon", soon)].map(|(section, state, lines)| {
            let told = lines.iter().take(open.most(section)).filter_map(|(id, _)| {
                let clock = subjects.most_pressing(*id, &seen)?;
                self.clock_item(cells, *id, &clock, state)
            });
            self.section(section, lines.len(), told.collect())
        })
    }

    fn clock_item(&self, cells: &Cells<'_>, id: RecordId, clock: &Clock<'_>, state: &'static str) -> Option<TodayItem> {
        let (words, law) = (&cells.words, Procedures::builtin());
        let row = cells.titles.snapshot.row(id)?;
        let who = Args::new().text("who", responsible(clock, law, self.lang));
        let detail = format!("{} · {}", words.say("today-waits-for", &who), cells.title(&row));
        Some(TodayItem {
            title: clock.stage.label.get(self.lang).to_owned(),
            due: Some(sentence(clock, law, words)),
            article: Some(article_said(&clock.stage.article, words)),
            ..self.item(cells, &row, detail, (state, format!("record/{id}")))
        })
    }
}
