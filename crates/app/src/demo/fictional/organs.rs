//! The invented Mechanism itself: sessions, staff, money, courses.

use serde_json::{Value as Json, json};

use super::dice::Dice;
use super::moment::{DAY, HOUR, Moment};
use super::{link, made, seats};
use crate::demo::Entry;

/// The days of the Board's sessions, counted from its installation: seven in sixteen months, where the Law asks for one a
/// month.
const SESSIONS: &[i64] = &[0, 86, 177, 240, 338, 393, 464];
/// The hour at which a session decides.
const HOUR_OF_DECISION: i64 = 13 * HOUR;
/// Days and posts of each count of staff: authorised, filled, analysts.
const STAFF: &[(i64, u32, u32, u32)] =
    &[(60, 36, 21, 5), (160, 36, 27, 7), (260, 36, 31, 8), (360, 36, 30, 7), (480, 36, 29, 6)];
/// Days on which people left: how many, why.
const LEAVERS: &[(i64, u32, &str)] =
    &[(120, 2, "rotation"), (230, 3, "contract_end"), (390, 2, "rotation"), (490, 4, "resignation")];

/// The key of the session of this place.
fn key(place: usize) -> String {
    format!("FIC-J{:02}", place + 1)
}

/// The first session after a moment: when it decides, and its key.
pub(super) fn session_after(ready: Moment) -> Option<(Moment, String)> {
    let all = SESSIONS.iter().enumerate().map(|(place, day)| (Moment(day * DAY + HOUR_OF_DECISION), key(place)));
    all.into_iter().find(|(at, _)| *at > ready)
}

/// Sessions, counts of staff, leavers, courses and money.
pub(super) fn entries(dice: &mut Dice) -> Vec<Entry> {
    let mut all = Vec::new();
    for (place, day) in SESSIONS.iter().enumerate() {
        let (attended, absent) = seats::attendance(place);
        all.push(made(
            "meeting",
            &key(place),
            json!({
                "title": "Sesión ficticia de la Junta de Gobierno", "type": "board_ordinary",
                "date": Moment(day * DAY).day(), "held": "yes", "attended": 5 + dice.below(5), "quorum": "yes",
                "organs": [link(seats::BOARD)], "attendance": attended, "absent": absent,
                "cases_revised": 4 + place * 2, "cases_pending": 9 + place * 7,
                "minutes_published": "no",
            }),
        ));
    }
    for (place, (day, posts, filled, analysts)) in STAFF.iter().enumerate() {
        all.push(made(
            "staffing",
            &format!("FIC-T{:02}", place + 1),
            json!({
                "as_of": Moment(day * DAY).day(), "posts": posts, "filled": filled, "vacant": posts - filled,
                "analysts": analysts, "trained": filled / 3, "claim_stance": "own",
            }),
        ));
    }
    for (place, (day, count, reason)) in LEAVERS.iter().enumerate() {
        all.push(made(
            "departure",
            &format!("FIC-B{:02}", place + 1),
            json!({
                "date": Moment(day * DAY).month(), "count": count, "reason": reason,
                "cases_handed_over": if dice.chance(40) { "yes" } else { "no" }, "handover_days": 5 + dice.below(40),
            }),
        ));
    }
    all.push(course("FIC-K01", 200, "risk_analysis", 9));
    all.push(course("FIC-K02", 330, "gender", 6));
    all.push(money());
    all
}

fn course(key: &str, day: i64, topic: &str, trained: u32) -> Entry {
    let date = Moment(day * DAY).day();
    let title = "Curso ficticio al personal";
    made("training", key, json!({"title": title, "date": date, "topics": [topic], "trained": trained, "hours": 20}))
}

fn money() -> Entry {
    let pesos = |amount: i64| -> Json { json!({"amount": amount * 100, "currency": "MXN"}) };
    made(
        "fund",
        "FIC-F01",
        json!({
            "as_of": "2013-12-31", "fiscal_year": 2013, "vehicle": "Fideicomiso ficticio",
            "assigned": pesos(40_000_000), "accessible": pesos(12_000_000), "spent": pesos(3_500_000),
            "checklist": ["trust.rules"], "checklist_missing": ["trust.minutes", "trust.audits"],
        }),
    )
}
