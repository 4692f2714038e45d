//! What the law asks of the institution itself, as of a day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use resguardo_domain::value::PartialDate;
use resguardo_language::Args;
use serde::Serialize;

use crate::clocks::ToldClock;
use crate::session::Session;

/// The limits the law sets the institution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BoardDuties {
    /// What they are.
    pub title: String,
    /// What its reader must know.
    pub sentence: String,
    /// By when the next session must be; empty where nothing says.
    pub next: String,
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The limits.
    pub rows: Vec<BoardDuty>,
}

/// One limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BoardDuty {
    /// What is owed.
    pub label: String,
    /// Of what: a state, a document; how many periods of a duty that recurs.
    pub of: String,
    /// How it is drawn.
    pub state: String,
    /// The state in words.
    pub sentence: String,
    /// The article.
    pub article: String,
}

/// The clocks of one duty in one state, each with whether it is of a period; first the place of the earliest.
type Told<'a> = (usize, Vec<(bool, &'a ToldClock)>);

impl Session {
    /// The limits of the institution: a duty that recurs is told once for each state its periods or states are in.
    pub(super) fn board_duties(&self, day: NaiveDate) -> BoardDuties {
        let words = self.words();
        let clocks = self.institution_clocks(day);
        let next = clocks
            .iter()
            .map(|(_, clock)| clock)
            .filter(|clock| clock.clock == "org.board_session" && clock.state == "running");
        let next = next.filter_map(|clock| clock.due.as_deref()?.parse::<PartialDate>().ok()).next();
        let mut rows = Vec::new();
        let mut periods: BTreeMap<(&str, &str), Told<'_>> = BTreeMap::new();
        for (at, (period, clock)) in clocks.iter().enumerate() {
            if clock.of.is_some() {
                let one = (period.is_some(), clock);
                periods.entry((&clock.clock, clock.state)).or_insert((at, Vec::new())).1.push(one);
            } else {
                rows.push((at, duty(clock, String::new())));
            }
        }
        for (_, (at, of)) in periods {
            let count = u64::try_from(of.len()).unwrap_or(u64::MAX);
            // The latest of them says how it stands.
            rows.extend(of.last().map(|(is_period, clock)| {
                let id = if *is_period { "boards-duties-periods" } else { "boards-duties-several" };
                let told = match (&clock.of, of.len()) {
                    (Some(one), 1) if !is_period => one.clone(),
                    _ => words.say(id, &Args::new().count("count", count)),
                };
                (at, duty(clock, told))
            }));
        }
        rows.sort_by_key(|(at, _)| *at);
        let due =
            |date: PartialDate| words.say("boards-duties-next", &Args::new().text("date", words.date(&date, None)));
        BoardDuties {
            title: words.plain("boards-duties"),
            sentence: words.plain("boards-duties-sentence"),
            next: next.map(due).unwrap_or_default(),
            heads: ["duty", "duty-of", "duty-state", "duty-article"]
                .map(|id| words.plain(&format!("boards-{id}")))
                .into(),
            rows: rows.into_iter().map(|(_, row)| row).collect(),
        }
    }
}

fn duty(clock: &ToldClock, of: String) -> BoardDuty {
    BoardDuty {
        label: clock.label.clone(),
        of,
        state: clock.state.to_owned(),
        sentence: clock.sentence.clone(),
        article: clock.article_said.clone(),
    }
}
