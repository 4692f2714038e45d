//! The clocks of one record for its page: its own, those of the applications of a case, and those that a part turns.

use std::collections::BTreeSet;
use std::sync::Arc;

use resguardo_domain::id::RecordId;
use resguardo_language::Words;
use resguardo_mechanism::clock::{Clock, Dated, Of, Proof, State, SubjectKind};
use resguardo_mechanism::procedure::Procedures;
use resguardo_vault::Snapshot;
use serde::Serialize;

use super::seen::Seen;
use super::{CASE, count_id, glyph, limit_said};
use crate::error::AppError;
use crate::session::Session;

/// The clocks of a record as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RecordClocks {
    /// The day, or the moment.
    pub as_of: String,
    /// The same in words.
    pub as_of_said: String,
    /// Clocks that began, were met or ran out.
    pub begun: Vec<ClockLine>,
    /// Those that did not begin, or lack a date.
    pub open: Vec<ClockLine>,
}

/// One clock in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ClockLine {
    /// The record whose clock it is.
    pub record: String,
    /// What that is called, where it is not the one whose page it is.
    pub title: Option<String>,
    /// What the stage is.
    pub label: String,
    /// Of what, where a stage has several.
    pub of: Option<String>,
    /// The reading, A or B, with its words.
    pub reading: Option<String>,
    /// The article.
    pub article: String,
    /// The limit in words.
    pub limit: String,
    /// Who owes it.
    pub responsible: String,
    /// Its state as a shape.
    pub glyph: &'static str,
    /// The state in words.
    pub sentence: String,
    /// The last day in words.
    pub due: Option<String>,
    /// Whether documents prove its dates, in words.
    pub proof: Option<String>,
    /// What a supplementary law would ask, once that has passed.
    pub beside: Option<String>,
    /// What else a person must know of it.
    pub notes: Vec<String>,
    /// The name of its count; none where nothing was counted.
    pub count: Option<String>,
}

impl RecordClocks {
    fn take(&mut self, clock: &Clock<'_>, line: ClockLine) {
        let is_begun = clock.started.is_some() || clock.ended.is_some() || !matches!(clock.state, State::Unknown(_));
        if is_begun { &mut self.begun } else { &mut self.open }.push(line);
    }
}

/// Whose clocks stand on a page, and which of them.
struct Shown {
    record: RecordId,
    /// Only those that this record turns.
    turned_by: Option<RecordId>,
}

impl Session {
    /// The clocks of a record as of a day as somebody types it; an empty text is now.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; the record is not there.
    pub fn record_clocks(&self, id: &str, as_of: &str) -> Result<RecordClocks, AppError> {
        let snapshot = self.snapshot();
        let id = snapshot.read_as(self.find(id)?);
        let words = self.words();
        let seen = Seen::typed(as_of, &words)?;
        let mut told = RecordClocks {
            as_of: seen.text.clone(),
            as_of_said: seen.said.clone(),
            begun: Vec::new(),
            open: Vec::new(),
        };
        self.add_institution(&mut told, (&snapshot, id), (&seen, &words));
        for shown in self.shown(&snapshot, id) {
            self.add_clocks(&mut told, (&snapshot, id, &shown), (&seen, &words));
        }
        Ok(told)
    }

    fn shown(&self, snapshot: &Snapshot, id: RecordId) -> Vec<Shown> {
        let Some(kind) = snapshot.row(id).map(|row| row.kind()) else { return Vec::new() };
        let law = Procedures::builtin();
        let is_own =
            law.telling(kind).any(|telling| telling.of.is_none() && telling.subject != SubjectKind::Institution);
        if is_own {
            return vec![Shown { record: id, turned_by: None }];
        }
        let is_part = law.telling(kind).any(|telling| telling.of.is_some());
        let of_kind = |other: &RecordId| snapshot.row(*other).is_some_and(|row| row.kind() == "application");
        let touching: BTreeSet<RecordId> = self.touching(snapshot, id).into_keys().filter(of_kind).collect();
        let shown = touching.into_iter().map(|record| Shown { record, turned_by: is_part.then_some(id) });
        if is_part || kind == CASE { shown.collect() } else { Vec::new() }
    }

    fn add_clocks(
        &self,
        told: &mut RecordClocks,
        (snapshot, page, shown): (&Snapshot, RecordId, &Shown),
        (seen, words): (&Seen, &Words),
    ) {
        let law = Procedures::builtin();
        let Some(one) = self.one(snapshot, shown.record) else { return };
        let is_shown = |clock: &Clock<'_>| {
            !matches!(clock.state, State::NotApplicable(_)) && shown.turned_by.is_none_or(|part| turns(part, clock))
        };
        let cells = self.cells(snapshot);
        let title = (shown.record != page).then(|| self.called_here(shown.record));
        one.circumstances(law, seen.as_of).each(&one.subject, &mut |clock| {
            if !is_shown(&clock) {
                return;
            }
            let mut line = self.clock_line(&clock, words, &cells.titles);
            (line.record, line.title) = (shown.record.to_string(), title.clone());
            told.take(&clock, line);
        });
    }

    /// The institution's own clocks that a record turns: an organ's installation, a convention's signing.
    fn add_institution(
        &self,
        told: &mut RecordClocks,
        (snapshot, page): (&Arc<Snapshot>, RecordId),
        (seen, words): (&Seen, &Words),
    ) {
        let law = Procedures::builtin();
        let kind = snapshot.row(page).map_or("", |row| row.kind());
        if !law.telling(kind).any(|telling| telling.subject == SubjectKind::Institution && telling.is_always()) {
            return;
        }
        let subjects = self.subjects(snapshot);
        let titles = self.titles(snapshot);
        subjects.circumstances(law, seen.as_of).each(subjects.institution(), &mut |clock| {
            if turns(page, &clock) {
                let line = ClockLine { count: None, ..self.clock_line(&clock, words, &titles) };
                told.take(&clock, line);
            }
        });
    }

    fn clock_line(&self, clock: &Clock<'_>, words: &Words, titles: &crate::titles::Titles<'_>) -> ClockLine {
        let shown = self.told_clock(None, clock, (titles, words));
        let beside = shown.supplementary.as_ref().filter(|beside| beside.passed);
        let reading = clock.way.id.as_ref().map(|id| match &clock.way.label {
            Some(label) => format!("{id}: {}", label.get(self.lang)),
            None => id.clone(),
        });
        let proof = if clock.proof == Proof::Documented { "clock-documented" } else { "clock-stated" };
        ClockLine {
            record: String::new(),
            title: None,
            of: shown.of,
            reading,
            article: shown.article_said,
            limit: limit_said(&clock.stage.limit, words),
            responsible: shown.responsible,
            glyph: glyph(clock),
            due: shown.due_said,
            proof: (clock.started.is_some() || clock.ended.is_some()).then(|| words.plain(proof)),
            beside: beside.map(|beside| beside.wording.clone()),
            count: (clock.due.is_some() && clock.started.is_some()).then(|| count_id(clock)),
            label: shown.label,
            sentence: shown.sentence,
            notes: shown.notes,
        }
    }
}

/// Whether a record tells a date of a clock, or is what it is the clock of.
fn turns(part: RecordId, clock: &Clock<'_>) -> bool {
    let tells = |dated: Option<&Dated>| dated.is_some_and(|dated| dated.record == part);
    let is_of = matches!(clock.of, Some(Of::Value { value, .. }) if value.parse() == Ok(part));
    is_of || tells(clock.started) || tells(clock.ended)
}
