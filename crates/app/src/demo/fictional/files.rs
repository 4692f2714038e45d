//! One invented application: its dates as a monitor would know them, and where it stands at the end of the story.

use serde_json::{Value as Json, json};

use super::dice::Dice;
use super::moment::{DAY, HOUR, Moment};
use super::people::{Somebody, incident, person};
use super::{appeals, link, links, made, measures, organs};
use crate::demo::Entry;

/// The sixteen months, in minutes.
const MONTHS: i64 = 450 * DAY;
/// Days a study takes: some within the ten of the Law, some half a year.
const STUDY_DAYS: &[i64] = &[7, 9, 10, 18, 30, 45, 60, 75, 95, 120, 150, 175, 190];
/// Hours until urgent measures are issued, and from then until they stand.
const ISSUE_MINUTES: &[i64] = &[95, 140, 170, 180, 240, 330, 700, 1600];
const STAND_MINUTES: &[i64] = &[200, 380, 520, 540, 700, 1300, 2900];
/// Hours from the Board's decree until the authorities are told.
const TOLD_HOURS: &[i64] = &[20, 44, 70, 72, 96, 150, 210];

/// One application on its way, as far as it is told.
pub(super) struct File {
    /// The key of its record.
    pub(super) key: String,
    /// Its number.
    pub(super) number: u32,
    /// Who applied.
    pub(super) who: Somebody,
    /// When it was received.
    pub(super) received: Moment,
    /// Whether danger was declared imminent.
    pub(super) urgent: bool,
    /// When the study was done.
    pub(super) study: Option<Moment>,
    /// When the Board decided, and at which session.
    pub(super) decided: Option<(Moment, String)>,
    steps: Vec<Json>,
    measures: Vec<String>,
    outcome: Option<&'static str>,
}

/// Tells one application and all that belongs to it.
pub(super) fn one((number, of): (u32, u32), dice: &mut Dice, all: &mut Vec<Entry>) {
    let who = person(&format!("FIC-P{number:03}"), true, dice, all);
    // Evenly over sixteen months, in office hours or not.
    let received = Moment(i64::from(number) * MONTHS / i64::from(of) + i64::from(dice.below(24 * 60)));
    let key = format!("FIC-S{number:03}");
    let mut file = File {
        key,
        number,
        who,
        received,
        urgent: number.is_multiple_of(5),
        study: None,
        decided: None,
        steps: Vec::new(),
        measures: Vec::new(),
        outcome: None,
    };
    let before = Moment((received.0 - i64::from(dice.below(40)) * DAY).max(0));
    let applied = json!({"applied_to_mechanism": "yes", "applications": [link(&file.key)]});
    all.push(incident(&format!("FIC-I{number:03}"), &file.who, before, &applied, dice));
    if file.urgent {
        file.urgent_steps(dice, all);
    }
    if file.admission(dice) {
        file.study(dice, all);
        file.decision(dice, all);
    }
    appeals::belongings(&file, dice, all);
    all.push(file.record(dice));
}

impl File {
    /// A step that has happened by the end of the story, as precise as it is known.
    fn step(&mut self, event: &str, at: Moment, dice: &mut Dice) {
        let Some(at) = at.happened() else { return };
        let known = match dice.below(20) {
            0 => at.month(),
            1 => format!("{}~", at.month()),
            // Nobody wrote it down.
            2 => return,
            _ => at.day(),
        };
        self.steps.push(json!({"step": event, "at": known}));
    }

    fn minute_step(&mut self, event: &str, at: Moment) {
        if let Some(at) = at.happened() {
            self.steps.push(json!({"step": event, "at": at.minute()}));
        }
    }

    fn urgent_steps(&mut self, dice: &mut Dice, all: &mut Vec<Entry>) {
        let issued = self.received.after(dice.pick(ISSUE_MINUTES));
        let standing = issued.after(dice.pick(STAND_MINUTES));
        if dice.chance(80) {
            self.minute_step("urgent_measures_issued", issued);
            self.minute_step("urgent_measures_implemented", standing);
            self.minute_step("coordinator_informed", issued.after(30));
        } else {
            // Only the days are known: nobody can say whether the hours were kept.
            self.steps.push(json!({"step": "urgent_measures_issued", "at": issued.day()}));
        }
        if issued.happened().is_some() {
            let key = format!("FIC-MU{:03}", self.number);
            all.push(measures::urgent(&key, self, issued, standing, dice));
            self.measures.push(key);
        }
    }

    /// Whether it was admitted; an application without an answer is neither.
    fn admission(&mut self, dice: &mut Dice) -> bool {
        let outcome = match dice.below(20) {
            0 | 1 => "not_admitted",
            2 => "referred",
            3 => {
                self.outcome = Some("pending");
                return false;
            }
            _ => "admitted",
        };
        let event = match outcome {
            "not_admitted" => "application_not_admitted",
            "referred" => "application_referred",
            _ => "procedure_type_decided",
        };
        self.step(event, self.received.after((1 + i64::from(dice.below(12))) * DAY), dice);
        self.outcome = Some(outcome);
        outcome == "admitted"
    }

    fn study(&mut self, dice: &mut Dice, all: &mut Vec<Entry>) {
        self.step("file_sent_to_risk_unit", self.received.after(2 * DAY), dice);
        let done = self.received.after(dice.pick(STUDY_DAYS) * DAY + 3 * HOUR);
        let Some(done) = done.happened() else { return };
        self.study = Some(done);
        self.step("risk_study_done", done, dice);
        self.step("measures_defined", done.after(i64::from(dice.below(6)) * DAY), dice);
        self.step("file_sent_to_board", done.after((6 + i64::from(dice.below(9))) * DAY), dice);
        // The session that takes it up, if its turn comes.
        let ready = done.after(15 * DAY);
        if dice.chance(62) {
            self.decided = organs::session_after(ready);
        }
        let session = self.decided.as_ref().map(|(at, _)| at.day());
        all.push(measures::evaluation(self, done, session, dice));
    }

    fn decision(&mut self, dice: &mut Dice, all: &mut Vec<Entry>) {
        let Some((at, _)) = self.decided.clone() else { return };
        if dice.chance(50) {
            self.step("beneficiary_summoned", at.after(-12 * DAY), dice);
        }
        self.minute_step("board_decision", at);
        self.minute_step("decision_communicated", at.after(dice.pick(TOLD_HOURS) * HOUR));
        if dice.chance(60) {
            self.step("decision_notified", at.after(i64::from(dice.below(20)) * DAY), dice);
        }
        self.outcome = Some(if dice.chance(12) { "decided_denied" } else { "decided_granted" });
        if self.outcome == Some("decided_granted") {
            for place in 1..=1 + dice.below(4) {
                let key = format!("FIC-M{:03}-{place}", self.number);
                measures::granted(&key, self, dice, all);
                self.measures.push(key);
            }
        }
    }

    fn status(&self) -> &'static str {
        match (self.outcome, self.study, &self.decided) {
            (Some("not_admitted"), ..) => "not_admitted",
            (Some("referred"), ..) => "referred",
            (Some("pending"), ..) => "submitted",
            (Some("decided_denied"), ..) => "decided_denied",
            (_, _, Some(_)) => "implementation",
            (_, Some(_), None) => "awaiting_board",
            (_, None, None) if self.urgent => "urgent_measures_in_force",
            (_, None, None) => "risk_study_pending",
        }
    }

    fn record(&self, dice: &mut Dice) -> Entry {
        let minute = if self.urgent { 80 } else { 30 };
        let received = if dice.chance(minute) { self.received.minute() } else { self.received.day() };
        let procedure = match (self.urgent, dice.chance(4)) {
            (true, _) => json!("extraordinary"),
            (false, true) => json!({"unknown": true}),
            (false, false) => json!("ordinary"),
        };
        let mut steps = self.steps.clone();
        if dice.chance(25) {
            steps.insert(0, json!({"step": "application_submitted", "at": received}));
        }
        let officers = ["analista 1", "analista 2", "analista 3"];
        let officers = officers.get(..usize::try_from(1 + dice.below(3)).unwrap_or(1)).unwrap_or_default();
        let study: Vec<String> = self.study.iter().map(|_| format!("FIC-E{:03}", self.number)).collect();
        let session: Vec<String> = self.decided.iter().map(|(_, key)| key.clone()).collect();
        let in_force = self.decided.as_ref().filter(|_| self.outcome == Some("decided_granted"));
        made(
            "application",
            &self.key,
            json!({
                "folio": format!("FICTICIO/{}/{:03}", self.received.year(), self.number),
                "received": received, "procedure": procedure, "state": self.who.state,
                "imminent_danger": if self.urgent { "yes" } else { "no" },
                "applicant": [link(&self.who.key)], "beneficiaries": [link(&self.who.key)], "beneficiary_count": 1,
                "scope": "individual", "profile": [self.who.profile],
                "status": self.status(), "outcome": self.outcome, "steps": steps, "unit_in_charge": "uer",
                "responsible_officer": officers, "handover_days": (officers.len() > 1).then(|| dice.below(30)),
                "incidents": [link(&format!("FIC-I{:03}", self.number))], "risk_evaluations": links(&study),
                "measures": links(&self.measures), "session": links(&session),
                "measures_in_force_from": in_force.map(|(at, _)| at.day()),
            }),
        )
    }
}
