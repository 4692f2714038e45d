//! Ties the names in the files to what they name, and later texts to earlier ones.

use chrono::NaiveDate;
use resguardo_domain::catalogue::{Catalogues, Label};

use super::super::limit::Limit;
use super::super::stage::{
    AnswerTerm, Certificate, Effect, Occurrence, RunsFrom, Stage, Supplementary, SupplementaryWay, Suspension, Valid,
    Way,
};
use super::super::{EventId, Opens, Procedures, ProceduresError};
use super::file::{
    About, EffectFile, EndFile, HoursFile, LawFile, NoticeFile, OccurrenceFile, StageFile, SupplementaryFile,
};

/// What one stage says about others.
#[derive(Default)]
pub(super) struct Links {
    ends: Vec<EndFile>,
    moves: Vec<(EventId, String)>,
    suspends: Vec<(Suspension, String)>,
}

impl Links {
    /// Notes what the stages of a law say about other stages.
    pub(super) fn note(&mut self, whole: &Procedures, law: &LawFile) -> Result<(), ProceduresError> {
        self.ends.extend(law.ends.iter().cloned());
        for stage in law.procedures.iter().flat_map(|procedure| &procedure.stages) {
            let names = Names { whole, notices: &[], scope: &stage.id };
            if let Some(filing) = &stage.filing_date {
                let start = names.event(&stage.clock_start)?;
                self.moves.extend(filing.moves.iter().map(|moved| (start, moved.clone())));
            }
            let suspends = stage.effects.iter().flat_map(|effect| &effect.suspends);
            if let (Some(term), Some(own)) = (&stage.answer_term, &stage.supplementary_limit) {
                let (request, answer) = (names.event(&term.start)?, names.event(&term.end)?);
                let within = Limit::plain(own.value, own.unit, own.calendar.clone());
                let by = Suspension { request, answer, within };
                self.suspends.extend(suspends.map(|suspended| (by.clone(), suspended.clone())));
            }
        }
        Ok(())
    }
}

/// Ties stages to each other: reforms to what they replace and end, and what moves or suspends a term to that term.
pub(super) fn close(whole: &mut Procedures, links: &Links) -> Result<(), ProceduresError> {
    for end in &links.ends {
        let note = end.note.clone();
        change(whole, &end.stage, |stage| {
            stage.valid.to = Some(end.on);
            stage.valid.note = note.clone().or(stage.valid.note.take());
        })?;
    }
    for (start, moved) in &links.moves {
        change(whole, moved, |stage| stage.filed_by = Some(*start))?;
    }
    for (by, suspended) in &links.suspends {
        change(whole, suspended, |stage| stage.suspended_by = Some(by.clone()))?;
    }
    let held: Vec<(String, NaiveDate)> = whole.stages().map(|stage| (stage.id.clone(), stage.valid.from)).collect();
    for stage in whole.procedures.iter_mut().flat_map(|procedure| &mut procedure.stages) {
        let next =
            held.iter().filter(|(id, from)| *id == stage.id && *from > stage.valid.from).map(|(_, from)| *from).min();
        let before = next.and_then(|next| next.pred_opt());
        stage.valid.to = before.map_or(stage.valid.to, |day| Some(stage.valid.to.map_or(day, |to| to.min(day))));
        if held.iter().filter(|(id, from)| *id == stage.id && *from == stage.valid.from).count() > 1 {
            return Err(wrong(&stage.id, "two texts rule from the same day"));
        }
    }
    check_drawn(whole)?;
    let texts: Vec<(String, Valid)> = whole.stages().map(|stage| (stage.id.clone(), stage.valid.clone())).collect();
    for stage in whole.procedures.iter_mut().flat_map(|procedure| &mut procedure.stages) {
        let others = texts.iter().filter(|(id, valid)| *id == stage.id && valid.from != stage.valid.from);
        stage.siblings = others.map(|(_, valid)| valid.clone()).collect();
    }
    Ok(())
}

/// What is drawn of the law names only what the law holds.
fn check_drawn(whole: &Procedures) -> Result<(), ProceduresError> {
    let is_stage = |id: &String| whole.stages().any(|stage| stage.id == *id);
    for step in whole.courses.iter().flat_map(|course| &course.steps) {
        if step.stages.is_empty() || !step.stages.iter().all(is_stage) {
            return Err(wrong(&step.id, "no such stage"));
        }
    }
    for act in &whole.permitted {
        let step = if let Opens::Step { step } = &act.opens { Some(step) } else { None };
        let events = act.after.iter().chain(&act.unless).chain(step);
        if !events.into_iter().all(|event| whole.event(event).is_some()) {
            return Err(wrong(&act.id, "no such event"));
        }
        if !act.stage.iter().chain(&act.beyond).all(is_stage) {
            return Err(wrong(&act.id, "no such stage"));
        }
    }
    Ok(())
}

fn change(whole: &mut Procedures, id: &str, mut how: impl FnMut(&mut Stage)) -> Result<(), ProceduresError> {
    let mut known = false;
    for stage in whole.procedures.iter_mut().flat_map(|procedure| &mut procedure.stages).filter(|stage| stage.id == id)
    {
        known = true;
        how(stage);
    }
    if known { Ok(()) } else { Err(wrong(id, "no such stage")) }
}

/// What the names of one procedure's file may name.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) whole: &'a Procedures,
    pub(super) notices: &'a [NoticeFile],
    pub(super) scope: &'a str,
}

impl Names<'_> {
    pub(super) fn event(&self, name: &str) -> Result<EventId, ProceduresError> {
        self.whole.event(name).ok_or_else(|| wrong(self.scope, &format!("no event {name}")))
    }

    pub(super) fn occurrence(&self, said: OccurrenceFile) -> Result<Occurrence, ProceduresError> {
        let label = said.es.zip(said.en).map(|(es, en)| Label { es, en });
        let unless = said.unless_recorded.as_deref().map(|name| self.event(name)).transpose()?;
        Ok(Occurrence { label, unless, ..self.plain(&said.event, said.about, &said.must_say)? })
    }

    /// `must_say` of a stage names keys of its start and its end alike; each keeps its own.
    fn plain(&self, event: &str, about: About, must_say: &[String]) -> Result<Occurrence, ProceduresError> {
        let must_say = must_say.iter().filter(|key| about.contains_key(*key)).cloned().collect();
        Ok(Occurrence {
            event: self.event(event)?,
            about: about.into_iter().collect(),
            must_say,
            label: None,
            unless: None,
        })
    }

    /// # Errors
    /// [`ProceduresError::Stage`] for a name that names nothing.
    pub(super) fn stage(&self, mut said: StageFile) -> Result<Stage, ProceduresError> {
        let names = Names { scope: &said.id.clone(), ..*self };
        let ways = names.ways(&mut said)?;
        let starts = names.starts(&mut said)?;
        let ends = names.ends(&said)?;
        names.check(&said)?;
        let for_each = names.terms(&said)?;
        let supplementary = said.supplementary_limit.map(|limit| names.supplementary(limit)).transpose()?;
        let answer_term = said.answer_term.map(|term| {
            let start = names.event(&term.start)?;
            Ok(AnswerTerm { start, minimum: term.minimum, article: term.article })
        });
        Ok(Stage {
            label: Label { es: said.es, en: said.en },
            article: said.article,
            quote: said.quote_es,
            verified: said.verified,
            responsible: said.responsible,
            valid: said.valid,
            siblings: Vec::new(),
            ambiguity: said.ambiguity,
            condition: said.condition,
            notes: said.notes,
            limit: said.limit,
            exceptions: said.exceptions,
            starts,
            ends,
            ways,
            every: said.every.into_iter().next(),
            per: said.per,
            for_each,
            which: said.starts,
            only_if: said.only_if.map(|name| names.event(&name)).transpose()?,
            owed: said.owed,
            joint_with: said.joint_with,
            filed_by: None,
            suspended_by: None,
            supplementary,
            answer_term: answer_term.transpose()?,
            id: said.id,
        })
    }

    fn starts(&self, said: &mut StageFile) -> Result<Vec<Occurrence>, ProceduresError> {
        if said.clock_start == "calendar" {
            return Ok(Vec::new());
        }
        let about = std::mem::take(&mut said.about_start);
        let mut starts = vec![self.plain(&said.clock_start, about, &said.must_say)?];
        for other in std::mem::take(&mut said.alternative_starts) {
            starts.push(self.occurrence(other)?);
        }
        Ok(starts)
    }

    fn ends(&self, said: &StageFile) -> Result<Vec<Occurrence>, ProceduresError> {
        let mut about = said.about.clone();
        for (key, values) in &said.every {
            about.insert(key.clone(), values.clone());
        }
        if let Some(key) = said.for_each.as_ref().or(said.per.as_ref().filter(|key| said.must_say.contains(key))) {
            about.entry(key.clone()).or_default();
        }
        std::iter::once(&said.clock_end)
            .chain(&said.clock_end_alternatives)
            .map(|event| self.plain(event, about.clone(), &said.must_say))
            .collect()
    }

    fn ways(&self, said: &mut StageFile) -> Result<Vec<Way>, ProceduresError> {
        let notice = said.notice_effect.as_deref().and_then(|id| self.notices.iter().find(|notice| notice.id == id));
        if said.notice_effect.is_some() && notice.is_none() && !self.notices.is_empty() {
            return Err(wrong(self.scope, "no such effect of a notice"));
        }
        let plain = Way { id: None, label: None, start: None, effect: Effect::SameDay, working_hours_only: false };
        let mut ways = Vec::new();
        let mut readings = std::mem::take(&mut said.readings);
        readings.sort_by_key(|reading| !reading.default);
        for reading in readings {
            let about = reading.about;
            let start = reading.start.map(|event| {
                let about = if event == said.clock_start { said.about_start.clone() } else { about };
                self.plain(&event, about, &said.must_say)
            });
            ways.push(Way {
                id: Some(reading.id),
                label: reading.es.zip(reading.en).map(|(es, en)| Label { es, en }),
                start: start.transpose()?,
                effect: Effect::SameDay,
                working_hours_only: reading.hours == Some(HoursFile::WorkingDaysOnly),
            });
        }
        if let (true, Some(notice)) = (ways.is_empty(), notice) {
            ways.extend(notice.readings.iter().map(|reading| {
                let effect = match reading.effect {
                    EffectFile::NextCalendarDay => Effect::NextDay,
                    EffectFile::NextWorkingDay => Effect::NextWorkingDay,
                };
                let label = Some(Label { es: reading.es.clone(), en: reading.en.clone() });
                Way { id: Some(reading.id.clone()), label, effect, ..plain.clone() }
            }));
        }
        if ways.is_empty() {
            ways.push(plain);
        }
        Ok(ways)
    }

    fn supplementary(&self, said: SupplementaryFile) -> Result<Supplementary, ProceduresError> {
        let limit = |value: u32| Limit::plain(value, said.unit, said.calendar.clone());
        let mut readings = said.readings;
        readings.sort_by_key(|reading| !reading.default);
        let mut ways: Vec<SupplementaryWay> = readings
            .into_iter()
            .map(|reading| SupplementaryWay {
                id: Some(reading.id),
                limit: reading.limit.unwrap_or_else(|| limit(said.value)),
                runs_from: reading.runs_from,
                last_day: reading.last_day,
            })
            .collect();
        if ways.is_empty() {
            let (runs_from, last_day) = (RunsFrom::default(), super::super::stage::LastDay::default());
            ways.push(SupplementaryWay { id: None, limit: limit(said.value), runs_from, last_day });
        }
        let certificate = said.certificate.map(|said| {
            let start = self.event(&said.start)?;
            Ok(Certificate { start, limit: said.limit })
        });
        Ok(Supplementary {
            article: said.article,
            quote: said.quote_es,
            wording: said.wording,
            valid: said.valid,
            start: self.event(&said.start)?,
            ways,
            not_on: said.exceptions.first().map(|exception| exception.procedure),
            certificate: certificate.transpose()?,
        })
    }

    fn check(&self, said: &StageFile) -> Result<(), ProceduresError> {
        let limits =
            said.limit.calendar.iter().chain(said.limit.extension.iter().filter_map(|more| more.calendar.as_ref()));
        for law in limits {
            if !self.whole.tables.iter().any(|table| table.law == *law) {
                return Err(wrong(self.scope, &format!("no calendar {law}")));
            }
        }
        if self.whole.actor(&said.responsible).is_none() {
            return Err(wrong(self.scope, &format!("no actor {}", said.responsible)));
        }
        match &said.limit.relative_to {
            Some(event) => self.event(event).map(|_known| ()),
            None => Ok(()),
        }
    }

    fn terms(&self, said: &StageFile) -> Result<Option<(String, Vec<String>)>, ProceduresError> {
        let Some(list) = &said.for_each else { return Ok(None) };
        let found = Catalogues::builtin().get(list).ok_or_else(|| wrong(self.scope, &format!("no list {list}")))?;
        let terms = found.terms().iter().map(|term| term.id.clone());
        Ok(Some((list.clone(), terms.filter(|term| !said.for_each_except.contains(term)).collect())))
    }
}

fn wrong(stage: &str, reason: &str) -> ProceduresError {
    ProceduresError::Stage { stage: stage.to_owned(), reason: reason.to_owned() }
}
