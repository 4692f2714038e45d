//! The steps of an application's way, each in a few lines: when, how it stands, by which article.

use std::collections::BTreeMap;

use resguardo_language::Args;
use resguardo_mechanism::clock::{Clock, Dated, Standing, State};
use resguardo_mechanism::procedure::{CourseStep, Reached};
use serde::Serialize;

use super::Telling;
use crate::clocks::{article_said, date_said, due_said, ends_soon, glyph, limit_said, sentence};

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct StepSaid {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// How it stands, as a shape: `met`, `metlate`, `late`, `soon`, `run`, `stop`, `none`, `unknown`, `not_asked`.
    pub glyph: &'static str,
    /// Whether it is done.
    pub reached: bool,
    /// Whether it is the first that is not done.
    pub here: bool,
    /// What there is to say of it, the most telling first.
    pub lines: Vec<CourseLine>,
    /// The article.
    pub article: String,
    /// The limit in words.
    pub limit: String,
}

/// One line of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CourseLine {
    /// The reading, A or B, where there are two.
    pub reading: Option<String>,
    /// The words.
    pub text: String,
    /// How it is drawn: `late`, `soon`, `plain`, `faint`.
    pub tone: &'static str,
}

impl CourseLine {
    fn plain(text: String) -> Self {
        Self { reading: None, text, tone: "plain" }
    }

    fn faint(text: String) -> Self {
        Self { reading: None, text, tone: "faint" }
    }
}

impl<'a> Telling<'a> {
    /// Every step of the way.
    pub(super) fn steps(&self) -> Vec<StepSaid> {
        let steps = self.course.map(|course| course.steps.as_slice()).unwrap_or_default();
        let here = steps.iter().position(|step| !self.is_reached(step));
        steps.iter().enumerate().map(|(place, step)| self.step(step, here == Some(place))).collect()
    }

    /// Whether the event that reaches a step is recorded; of several measures, for each.
    pub(super) fn is_reached(&self, step: &CourseStep) -> bool {
        let clocks = self.of_stage(step.stages.first());
        let done = |clock: &&Clock<'_>| match step.reached {
            Reached::Start => clock.started.is_some(),
            Reached::End => matches!(clock.state, State::Met | State::Late) || clock.ended.is_some(),
        };
        !clocks.is_empty() && clocks.iter().all(done)
    }

    /// The clocks of a stage that applies.
    pub(super) fn of_stage(&self, stage: Option<&String>) -> Vec<&'a Clock<'a>> {
        let own = self.clocks.iter().filter(|clock| Some(&clock.stage.id) == stage);
        let (out, applies): (Vec<_>, Vec<_>) = own.partition(|clock| matches!(clock.state, State::NotApplicable(_)));
        if applies.is_empty() { out } else { applies }
    }

    fn step(&self, step: &CourseStep, here: bool) -> StepSaid {
        let own = self.of_stage(step.stages.first());
        let stage = own.first().map(|clock| clock.stage);
        let reached = self.is_reached(step);
        let worst = own.iter().copied().max_by_key(|clock| weight(clock));
        let mut lines = match step.reached {
            Reached::Start => self.entered(&own),
            Reached::End => self.by_reading(&own),
        };
        if step.next_session && !reached {
            lines.push(CourseLine::plain(self.next_session()));
        }
        for other in step.stages.iter().skip(1) {
            lines.extend(self.of_stage(Some(other)).first().map(|clock| self.other(clock)));
        }
        lines.extend(own.first().and_then(|clock| self.beyond(clock)));
        StepSaid {
            id: step.id.clone(),
            label: step.label().get(self.session.lang).to_owned(),
            glyph: match step.reached {
                Reached::Start if reached => "met",
                Reached::Start => "not_asked",
                Reached::End => worst.map_or("none", |clock| glyph(clock)),
            },
            reached,
            here,
            lines,
            article: stage.map_or_else(String::new, |stage| article_said(&stage.article, self.words)),
            limit: stage.map_or_else(String::new, |stage| limit_said(&stage.limit, self.words)),
        }
    }

    /// The step that begins everything: when, and what else it needs.
    fn entered(&self, own: &[&Clock<'_>]) -> Vec<CourseLine> {
        let Some(clock) = own.first() else { return Vec::new() };
        let Some(started) = clock.started else {
            return vec![CourseLine::plain(sentence(clock, self.law, self.words))];
        };
        let ended = match clock.ended {
            Some(ended) => date_said(&ended.at, self.words),
            None => self.words.plain("application-not-recorded"),
        };
        let args = Args::new().text("label", clock.stage.label.get(self.session.lang)).text("text", ended);
        vec![
            CourseLine::plain(date_said(&started.at, self.words)),
            CourseLine::faint(self.words.say("course-other", &args)),
        ]
    }

    /// One line or two for each reading: of several clocks the one that presses most, and how many there are.
    fn by_reading(&self, own: &[&'a Clock<'a>]) -> Vec<CourseLine> {
        let mut readings: BTreeMap<Option<&str>, Vec<&Clock<'_>>> = BTreeMap::new();
        for clock in own {
            readings.entry(clock.way.id.as_deref()).or_default().push(clock);
        }
        let mut lines: Vec<CourseLine> = Vec::new();
        for (reading, clocks) in readings {
            let Some(worst) = clocks.iter().copied().max_by_key(|clock| weight(clock)) else { continue };
            lines.extend(self.lines_of(worst, (reading, self.share(&clocks, worst))));
            // What did not begin is told once.
            if worst.started.is_none() {
                break;
            }
        }
        lines
    }

    /// Of how many clocks this is one: «2 de 3».
    fn share(&self, clocks: &[&Clock<'_>], worst: &Clock<'_>) -> Option<String> {
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        let alike = clocks.iter().filter(|clock| clock.state.id() == worst.state.id()).count();
        let args = Args::new().count("number", count(alike)).count("total", count(clocks.len()));
        (clocks.len() > 1).then(|| self.words.say("course-share", &args))
    }

    fn lines_of(&self, clock: &Clock<'_>, (reading, share): (Option<&str>, Option<String>)) -> Vec<CourseLine> {
        let sentence = sentence(clock, self.law, self.words);
        let text = share.map_or(sentence.clone(), |share| format!("{sentence} {share}"));
        let reading = reading.filter(|_| clock.started.is_some()).map(str::to_owned);
        let main = CourseLine { reading, text, tone: tone(clock) };
        let on = |dated: &Dated| CourseLine::plain(date_said(&dated.at, self.words));
        let due = clock.due.as_ref().map(|due| due_said(due, self.words));
        let due = |id: &str| {
            let args = Args::new().text("date", due.clone().unwrap_or_default());
            due.as_ref().map(|_| CourseLine::faint(self.words.say(id, &args)))
        };
        match (clock.state, clock.ended) {
            (State::Met | State::Late, Some(ended)) => vec![on(ended), main],
            (State::Overdue, _) => [Some(main), due("course-was-due")].into_iter().flatten().collect(),
            (State::Running, _) => [Some(main), due("course-due")].into_iter().flatten().collect(),
            _ => vec![main],
        }
    }

    /// Another stage of the same step, in one line.
    fn other(&self, clock: &Clock<'_>) -> CourseLine {
        let label = clock.stage.label.get(self.session.lang);
        let args = Args::new().text("label", label).text("text", sentence(clock, self.law, self.words));
        CourseLine { tone: tone(clock), ..CourseLine::faint(self.words.say("course-other", &args)) }
    }

    /// What a supplementary law would ask, once that has passed.
    fn beyond(&self, clock: &Clock<'_>) -> Option<CourseLine> {
        let beside = clock.beside.as_ref().filter(|beside| beside.standing == Standing::Beyond)?;
        Some(CourseLine::faint(beside.limit.wording.get(self.session.lang).to_owned()))
    }

    /// The next session of the Board after the day, or that none is recorded.
    fn next_session(&self) -> String {
        let day = self.seen.day();
        let next = self.one.sessions(self.law).iter().find(|session| session.at.first() > day);
        match next {
            Some(next) => {
                self.words.say("course-next-session", &Args::new().text("date", date_said(&next.at, self.words)))
            }
            None => self.words.plain("course-no-session"),
        }
    }
}

/// What presses most is told first.
fn weight(clock: &Clock<'_>) -> (u8, i64) {
    let left = clock.margin.map_or(0, |margin| margin.least.saturating_neg());
    let state = match clock.state {
        State::Overdue => 6,
        State::Late => 5,
        State::Running => 4,
        State::Unknown(_) => 3,
        State::Stopped(_) => 2,
        State::Met => 1,
        State::NotApplicable(_) => 0,
    };
    (state, left)
}

fn tone(clock: &Clock<'_>) -> &'static str {
    match clock.state {
        State::Overdue | State::Late => "late",
        State::Running if ends_soon(clock) => "soon",
        State::Unknown(_) | State::NotApplicable(_) | State::Stopped(_) => "faint",
        State::Running | State::Met => "plain",
    }
}
