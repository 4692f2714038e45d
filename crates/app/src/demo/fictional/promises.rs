//! What the invented authorities promised, what is said of it, and what was bought.

use serde_json::{Value as Json, json};

use super::moment::{DAY, Moment};
use super::{link, made};
use crate::demo::Entry;

/// Promises: who, day, day by when, fulfilment, what.
const PROMISES: &[(&str, i64, Option<i64>, &str, &str)] = &[
    ("FIC-D01", 30, Some(120), "kept", "Publicar las reglas de operación ficticias."),
    ("FIC-D01", 95, Some(200), "partly_kept", "Contratar a las analistas que faltan."),
    ("FIC-D01", 240, Some(330), "unclear", "Presentar el informe anual ficticio."),
    ("FIC-D01", 400, None, "announced", "Revisar las medidas con enfoque de género."),
    ("FIC-D02", 60, Some(150), "broken", "Dar custodia en menos de tres horas."),
    ("FIC-D02", 300, Some(420), "in_progress", "Nombrar enlaces en los estados."),
    ("FIC-D04", 110, Some(260), "unclear", "Abrir una mesa de casos con la fiscalía."),
    ("FIC-D04", 380, Some(600), "announced", "Entregar un balance de investigaciones."),
    ("FIC-D05", 200, Some(290), "kept", "Acompañar las visitas de evaluación."),
    ("FIC-D03", 350, None, "unclear", "Difundir el Mecanismo en las embajadas."),
];
/// Concerns: topic, state, day, text.
const CONCERNS: &[(&str, &str, i64, &str)] = &[
    ("staff_rotation", "open", 180, "El personal cambia antes de conocer los casos."),
    ("training", "improving", 240, "El personal no tiene formación en análisis de riesgo."),
    ("funds_not_accessible", "worse", 320, "El dinero asignado no se puede usar."),
    ("backlog", "contested", 400, "Los casos se acumulan sin estudio."),
    ("state_coordination", "open", 430, "Los estados no ponen en marcha lo que se decreta."),
    ("no_gender", "resolved", 260, "Las medidas no responden al género."),
];

/// Promises, concerns, claims and contracts.
pub(super) fn entries() -> Vec<Entry> {
    let mut all = Vec::new();
    for (number, (by, day, due, status, text)) in PROMISES.iter().enumerate() {
        all.push(made(
            "commitment",
            &format!("FIC-H{:02}", number + 1),
            json!({"text": text, "by": [link(by)], "to": [link("FIC-O02")], "date": Moment(day * DAY).day(),
                "due": due.map(date), "status": status, "kind_of": "agreement_meeting",
                "evidence_text": (*status == "kept").then_some("Documento ficticio que lo muestra.")}),
        ));
    }
    for (number, (topic, status, day, text)) in CONCERNS.iter().enumerate() {
        all.push(made(
            "concern",
            &format!("FIC-Q{:02}", number + 1),
            json!({"text": text, "topic": [topic], "status": status, "kind_of": "concern", "stance": "civil_society",
                "holder": [link("FIC-O02")], "as_of": Moment(day * DAY).month()}),
        ));
    }
    all.push(made(
        "claim",
        "FIC-R01",
        json!({"text": "Los casos se atienden en el plazo de la ley.", "stance": "official", "holder": [link("FIC-D01")],
            "as_of": Moment(410 * DAY).month(), "qualifier": "en general", "counter_claims": [link("FIC-Q04")]}),
    ));
    all.push(made(
        "contract",
        "FIC-G01",
        json!({"date": Moment(140 * DAY).day(), "purpose": "Botones de asistencia ficticios.", "published": "no",
            "contracting_party": [link("FIC-D01")], "nature": ["communication"],
            "amount": {"amount": 210_000_000_i64, "currency": "MXN"}}),
    ));
    all
}

/// The day something is promised by: it may lie after the end of the story, as promises do.
fn date(day: i64) -> Json {
    let day = Moment(day * DAY);
    if day < Moment::END { day.day().into() } else { Json::Null }
}
