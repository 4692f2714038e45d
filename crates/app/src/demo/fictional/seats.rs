//! The invented organs: who belongs in them, who sits there and since when.

use serde_json::{Value as Json, json};

use super::moment::{DAY, Moment};
use super::{link, made};
use crate::demo::Entry;

/// The organs: key, term of the list, name, seats, day of installation; one was never installed.
const ORGANS: &[(&str, &str, &str, u32, Option<i64>)] = &[
    ("FIC-O01", "junta_gobierno", "Junta ficticia", 9, Some(0)),
    ("FIC-O02", "consejo_consultivo", "Consejo ficticio", 9, Some(20)),
    ("FIC-O03", "cen", "Coordinación ficticia", 1, Some(30)),
    ("FIC-O04", "urcrr", "Unidad ficticia de Recepción", 5, Some(45)),
    ("FIC-O05", "uer", "Unidad ficticia de Evaluación", 5, Some(60)),
    ("FIC-O06", "upsa", "Unidad ficticia de Prevención", 3, None),
];
/// Who holds the Board's seats by law.
const HOLDERS: &[(&str, &str)] = &[
    ("FIC-D01", "Secretaría ficticia de Gobierno"),
    ("FIC-D02", "Comisión ficticia de Seguridad"),
    ("FIC-D03", "Cancillería ficticia"),
    ("FIC-D04", "Procuraduría ficticia"),
    ("FIC-D05", "Comisión ficticia de Derechos"),
];
/// The appointments to the Board: which seat, first day, last day.
const SITTING: &[(usize, i64, Option<i64>)] =
    &[(0, 0, Some(210)), (0, 215, None), (1, 0, None), (2, 0, Some(330)), (3, 10, None), (4, 0, None)];

/// The key of the Board.
pub(super) const BOARD: &str = "FIC-O01";

/// Who came to a session and who did not, by the session's place: the seats of the Board in turn.
pub(super) fn attendance(session: usize) -> (Json, Json) {
    let is_absent = |place: usize| (session * 3 + place * 5) % 7 < 2;
    let of = |absent: bool| -> Json {
        let holders = HOLDERS.iter().enumerate().filter(|(place, _)| is_absent(*place) == absent);
        holders.map(|(_, (key, _))| link(key)).collect()
    };
    (of(false), of(true))
}

/// Organs, the institutions in them, their seats and the appointments.
pub(super) fn entries() -> Vec<Entry> {
    let mut all: Vec<Entry> = ORGANS.iter().map(organ).collect();
    for (place, (key, name)) in HOLDERS.iter().enumerate() {
        all.push(made("organisation", key, json!({"name": name})));
        let role = if place == 0 { "chair" } else { "voting_member" };
        all.push(made(
            "seat",
            &seat(place),
            json!({"organ": link(BOARD), "holder": [link(key)], "role": role, "seats": 1, "vote": "yes",
                "valid_from": Moment(0).day(), "vacant_since": (place == 2).then(|| Moment(331 * DAY).day())}),
        ));
    }
    all.push(made(
        "seat",
        "FIC-L09",
        json!({"organ": link(BOARD), "holder": [link("FIC-O02")], "role": "voting_member", "seats": 4, "vote": "yes",
            "sector": "Sociedad civil", "valid_from": Moment(0).day()}),
    ));
    for (number, (place, from, to)) in SITTING.iter().enumerate() {
        let official = format!("FIC-P9{number}");
        all.push(made(
            "official",
            &official,
            json!({"name": format!("Persona servidora ficticia {}", number + 1), "office": "Titular ficticia"}),
        ));
        all.push(made(
            "appointment",
            &format!("FIC-N{:02}", number + 1),
            json!({"seat": link(&seat(*place)), "organ": link(BOARD), "holder": link(&official),
                "from": Moment(from * DAY).day(), "to": to.map(|day| Moment(day * DAY).day()),
                "end_reason": to.map(|_| "rotation")}),
        ));
    }
    all
}

fn organ((key, organ, name, seats, installed): &(&str, &str, &str, u32, Option<i64>)) -> Entry {
    let status = if installed.is_some() { "installed" } else { "overdue" };
    made(
        "organ",
        key,
        json!({"name": name, "organ": organ, "seats": seats, "installation_status": status,
            "installed": installed.map(|day| Moment(day * DAY).day())}),
    )
}

fn seat(place: usize) -> String {
    format!("FIC-L{:02}", place + 1)
}
