//! What a supplementary law would ask: beside the state, never in it, and in words that never say *overdue*.

use chrono::NaiveDate;

use super::Dated;
use super::turn::Turn;
use crate::procedure::{LastDay, RunsFrom, Supplementary, SupplementaryWay};

/// A supplementary limit of one clock.
#[derive(Debug, Clone)]
pub struct Beside<'a> {
    /// The limit, with its article and the words to print once it has passed.
    pub limit: &'a Supplementary,
    /// The last day by each reading, the default first: (reading, day). Empty where the start is missing.
    pub dues: Vec<(&'a SupplementaryWay, NaiveDate)>,
    /// How it stands.
    pub standing: Standing,
    /// The last day for the certificate that was asked for.
    pub certificate: Option<NaiveDate>,
}

/// How a supplementary limit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// None of its readings has passed, or not all.
    Within,
    /// The last of its readings has passed: the words may be printed.
    Beyond,
    /// Done before the last of its readings passed.
    Met,
    /// A date is missing or known in part.
    NotKnown,
}

impl Standing {
    /// Its own word.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Beyond => "beyond",
            Self::Met => "met",
            Self::NotKnown => "not known",
        }
    }
}

/// The supplementary limit of a stage, where it has one that rules.
pub(super) fn beside<'a>(turn: &Turn<'a, '_>, ended: Option<&Dated>) -> Option<Beside<'a>> {
    let limit = turn.stage.supplementary.as_ref()?;
    if limit.not_on.is_some_and(|path| path == turn.subject.path()) {
        return None;
    }
    let mut standing =
        Beside { limit, dues: Vec::new(), standing: Standing::NotKnown, certificate: certificate(turn, limit) };
    let start = turn.subject.of(limit.start).iter().find(|dated| turn.seen.knows(dated));
    let Some(start) = start.filter(|start| start.span.first_day() == start.span.last_day()) else {
        return Some(standing);
    };
    let day = start.span.first_day();
    if !limit.valid.holds(day) {
        return None;
    }
    standing.dues = limit.ways.iter().filter_map(|way| Some((way, last_day(turn, way, day)?))).collect();
    let Some(last) = standing.dues.iter().map(|(_, day)| *day).max() else { return Some(standing) };
    standing.standing = match ended {
        Some(end) if end.span.last_day() <= last => Standing::Met,
        Some(end) if end.span.first_day() > last => Standing::Beyond,
        Some(_) => Standing::NotKnown,
        None if turn.seen.as_of.date() > last => Standing::Beyond,
        None => Standing::Within,
    };
    Some(standing)
}

fn last_day(turn: &Turn<'_, '_>, way: &SupplementaryWay, filed: NaiveDate) -> Option<NaiveDate> {
    let calendar = turn.calendar(&way.limit);
    let from = match way.runs_from {
        RunsFrom::FilingDay => filed,
        RunsFrom::NextWorkingDay => calendar.after(filed)?,
    };
    let last = calendar.last_day(&way.limit, from)?;
    match way.last_day {
        LastDay::AsCounted => Some(last),
        LastDay::NextWorkingDay => calendar.from(last),
    }
}

fn certificate(turn: &Turn<'_, '_>, limit: &Supplementary) -> Option<NaiveDate> {
    let certificate = limit.certificate.as_ref()?;
    let asked = turn.subject.of(certificate.start).iter().find(|dated| turn.seen.knows(dated))?;
    turn.calendar(&certificate.limit).last_day(&certificate.limit, asked.span.last_day())
}

/// The earliest last day that a letter asking for missing data may set.
pub(super) fn answer_not_before(turn: &Turn<'_, '_>) -> Option<NaiveDate> {
    let term = turn.stage.answer_term.as_ref()?;
    let letter = turn.subject.of(term.start).iter().find(|dated| turn.seen.knows(dated))?;
    turn.calendar(&term.minimum).last_day(&term.minimum, letter.span.last_day())
}
