//! What justice does: from an act to a sentence.

use std::collections::BTreeSet;

use resguardo_domain::value::PartialDate;

use super::dates::happened_by;
use super::facts::{Facts, Record};
use super::unit::{Line, Says, Shape, Unit};

/// I35: proceedings without a conviction, among those opened.
pub(super) fn impunity(facts: &Facts<'_>) -> Vec<Line> {
    let units = opened(facts).map(|one| {
        let says = match one.term("status") {
            None | Some("unknown") => Says::Missing,
            Some(_) if is_convicted(facts, one) => Says::No,
            Some(_) => Says::Yes,
        };
        Unit::of(one.id, says)
    });
    vec![Line::of(Shape::Share, units.collect::<Vec<_>>())]
}

/// I36: of all documented acts, those with a complaint, an investigation, somebody identified, charged, sentenced.
pub(super) fn funnel(facts: &Facts<'_>) -> Vec<Line> {
    let incidents: Vec<_> = facts.documented().collect();
    let all: Vec<&Record> = opened(facts).collect();
    let at = |key: &'static str, reached: &dyn Fn(&Record) -> bool| {
        let known: BTreeSet<_> =
            all.iter().filter(|one| reached(one)).flat_map(|one| one.references("incidents")).collect();
        let units = incidents.iter().map(|incident| {
            let says = if known.contains(&incident.id) { Says::Yes } else { Says::No };
            Unit::of(incident.id, says)
        });
        Line::of(Shape::Share, units.collect::<Vec<_>>()).named(key)
    };
    let by = |date: Option<&PartialDate>| date.is_some_and(|date| happened_by(date, facts.as_of) == Some(true));
    let stage = |one: &Record, field: &str, status: &[&str]| {
        by(one.date(field)) || one.term("status").is_some_and(|own| status.iter().any(|known| own.starts_with(known)))
    };
    vec![
        at("", &|one| stage(one, "sentenced_on", &["sentence"]) && is_convicted(facts, one)),
        at("complaint", &|one| stage(one, "complaint_on", &["investigation", "closed", "court", "sentence"])),
        at("investigation", &|one| stage(one, "opened_on", &["investigation", "closed", "court", "sentence"])),
        at("identified", &|one| stage(one, "identified_on", &["court", "sentence"])),
        at("charged", &|one| stage(one, "charged_on", &["court.charge", "court.linked", "court.trial", "sentence"])),
    ]
}

fn opened<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a Record> {
    let (as_of, from) = (facts.as_of, facts.from);
    facts.of("investigation").filter(move |one| {
        let date = one.date("opened_on").or_else(|| one.date("complaint_on"));
        let is_none = one.term("status").is_some_and(|status| status == "none" || status.starts_with("none."));
        let falls =
            |date: &PartialDate| happened_by(date, as_of) != Some(false) && from.is_none_or(|from| date.last() >= from);
        !is_none && date.is_none_or(falls)
    })
}

fn is_convicted(facts: &Facts<'_>, one: &Record) -> bool {
    let convicted =
        |term: &str| matches!(term, "sentence.conviction" | "sentence.final_conviction" | "sentence.mastermind");
    let is_so = one.term("status").is_some_and(convicted) || one.term("sentence").is_some_and(convicted);
    is_so && one.date("sentenced_on").is_none_or(|date| happened_by(date, facts.as_of) == Some(true))
}
