//! Subjects written in a line, clocks told in a line.
//!
//! `application_submitted 2013-09-03; *board_session_held 2014-03-10; decision_notified 2014-02-20 {by=urcrr}`: an event
//! and its date, in braces what it is about; `!` after the date for one with proof; `*` before an event of the institution.

use chrono::NaiveDateTime;
use resguardo_mechanism::clock::{AsOf, Circumstances, Clock, Dated, Path, Subject, SubjectKind};
use resguardo_mechanism::procedure::Procedures;

/// The procedures with some words of their files changed.
pub(crate) fn changed(words: &[(&str, &str)]) -> Procedures {
    let files: Vec<(&str, String)> = Procedures::files()
        .map(|(name, text)| (name, words.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))))
        .collect();
    Procedures::from_files(files.iter().map(|(name, text)| (*name, text.as_str()))).unwrap()
}

/// One event of this date.
pub(crate) fn event(law: &Procedures, id: &str, at: &str) -> Dated {
    let event = law.event(id).unwrap_or_else(|| panic!("no event {id}"));
    Dated::new(event, at.parse().unwrap_or_else(|_| panic!("no date {at}")))
}

/// A subject and the institution, from one line.
pub(crate) struct Scene {
    pub(crate) subject: Subject,
    pub(crate) institution: Subject,
}

impl Scene {
    pub(crate) fn new(law: &Procedures, stage: &str, line: &str) -> Self {
        let procedure = law.all().iter().find(|procedure| procedure.stages.iter().any(|one| one.id == stage));
        let procedure = procedure.unwrap_or_else(|| panic!("no stage {stage}"));
        let (mut own, mut others) = (Vec::new(), Vec::new());
        for part in line.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let dated = read(law, part.trim_start_matches('*'));
            if part.starts_with('*') { others.push(dated) } else { own.push(dated) }
        }
        let path = procedure.path.unwrap_or(Path::Ordinary);
        Self {
            subject: Subject::new(procedure.subject, path, own),
            institution: Subject::new(SubjectKind::Institution, Path::Unknown, others),
        }
    }

    /// The clocks of one stage, all readings.
    pub(crate) fn clocks<'a>(&'a self, law: &'a Procedures, stage: &str, as_of: &str) -> Vec<Clock<'a>> {
        let seen = Circumstances::on(law, day(as_of)).with_institution(&self.institution);
        seen.clocks(&self.subject).into_iter().filter(|clock| clock.stage.id == stage).collect()
    }
}

/// `2014-02-28`, its end; or `2014-02-28T16:00`, Mexico City.
pub(crate) fn day(text: &str) -> AsOf {
    match NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M") {
        Ok(moment) => AsOf::moment(moment, None),
        Err(_) => AsOf::day(text.parse().unwrap_or_else(|_| panic!("no day {text}"))),
    }
}

fn read(law: &Procedures, part: &str) -> Dated {
    let (plain, about) = part.split_once('{').unwrap_or((part, ""));
    let (id, at) = plain.trim().split_once(' ').unwrap_or_else(|| panic!("no date in {part}"));
    let dated = event(law, id, at.trim_end_matches('!')).proven(at.ends_with('!'));
    let pairs = about.trim_end_matches('}').split(',').filter_map(|pair| pair.trim().split_once('='));
    pairs.fold(dated, |dated, (key, value)| dated.about(key, value))
}

/// `overdue 2013-09-13 -4032`: the state, the last day, the hours left.
pub(crate) fn told(clock: &Clock<'_>) -> String {
    let due = clock.due.map_or_else(|| "—".to_owned(), |due| due.text());
    format!("{} {due} {}", clock.state.id(), hours(clock))
}

/// The hours left, `-4032`, `0..240`, or a dash.
pub(crate) fn hours(clock: &Clock<'_>) -> String {
    match clock.margin {
        None => "—".to_owned(),
        Some(margin) if margin.is_exact() => two_places(margin.least_hours()),
        Some(margin) => format!("{}..{}", two_places(margin.least_hours()), two_places(margin.most_hours())),
    }
}

fn two_places(hours: f64) -> String {
    ((hours * 100.0).round() / 100.0).to_string()
}
