//! What the law lets a person do now, from the procedure's data: the act, before whom, by which article, how long still.

use resguardo_domain::catalogue::Label;
use resguardo_mechanism::clock::{Clock, Standing, State};
use resguardo_mechanism::procedure::{Opens, Owed, Permitted};
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::Telling;
use crate::clocks::{article_said, sentence};

/// One act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Act {
    /// Its id.
    pub id: String,
    /// What is done.
    pub act: String,
    /// Before whom, until when.
    pub rest: String,
    /// The article.
    pub article: String,
    /// How its own term stands, where it has one that runs.
    pub term: Option<String>,
    /// The kind of record that is begun; none where a step is written down.
    pub kind: Option<String>,
    /// What that record begins with.
    pub begins: Vec<Beginning>,
    /// The step that is written down.
    pub step: Option<String>,
}

/// A field that a new record begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Beginning {
    /// The field.
    pub field: String,
    /// Its values.
    pub values: Vec<Json>,
}

impl Telling<'_> {
    /// What may be done on the day.
    pub(super) fn permitted(&self) -> Vec<Act> {
        self.law.permitted().iter().filter(|act| self.may(act)).map(|act| self.act(act)).collect()
    }

    fn may(&self, act: &Permitted) -> bool {
        let path = self.one.subject.path();
        let recorded = |events: &[String]| events.iter().any(|event| self.is_recorded(event));
        let on_path = act.paths.is_empty() || act.paths.contains(&path);
        on_path && recorded(&act.after) && !recorded(&act.unless) && self.is_time(act)
    }

    /// Whether its own term still runs, or what it waits for has passed.
    fn is_time(&self, act: &Permitted) -> bool {
        let lost = |clock: &Clock<'_>| matches!(clock.state, State::Overdue | State::Met | State::Late);
        let is_beyond = |clock: &Clock<'_>| {
            clock.beside.as_ref().is_some_and(|beside| beside.standing == Standing::Beyond) && clock.ended.is_none()
        };
        let is_overdue = |clock: &Clock<'_>| clock.state == State::Overdue && clock.stage.owed == Owed::Duty;
        let of = |stage: &Option<String>| -> Vec<&Clock<'_>> {
            self.clocks.iter().filter(|clock| Some(&clock.stage.id) == stage.as_ref()).collect()
        };
        let own: Vec<&Clock<'_>> = of(&act.stage).into_iter().filter(|clock| clock.started.is_some()).collect();
        (own.is_empty() || !own.iter().all(|clock| lost(clock)))
            && (act.beyond.is_none() || of(&act.beyond).into_iter().any(is_beyond))
            && (!act.overdue || self.clocks.iter().any(is_overdue))
    }

    fn is_recorded(&self, event: &str) -> bool {
        let events = self.law.event(event).map(|event| self.one.subject.of(event)).unwrap_or_default();
        events.iter().any(|dated| self.is_past(&dated.at))
    }

    fn act(&self, act: &Permitted) -> Act {
        let said = |label: &Label| label.get(self.session.lang).to_owned();
        let own = self.clocks.iter().filter(|clock| act.stage.as_ref() == Some(&clock.stage.id));
        let term = own.into_iter().find(|clock| clock.state == State::Running);
        let (kind, begins, step) = match &act.opens {
            Opens::Step { step } => (None, Vec::new(), Some(step.clone())),
            Opens::Record { kind, link, set } => {
                let link =
                    Beginning { field: link.clone(), values: vec![json!({"ref": self.one.record.id.to_string()})] };
                let set =
                    set.iter().map(|(field, value)| Beginning { field: field.clone(), values: vec![value.clone()] });
                (Some(kind.clone()), std::iter::once(link).chain(set).collect(), None)
            }
        };
        Act {
            id: act.id.clone(),
            act: said(&act.act),
            rest: said(&act.rest),
            article: article_said(&act.article, self.words),
            term: term.map(|clock| sentence(clock, self.law, self.words)),
            kind,
            begins,
            step,
        }
    }
}
