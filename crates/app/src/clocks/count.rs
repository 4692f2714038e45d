//! How a last day was counted, line by line: from which day, by which words of the law, which days were left out and why.

use chrono::{FixedOffset, NaiveDate};
use resguardo_domain::catalogue::Lang;
use resguardo_domain::value::PartialDate;
use resguardo_language::{Args, Words};
use resguardo_mechanism::clock::{Account, Clock, Closed, Of};
use resguardo_mechanism::procedure::{Procedures, Rest};
use serde::Serialize;

use super::seen::Seen;
use super::{article_said, date_said, due_said, limit_said, told};
use crate::error::AppError;
use crate::session::Session;

/// The count behind a last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Count {
    /// Which term.
    pub title: String,
    /// How it stands.
    pub sentence: String,
    /// The article and the limit.
    pub basis: String,
    /// The law's own words.
    pub quote: String,
    /// The steps of the count.
    pub lines: Vec<CountLine>,
    /// What else a person must know.
    pub notes: Vec<String>,
}

/// One step of a count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CountLine {
    /// The day or the moment; empty where it is about many.
    pub date: String,
    /// What it is to the count.
    pub text: String,
    /// How it is drawn: `start`, `out`, `due`, `other`.
    pub role: &'static str,
}

/// The name of a clock among those of its record.
pub(crate) fn count_id(clock: &Clock<'_>) -> String {
    let of = match clock.of {
        Some(Of::Value { value, .. }) => value.to_owned(),
        Some(Of::Period { first, .. }) => first.to_string(),
        None => String::new(),
    };
    let start = clock.started.map(|started| started.at.as_str()).unwrap_or_default();
    [clock.stage.id.as_str(), clock.way.id.as_deref().unwrap_or_default(), &of, start].join("|")
}

impl Session {
    /// The count behind one clock of a record, by the name [`ClockLine::count`](super::ClockLine) gives it.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; the record is not there or has no such clock.
    pub fn clock_count(&self, id: &str, as_of: &str, clock: &str) -> Result<Count, AppError> {
        let snapshot = self.snapshot();
        let id = snapshot.read_as(self.find(id)?);
        let words = self.words();
        let seen = Seen::typed(as_of, &words)?;
        let law = Procedures::builtin();
        let one = self.one(&snapshot, id).ok_or(AppError::NoSuchRecord)?;
        let circumstances = one.circumstances(law, seen.as_of);
        let clocks = circumstances.clocks(&one.subject);
        let found = clocks.iter().find(|known| count_id(known) == clock).ok_or(AppError::NoSuchRecord)?;
        let account = circumstances.account(found);
        Ok(self.told_count(found, account.as_ref(), &words))
    }

    fn told_count(&self, clock: &Clock<'_>, account: Option<&Account<'_>>, words: &Words) -> Count {
        let law = Procedures::builtin();
        let lang = self.lang;
        let reading = clock.way.label.as_ref().map(|label| format!(" · {}", label.get(lang))).unwrap_or_default();
        let basis = [article_said(&clock.stage.article, words), limit_said(&clock.stage.limit, words)].join(" · ");
        let telling = Telling { clock, words, lang, law };
        Count {
            title: format!("{}{reading}", clock.stage.label.get(lang)),
            sentence: told::sentence(clock, law, words),
            basis,
            quote: clock.stage.quote.clone(),
            lines: account.map(|account| telling.lines(account)).unwrap_or_default(),
            notes: told::notes(clock, words, lang),
        }
    }
}

struct Telling<'a> {
    clock: &'a Clock<'a>,
    words: &'a Words,
    lang: Lang,
    law: &'a Procedures,
}

impl Telling<'_> {
    fn lines(&self, account: &Account<'_>) -> Vec<CountLine> {
        let mut lines = Vec::new();
        lines.extend(self.start());
        if let Some(effective) = account.effective {
            lines.push(self.on(effective, "count-effective", "other"));
        }
        if account.weekly > 0 {
            let count = u64::try_from(account.weekly).unwrap_or(u64::MAX);
            let text = self.words.say("count-weekly", &Args::new().count("count", count));
            lines.push(CountLine { date: String::new(), text, role: "out" });
        }
        lines.extend(account.closed.iter().map(|(day, closed)| self.out(*day, *closed)));
        if let Some(table) = account.table.filter(|_| account.weekly > 0 || !account.closed.is_empty()) {
            let args = Args::new().text("article", table.article.as_str());
            lines.push(CountLine { date: String::new(), text: self.words.say("count-calendar", &args), role: "other" });
        }
        if let Some((before, after)) = account.clock_changed {
            let args = Args::new().text("before", offset(before)).text("after", offset(after));
            lines.push(CountLine {
                date: String::new(),
                text: self.words.say("count-clock-changed", &args),
                role: "other",
            });
        }
        lines.extend(self.clock.due.as_ref().map(|due| self.due(due_said(due, self.words), "count-due", "due")));
        let extended = self.clock.due_if_extended.as_ref().filter(|_| !account.moved.is_empty());
        if let Some(extended) = extended {
            lines.extend(account.moved.iter().map(|(day, closed)| self.out(*day, *closed)));
            lines.push(self.due(due_said(extended, self.words), "count-extended", "other"));
        }
        for (due, id) in [
            (&self.clock.due_with_extension, "count-with-extension"),
            (&self.clock.due_if_suspended, "count-if-suspended"),
        ] {
            lines.extend(due.as_ref().map(|due| self.due(due_said(due, self.words), id, "other")));
        }
        lines
    }

    fn start(&self) -> Option<CountLine> {
        let started = self.clock.started?;
        let event = self.law.event_type(started.event)?;
        let event = if self.lang == Lang::En { &event.en } else { &event.es };
        let text = self.words.say("count-start", &Args::new().text("event", event.as_str()));
        Some(CountLine { date: date_said(&started.at, self.words), text, role: "start" })
    }

    fn on(&self, day: NaiveDate, id: &str, role: &'static str) -> CountLine {
        CountLine { date: date_said(&PartialDate::day(day), self.words), text: self.words.plain(id), role }
    }

    fn due(&self, date: String, id: &str, role: &'static str) -> CountLine {
        CountLine { date, text: self.words.plain(id), role }
    }

    fn out(&self, day: NaiveDate, closed: Closed<'_>) -> CountLine {
        let own = |es: &str, en: &str| if self.lang == Lang::En { en.to_owned() } else { es.to_owned() };
        let why = match closed {
            Closed::Weekly => self.words.plain("count-weekend"),
            Closed::ByLaw(Rest::Holiday(holiday)) => own(&holiday.es, &holiday.en),
            Closed::ByLaw(Rest::Weekly) => self.words.plain("count-weekend"),
            Closed::ByLaw(Rest::Moved(_)) => self.words.plain("count-moved"),
            Closed::Own(own) => self.words.say("count-own", &Args::new().text("reason", own.reason.as_str())),
        };
        let text = self.words.say("count-out", &Args::new().text("why", why));
        CountLine { date: date_said(&PartialDate::day(day), self.words), text, role: "out" }
    }
}

fn offset(offset: FixedOffset) -> String {
    format!("UTC{offset}").replace('-', "−")
}
