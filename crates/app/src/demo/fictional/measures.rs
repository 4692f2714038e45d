//! Studies, measures and what the people say of them.

use serde_json::{Value as Json, json};

use super::dice::Dice;
use super::files::File;
use super::moment::{DAY, HOUR, Moment};
use super::{link, made};
use crate::demo::Entry;

/// A measure of the list: its term, its class in the Law, its nature.
type Sort = (&'static str, &'static str, &'static str);

const URGENT: &[Sort] = &[
    ("urg.evacuation", "urgent", "relocation"),
    ("urg.specialised_escort", "urgent", "police"),
    ("urg.premises_protection", "urgent", "infrastructure"),
];
/// Police and panic buttons stand here more than once: so it was.
const SORTS: &[Sort] = &[
    ("prac.patrols", "protection", "police"),
    ("prac.patrols", "protection", "police"),
    ("prac.fixed_custody", "protection", "police"),
    ("prac.panic_button", "protection", "communication"),
    ("prac.panic_button", "protection", "communication"),
    ("pro.cameras_locks_lights", "protection", "infrastructure"),
    ("prac.alarms_sensors", "protection", "infrastructure"),
    ("pro.vest", "protection", "equipment"),
    ("pre.self_protection_course", "preventive", "training"),
    ("pre.observers", "preventive", "accompaniment"),
    ("prac.psychosocial", "protection", "psychosocial_health"),
    ("prac.childcare_family", "protection", "family_gender"),
];
const PLACE_DAYS: &[i64] = &[4, 11, 19, 27, 30, 38, 55, 80, 120];
const FITS: &[&str] = &["match", "match", "partial", "mismatch", "added"];
const LEVELS: &[&str] = &["ordinary", "ordinary", "high", "extraordinary"];
const ITEMS: &[&str] = &["person_heard", "methodology", "temporality", "perpetrator_analysis", "family_collective"];
const CAUSES: &[&str] = &["intergovernmental", "intergovernmental", "no_funds", "contractor", "authority_refused"];
const ORDERS: &[&str] = &["federal", "state", "state", "municipal"];

/// Yes or no, yes in so many of a hundred.
fn said(dice: &mut Dice, percent: u32) -> &'static str {
    if dice.chance(percent) { "yes" } else { "no" }
}

/// The study of an application.
pub(super) fn evaluation(file: &File, done: Moment, adopted: Option<String>, dice: &mut Dice) -> Entry {
    let read = dice.chance(70);
    let mut items: Vec<&str> = ITEMS.iter().filter(|_| dice.chance(55)).copied().collect();
    items.extend(dice.chance(22).then_some("gender"));
    items.extend(dice.chance(30).then_some("sociopolitical"));
    let missing: Vec<&str> = ["gender", "sociopolitical"].into_iter().filter(|item| !items.contains(item)).collect();
    let level = if file.urgent { "extraordinary" } else { dice.pick(LEVELS) };
    made(
        "risk_evaluation",
        &format!("FIC-E{:03}", file.number),
        json!({
            "application": link(&file.key), "person": [link(&file.who.key)], "type": "risk", "date": done.day(),
            "level": level, "unit": "uer", "study_read": if read { "yes" } else { "no" },
            "interviewed": said(dice, 65),
            "quality_items": read.then_some(items), "quality_items_missing": read.then_some(missing),
            "recommended_measures": [dice.pick(SORTS).0, dice.pick(SORTS).0],
            "adopted_by_board": adopted, "copy_received": said(dice, 35),
        }),
    )
}

/// A measure of the extraordinary procedure.
pub(super) fn urgent(key: &str, file: &File, issued: Moment, standing: Moment, dice: &mut Dice) -> Entry {
    let (sort, family, nature) = dice.pick(URGENT);
    let standing = standing.happened();
    made(
        "measure",
        key,
        json!({
            "application": link(&file.key), "beneficiaries": [link(&file.who.key)], "type": sort, "family": family,
            "nature": [nature], "granting_system": "mechanism", "granted_on": issued.day(), "study_fit": "no_study",
            "implemented_on": standing.map(Moment::day), "agreed": said(dice, 60),
            "status": if standing.is_some() { "implemented" } else { "granted" },
            "police_based": if nature == "police" { "yes" } else { "no" },
        }),
    )
}

/// A measure the Board decreed, and sometimes what the person says of it.
pub(super) fn granted(key: &str, file: &File, dice: &mut Dice, all: &mut Vec<Entry>) {
    let Some((decided, session)) = &file.decided else { return };
    let decided = *decided;
    let (sort, family, nature) = dice.pick(SORTS);
    let days = dice.pick(PLACE_DAYS);
    let standing = if dice.chance(75) { decided.after(days * DAY + 2 * HOUR).happened() } else { None };
    let failing = standing.is_some() && dice.chance(20);
    let late = days > 30 || standing.is_none();
    let status = match (standing.is_some(), failing) {
        (true, true) => "not_working",
        (true, false) => "implemented",
        (false, _) => "communicated",
    };
    let agreed = dice.chance(45);
    let steps: Vec<Json> = standing.iter().map(|at| json!({"step": "measure_implemented", "at": at.day()})).collect();
    all.push(made(
        "measure",
        key,
        json!({
            "application": link(&file.key), "beneficiaries": [link(&file.who.key)], "type": sort, "family": family,
            "nature": [nature], "granting_system": "mechanism",
            "risk_evaluation": link(&format!("FIC-E{:03}", file.number)), "study_fit": dice.pick(FITS),
            "granted_on": decided.day(), "agreed": if agreed { "yes" } else { "no" },
            "agreed_at": agreed.then(|| decided.after(-2 * DAY).day()),
            "implemented_on": standing.map(Moment::day), "status": status, "steps": steps,
            "executing_level": [dice.pick(ORDERS)], "gender_responsive": said(dice, 15),
            "police_based": if nature == "police" { "yes" } else { "no" },
            "failure_cause": (failing || late).then(|| [dice.pick(CAUSES)]),
            "remarks": format!("Decretada en {session}."),
        }),
    ));
    if standing.is_some() && dice.chance(60) {
        assessment(key, file, decided, dice, all);
    }
}

/// What the person says of a measure; where it made things worse, what happened.
fn assessment(measure: &str, file: &File, decided: Moment, dice: &mut Dice, all: &mut Vec<Entry>) {
    let value = dice.pick(&["useful", "useful", "partly_useful", "not_useful", "not_useful", "increased_risk"]);
    let worse = value == "increased_risk";
    let at = decided.after(i64::from(40 + dice.below(40)) * DAY);
    let Some(at) = at.happened() else { return };
    let incident = format!("FIC-IN{}", measure.trim_start_matches("FIC-M"));
    if worse {
        let more = json!({"measures_in_force": "yes", "measures_granted_by": ["mechanism"],
            "applications": [link(&file.key)]});
        all.push(super::people::incident(&incident, &file.who, at.after(-5 * DAY), &more, dice));
    }
    all.push(made(
        "measure_assessment",
        &format!("FIC-V{}", measure.trim_start_matches("FIC-M")),
        json!({
            "measure": [link(measure)], "application": link(&file.key), "person": [link(&file.who.key)],
            "date": at.day(), "value": value, "reflects_level": said(dice, 40), "reflects_type": said(dice, 35),
            "increased_risk": if worse { "yes" } else { "no" },
            "followed_by": worse.then(|| [link(&incident)]),
        }),
    ));
}
