//! What else belongs to an application: calls, complaints to a prosecutor, appeals.

use serde_json::json;

use super::dice::Dice;
use super::files::File;
use super::moment::{DAY, HOUR, Moment};
use super::{link, made};
use crate::demo::Entry;

const STAGES: &[&str] = &[
    "investigation.carpeta_initial",
    "investigation.carpeta_initial",
    "investigation.ap",
    "closed.temporary_archive",
    "closed.incompetence",
    "court.linked",
];
const OFFICES: &[&str] = &["feadle", "state_ordinary", "state_ordinary", "state_special"];
const OBSTACLES: &[&str] = &["inactivity", "work_link_ignored", "no_identification", "jurisdiction_conflict"];
const GROUNDS: &[&str] = &["measures_decision", "poor_compliance", "authority_refuses"];

/// Adds what belongs to one application.
pub(super) fn belongings(file: &File, dice: &mut Dice, all: &mut Vec<Entry>) {
    if dice.chance(35) {
        investigation(file, dice, all);
    }
    if dice.chance(40) {
        call(file, dice, all);
    }
    if let Some((at, _)) = &file.decided
        && dice.chance(18)
    {
        appeal(file, *at, dice, all);
    }
}

fn investigation(file: &File, dice: &mut Dice, all: &mut Vec<Entry>) {
    let status = dice.pick(STAGES);
    let complaint = file.received.after(DAY);
    let identified = complaint.after(i64::from(60 + dice.below(90)) * DAY).happened();
    let identified = identified.filter(|_| status == "court.linked" || dice.chance(10)).map(Moment::day);
    all.push(made(
        "investigation",
        &format!("FIC-C{:03}", file.number),
        json!({
            "number": format!("FICTICIA/{:03}/{}", file.number, file.received.year()),
            "incidents": [link(&format!("FIC-I{:03}", file.number))], "victims": [link(&file.who.key)],
            "authority": dice.pick(OFFICES), "state": file.who.state, "status": status,
            "complaint_on": complaint.day(), "opened_on": complaint.after(3 * DAY).day(),
            "identified_on": identified, "charged_on": identified.clone().filter(|_| status == "court.linked"),
            "obstacles": [dice.pick(OBSTACLES)], "applications": [link(&file.key)],
        }),
    ));
}

fn call(file: &File, dice: &mut Dice, all: &mut Vec<Entry>) {
    let Some(at) = file.received.after(i64::from(10 + dice.below(60)) * DAY).happened() else { return };
    all.push(made(
        "follow_up",
        &format!("FIC-L{:03}", file.number),
        json!({
            "subject": "Se pregunta por el estudio de riesgo", "date": at.day(), "channel": "phone",
            "about": [link(&file.key)], "with_people": [link(&file.who.key)],
            "said": "Llamada inventada para la demostración.",
            "promise_kept": if dice.chance(30) { "yes" } else { "no" },
        }),
    ));
}

fn appeal(file: &File, decided: Moment, dice: &mut Dice, all: &mut Vec<Entry>) {
    let Some(filed) = decided.after(i64::from(5 + dice.below(30)) * DAY).happened() else { return };
    let resolved = if file.urgent {
        filed.after(i64::from(4 + dice.below(30)) * HOUR).happened()
    } else {
        filed.after(i64::from(20 + dice.below(120)) * DAY).happened()
    };
    let outcome = match resolved {
        None => "pending",
        Some(_) => dice.pick(&["confirmed", "confirmed", "modified", "revoked"]),
    };
    let mut steps = vec![json!({"step": "appeal_filed", "at": filed.minute()})];
    steps.extend(resolved.map(|at| json!({"step": "appeal_resolved", "at": at.minute()})));
    all.push(made(
        "appeal",
        &format!("FIC-R{:03}", file.number),
        json!({
            "application": link(&file.key), "filed_by": [link(&file.who.key)],
            "procedure": if file.urgent { "extraordinary" } else { "ordinary" },
            "grounds": [dice.pick(GROUNDS)], "known_on": decided.after(4 * DAY).day(), "filed_on": filed.minute(),
            "resolved_on": resolved.map(Moment::minute), "outcome": outcome,
            "upheld": resolved.map(|_| if outcome == "confirmed" { "no" } else { "yes" }), "steps": steps,
        }),
    ));
}
