//! The people of the invented set and what was done to them.

use serde_json::{Value as Json, json};

use super::dice::Dice;
use super::moment::{DAY, Moment};
use super::{link, made};
use crate::demo::Entry;

const WOMEN: &[&str] = &[
    "Amaranta",
    "Brígida",
    "Citlali",
    "Dorotea",
    "Eulalia",
    "Fidelia",
    "Griselda",
    "Hortensia",
    "Itzel",
    "Jacinta",
    "Leocadia",
    "Malinalli",
];
const MEN: &[&str] = &[
    "Abundio",
    "Baltasar",
    "Cuauhtli",
    "Demetrio",
    "Eleuterio",
    "Filiberto",
    "Gumaro",
    "Hilarión",
    "Isauro",
    "Jeremías",
    "Leovigildo",
    "Melitón",
];
/// Surnames that are plants and stones, so that nobody takes them for somebody's.
const SURNAMES: &[&str] = &[
    "Ahuehuete",
    "Biznaga",
    "Cempasúchil",
    "Chicozapote",
    "Guamúchil",
    "Huizache",
    "Jacaranda",
    "Mezquite",
    "Nopalera",
    "Obsidiana",
    "Ocotal",
    "Palofierro",
    "Quiote",
    "Tezontle",
    "Tepozán",
    "Zapotal",
];
const STATES: &[&str] = &["09", "20", "30", "12", "07", "08", "05", "16", "21", "15", "19", "25", "28", "14"];
const PROFILES: &[&str] = &[
    "defender.individual",
    "defender.org_member",
    "defender.community",
    "defender.lawyer",
    "defender.searcher",
    "defender.indigenous_authority",
    "journalist.reporter",
    "journalist.editor",
    "journalist.community",
    "journalist.freelance",
];
const THEMES: &[&str] = &[
    "defence.migrants",
    "defence.land_territory",
    "defence.environment",
    "defence.women",
    "defence.disappeared",
    "defence.indigenous",
    "coverage.corruption_politics",
    "coverage.security_justice",
];
const ATTACKS: &[&str] = &[
    "threat.death",
    "threat.other",
    "harassment.intimidation",
    "harassment.surveillance",
    "integrity.physical",
    "interference.break_in",
    "interference.property",
    "public_power.criminalisation",
    "harassment.smear",
    "liberty.arbitrary_detention",
];
const GRADES: &[&str] = &["v1", "v2", "v2", "v3", "v3"];
const NOT_APPLYING: &[&str] = &["unaware", "unaware", "distrust", "fear", "access", "not_recognised"];

/// Somebody who is not real.
pub(super) struct Somebody {
    /// The key of the record.
    pub(super) key: String,
    /// The state they live in.
    pub(super) state: &'static str,
    /// What they do.
    pub(super) profile: &'static str,
}

/// A person, written down. `beneficiary` says whether the Mechanism has them.
pub(super) fn person(key: &str, beneficiary: bool, dice: &mut Dice, all: &mut Vec<Entry>) -> Somebody {
    let woman = dice.chance(45);
    let (sex, gender) = if woman { ("female", "woman") } else { ("male", "man") };
    let first = dice.pick(if woman { WOMEN } else { MEN });
    let (state, profile) = (dice.pick(STATES), dice.pick(PROFILES));
    let grassroots = profile == "defender.community" || dice.chance(20);
    let remuneration = match (grassroots, dice.chance(15)) {
        (_, true) => json!({"unknown": true}),
        (true, false) => json!("voluntary_other_job"),
        (false, false) => json!("paid"),
    };
    all.push(made(
        "person",
        key,
        json!({
            "name": format!("{first} {} {} (persona ficticia)", dice.pick(SURNAMES), dice.pick(SURNAMES)),
            "sex": sex, "gender": gender, "profile": [profile], "themes": [dice.pick(THEMES)], "state": state,
            "remuneration": remuneration, "mechanism_beneficiary": if beneficiary { "yes" } else { "no" },
            "consent": dice.pick(&["c1", "c1", "c2"]),
        }),
    ));
    Somebody { key: key.to_owned(), state, profile }
}

/// An incident against somebody, at about this moment.
pub(super) fn incident(key: &str, whom: &Somebody, at: Moment, more: &Json, dice: &mut Dice) -> Entry {
    let date = match dice.below(10) {
        0 => at.month(),
        1 => format!("{}~", at.month()),
        _ => at.day(),
    };
    let mut values = json!({
        "date": date, "country": "MX", "state": whom.state,
        "acts": [{"aggression": dice.pick(ATTACKS), "victims": [link(&whom.key)], "perpetrators": []}],
        "facts": "Hecho inventado para la demostración.",
        "verification": dice.pick(GRADES), "knew_mechanism": if dice.chance(55) { "yes" } else { "no" },
    });
    if let (Json::Object(values), Json::Object(more)) = (&mut values, more) {
        values.extend(more.clone());
    }
    made("incident", key, values)
}

/// Somebody who was attacked and never applied, with the reason.
pub(super) fn without_application(number: u32, dice: &mut Dice, all: &mut Vec<Entry>) {
    let whom = person(&format!("FIC-Q{number:03}"), false, dice, all);
    let at = Moment(i64::from(dice.below(480)) * DAY);
    let more = json!({"applied_to_mechanism": "no", "reason_not_applying": [dice.pick(NOT_APPLYING)]});
    all.push(incident(&format!("FIC-IQ{number:03}"), &whom, at, &more, dice));
}
