//! One stage of one subject: which text rules, which readings and groups it has, and a clock for each start.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::find::Close;
use super::judge::{self, Reckoned};
use super::{
    Circumstances, Clock, Dated, Missing, Note, Of, Path, Proof, State, Subject, Why, beside, periods, suspend,
};
use crate::procedure::{Limit, Procedure, Stage, Unit, Way};

/// One stage of one subject by one reading for one group.
#[derive(Clone, Copy)]
pub(super) struct Turn<'a, 's> {
    pub(super) seen: &'s Circumstances<'a>,
    pub(super) procedure: &'a Procedure,
    pub(super) stage: &'a Stage,
    pub(super) way: &'a Way,
    pub(super) subject: &'a Subject,
    pub(super) group: Option<(&'a str, &'a str)>,
}

/// Hands over the clocks of a stage.
pub(super) fn run<'a>(
    seen: &Circumstances<'a>,
    procedure: &'a Procedure,
    stage: &'a Stage,
    subject: &'a Subject,
    take: &mut dyn FnMut(Clock<'a>),
) {
    let groups = groups(seen, stage, subject);
    for way in &stage.ways {
        let turn = Turn { seen, procedure, stage, way, subject, group: None };
        if groups.is_empty() {
            turn.take(take);
        }
        for group in &groups {
            Turn { group: Some(*group), ..turn }.take(take);
        }
    }
}

/// The values for which a stage has a clock each; none where it has one for all.
fn groups<'a>(seen: &Circumstances<'a>, stage: &'a Stage, subject: &'a Subject) -> Vec<(&'a str, &'a str)> {
    if let Some((list, terms)) = &stage.for_each {
        return terms.iter().map(|term| (list.as_str(), term.as_str())).collect();
    }
    let Some(key) = stage.per.as_deref() else { return Vec::new() };
    let known = subject.events().iter().filter(|dated| seen.knows(dated));
    let values: BTreeSet<&str> = known.filter_map(|dated| dated.about.get(key)).map(String::as_str).collect();
    values.into_iter().map(|value| (key, value)).collect()
}

/// Which text of a stage rules a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    This,
    Another,
    None,
}

impl<'a> Turn<'a, '_> {
    fn take(&self, take: &mut dyn FnMut(Clock<'a>)) {
        if let Some(why) = self.excluded() {
            if self.is_first_text() {
                take(self.clock(why));
            }
            return;
        }
        if self.stage.starts.is_empty() {
            return if self.stage.limit.unit == Unit::SessionCount {
                periods::periods(self, take);
            } else {
                take(self.recurring());
            };
        }
        let found = self.starts(&mut |start| {
            if let Some(clock) = self.started(start) {
                take(clock);
            }
        });
        if !found && let Some(clock) = self.not_started() {
            take(clock);
        }
    }

    /// Why the stage is out of question whatever its start.
    fn excluded(&self) -> Option<State<'a>> {
        let extraordinary = self.procedure.path == Some(Path::Extraordinary);
        if extraordinary && self.subject.path() == Path::Ordinary {
            return Some(State::NotApplicable(Why::OtherPath));
        }
        if self.stage.only_if.is_some_and(|event| !self.seen.has(self.subject, event)) {
            return Some(State::NotApplicable(Why::ConditionNotRecorded));
        }
        let shown = || self.stage.ends.iter().any(|end| self.seen.has(self.subject, end.event));
        if extraordinary && self.subject.path() == Path::Unknown && !shown() {
            return Some(State::Unknown(Missing::Path));
        }
        None
    }

    fn is_first_text(&self) -> bool {
        self.stage.siblings.iter().all(|other| self.stage.valid.from < other.from)
    }

    fn text_of(&self, day: NaiveDate) -> Text {
        let siblings = &self.stage.siblings;
        if self.stage.valid.holds(day) {
            Text::This
        } else if siblings.iter().any(|other| other.holds(day)) || !self.is_first_text() {
            Text::Another
        } else {
            Text::None
        }
    }

    fn not_in_force(&self, day: NaiveDate) -> State<'a> {
        let scopes = [self.stage.id.as_str(), self.procedure.id.as_str()];
        let texts = self.seen.law.laws().iter().flat_map(|law| &law.not_held);
        let missing = texts
            .filter(|text| scopes.contains(&text.scope.as_str()))
            .find(|text| text.before.is_some_and(|before| day < before));
        State::NotApplicable(missing.map_or(Why::NotInForce, Why::TextNotHeld))
    }

    /// A clock that says only why it is none.
    pub(super) fn clock(&self, state: State<'a>) -> Clock<'a> {
        Clock {
            procedure: self.procedure,
            stage: self.stage,
            way: self.way,
            of: self.group.map(|(key, value)| Of::Value { key, value }),
            state,
            started: None,
            ended: None,
            due: None,
            due_if_extended: None,
            due_with_extension: None,
            due_if_suspended: None,
            margin: None,
            elapsed: None,
            proof: Proof::Stated,
            beside: None,
            answer_not_before: None,
            notes: Vec::new(),
        }
    }

    fn not_started(&self) -> Option<Clock<'a>> {
        let day = self.subject.own().unwrap_or_else(|| self.seen.as_of.date());
        let state = match (self.text_of(day), self.subject.own()) {
            (Text::Another, _) => return None,
            (Text::None, Some(day)) => self.not_in_force(day),
            (Text::None | Text::This, _) if self.of_another_kind() => State::NotApplicable(Why::OtherKind),
            (Text::None | Text::This, _) => {
                let start = self.way.start.as_ref().or_else(|| self.stage.starts.first())?;
                State::Unknown(Missing::Date(start.event))
            }
        };
        let mut clock = self.clock(state);
        clock.ended = self.ends().min_by_key(|dated| dated.span.first);
        Some(clock)
    }

    /// Whether the events say that the whole record is of a kind that the stage does not start with.
    fn of_another_kind(&self) -> bool {
        let Some(key) = self.procedure.kind_key.as_ref() else { return false };
        let wanted = self.stage.starts.iter().flat_map(|start| &start.about).find(|(about, _)| about == key);
        let known = || self.subject.events().iter().filter(|dated| self.seen.knows(dated));
        let said = || known().filter_map(|dated| dated.about.get(key));
        wanted.is_some_and(|(_, values)| said().any(|said| !values.contains(said)))
    }

    /// A duty of the calendar without a number: what was done last, if anything.
    fn recurring(&self) -> Clock<'a> {
        let last = self.ends().max_by_key(|dated| dated.span.first);
        let mut clock = self.clock(if last.is_some() { State::Met } else { State::Running });
        clock.proof = proof(None, last);
        clock.ended = last;
        clock
    }

    fn started(&self, start: &'a Dated) -> Option<Clock<'a>> {
        let (first, last) = match self.subject.own() {
            Some(day) => (day, day),
            None => {
                let ruled = self.ruled_by(start);
                (ruled.span.first_day(), ruled.span.last_day())
            }
        };
        match (self.text_of(first), self.text_of(last)) {
            (Text::This, Text::This) => {}
            (Text::Another, Text::Another) => return None,
            (Text::None, Text::None) => {
                let mut clock = self.clock(self.not_in_force(first));
                clock.started = Some(start);
                return Some(clock);
            }
            (Text::This, _) | (Text::None, _) => return Some(self.imprecise(start)),
            (Text::Another, _) => return None,
        }
        if start.span.is_open() {
            return Some(self.imprecise(start));
        }
        Some(self.counted(start))
    }

    /// The event whose day says which text rules: the start of the default reading, whichever reading is counted.
    fn ruled_by(&self, start: &'a Dated) -> &'a Dated {
        let Some(first) = self.stage.starts.first().filter(|_| self.way.start.is_some()) else { return start };
        self.subject.of(first.event).iter().find(|dated| self.counts(first, dated)).unwrap_or(start)
    }

    fn imprecise(&self, start: &'a Dated) -> Clock<'a> {
        let mut clock = self.clock(State::Unknown(Missing::Precision));
        clock.started = Some(start);
        clock
    }

    /// The limit, or that of the exception the start names.
    fn limit(&self, start: &Dated) -> &'a Limit {
        let named = start.about.get("exception");
        let exception = named.and_then(|id| self.stage.exceptions.iter().find(|one| one.id == *id));
        exception.map_or(&self.stage.limit, |one| &one.limit)
    }

    fn counted(&self, start: &'a Dated) -> Clock<'a> {
        let mut notes = Vec::new();
        let close = self.close(start, &mut notes);
        let begun = self.filed(start, &mut notes);
        let limit = self.limit(start);
        let Reckoned { state, due, margin, elapsed } = judge::judge(self, limit, (begun, close), &mut notes);
        let ended = match close {
            Close::Ended(end) | Close::Maybe(end) => Some(end),
            Close::Stopped(_) | Close::Open => None,
        };
        let doubtful = [Some(begun), ended].into_iter().flatten().filter(|dated| dated.span.doubtful);
        notes.extend(doubtful.map(Note::Doubtful));
        if limit.derived {
            notes.push(Note::Derived);
        }
        if limit.unit == Unit::Prohibition {
            notes.extend(self.ends().filter(|end| end.span.last >= begun.span.first).map(Note::Contrary));
        }
        let due_if_suspended = suspend::if_suspended(self, limit, begun, due.counted, &mut notes);
        Clock {
            state,
            started: Some(begun),
            ended: if limit.unit == Unit::Prohibition { None } else { ended },
            due: due.counted,
            due_if_extended: due.extended,
            due_with_extension: due.with_extension,
            due_if_suspended,
            margin,
            elapsed: Some(elapsed),
            proof: proof(Some(begun), ended),
            beside: beside::beside(self, ended).map(Box::new),
            answer_not_before: beside::answer_not_before(self),
            notes,
            ..self.clock(state)
        }
    }

    /// The receipt of the office that passed the application on is its filing date (LFPA 42).
    fn filed(&self, start: &'a Dated, notes: &mut Vec<Note<'a>>) -> &'a Dated {
        let first = self.stage.starts.first().is_some_and(|occurrence| occurrence.event == start.event);
        let earlier = self.stage.filed_by.filter(|_| first).and_then(|event| self.subject.of(event).first());
        match earlier.filter(|earlier| earlier.span.last <= start.span.last && self.seen.knows(earlier)) {
            Some(earlier) => {
                notes.push(Note::FiledEarlier(earlier));
                earlier
            }
            None => start,
        }
    }
}

/// Whether every date used is proven.
pub(super) fn proof(start: Option<&Dated>, end: Option<&Dated>) -> Proof {
    let mut used = [start, end].into_iter().flatten().peekable();
    if used.peek().is_some() && used.all(|dated| dated.proof) { Proof::Documented } else { Proof::Stated }
}
