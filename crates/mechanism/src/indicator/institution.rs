//! The institution: its organs, money, sessions and reports.

use resguardo_domain::value::Answer;

use super::dates::{earliest, happened_by, months_taken_in};
use super::facts::{Facts, Record, is_own};
use super::unit::{Line, Says, Shape, Unit, yes_or_no};
use crate::procedure::Procedures;

/// The organs the law sets up; the last three are the units (Arts. 3, 17 LPPDDHP).
const ORGANS: [&str; 6] = ["junta_gobierno", "consejo_consultivo", "cen", "urcrr", "uer", "upsa"];
const UNITS: [&str; 3] = ["urcrr", "uer", "upsa"];

/// I25: units installed, among those the law sets up; then all six organs.
pub(super) fn organs_installed(facts: &Facts<'_>) -> Vec<Line> {
    vec![installed_of(facts, &UNITS), installed_of(facts, &ORGANS).named("organs")]
}

fn installed_of(facts: &Facts<'_>, ids: &[&str]) -> Line {
    let own = facts.of("organ").filter(is_own);
    let units = own.filter(|organ| organ.term("organ").is_some_and(|id| ids.contains(&id)));
    Line::of(Shape::Share, units.map(|organ| Unit::of(organ.id, yes_or_no(is_installed(facts, organ)))))
}

/// Whether an organ was installed by the day; none where nobody recorded it.
pub(super) fn is_installed(facts: &Facts<'_>, organ: &Record) -> Option<bool> {
    if let Some(date) = organ.date("installed") {
        return happened_by(date, facts.as_of);
    }
    match organ.term("installation_status") {
        Some("installed" | "suspended") => Some(true),
        Some("not_due" | "overdue" | "functions_elsewhere" | "dissolved") => Some(false),
        _ => None,
    }
}

/// I26: days from the day the law set to the installation, or to the day asked about where there is none yet.
pub(super) fn installation_delay(facts: &Facts<'_>) -> Vec<Line> {
    // The Mechanism's three organs stand by one day; nobody set another for its units.
    let by_law = Procedures::builtin().due_by_law("tra.mechanism", facts.as_of);
    let units = facts.of("organ").filter(|organ| organ.term("organ").is_some_and(|id| ORGANS.contains(&id)));
    let units = units.filter_map(|organ| {
        let due = organ.date("due_on").map(|date| date.last()).or(by_law)?;
        let installed = organ.date("installed").filter(|date| happened_by(date, facts.as_of) == Some(true));
        let says = match (installed, is_installed(facts, organ)) {
            (Some(date), _) if date.first() == date.last() => Says::Amount((date.first() - due).num_days().max(0)),
            (Some(_), _) | (None, Some(true) | None) => Says::Missing,
            (None, Some(false)) if facts.as_of > due => Says::Open((facts.as_of - due).num_days()),
            (None, Some(false)) => return None,
        };
        Some(Unit::of(organ.id, says))
    });
    vec![Line::of(Shape::Median, units.collect::<Vec<_>>())]
}

/// I27: money that could be used, against money assigned, by the latest account of each vehicle.
pub(super) fn funds_accessible(facts: &Facts<'_>) -> Vec<Line> {
    vec![money(facts, "accessible", "assigned")]
}

/// I28: money spent, against what could be used and against what was assigned; then for each beneficiary.
pub(super) fn funds_spent(facts: &Facts<'_>) -> Vec<Line> {
    let each = own_funds(facts);
    let people: i64 = each.iter().filter_map(|fund| fund.whole("beneficiaries")).sum();
    let spent =
        Line::of(Shape::Sum, spent_units(&each, "spent")).against((people > 0).then_some(people), "beneficiaries");
    vec![
        money(facts, "spent", "accessible"),
        money(facts, "spent", "assigned").named("of_assigned"),
        spent.named("for_each"),
    ]
}

/// I29: what of the trust fund is published, among what is to be (rules, statements, minutes, balance, audits, measures).
pub(super) fn trust_transparency(facts: &Facts<'_>) -> Vec<Line> {
    vec![checklist(&facts.latest("fund", vehicle), 6)]
}

/// I30: what of each security contract is published, among what is to be.
pub(super) fn contract_transparency(facts: &Facts<'_>) -> Vec<Line> {
    let contracts: Vec<&Record> = facts
        .of("contract")
        .filter(|contract| contract.date("date").is_none_or(|date| earliest(date) <= facts.as_of))
        .collect();
    vec![checklist(&contracts, 6)]
}

/// I37: sessions of the Board, for each month since it was installed; then its meetings with the Council.
pub(super) fn board_sessions(facts: &Facts<'_>) -> Vec<Line> {
    let of = |types: &'static [&'static str]| {
        let held = facts.of("meeting").filter(move |meeting| {
            let is_held = meeting.answer("held") != Some(Answer::No);
            let is_past = meeting.date("date").is_some_and(|date| happened_by(date, facts.as_of) != Some(false));
            is_held && is_past && meeting.term("type").is_some_and(|kind| types.contains(&kind))
        });
        let times = held.map(|meeting| Unit::of(meeting.id, Says::Amount(meeting.whole("how_many").unwrap_or(1))));
        Line::of(Shape::Sum, times.collect::<Vec<_>>())
    };
    let board = facts.of("organ").find(|organ| organ.term("organ") == Some("junta_gobierno"));
    let installed = board.and_then(|board| board.date("installed")).map(|date| date.first());
    let months = installed.filter(|day| *day <= facts.as_of).map(|day| months_taken_in(day, facts.as_of) - 1);
    let months = months.filter(|months| *months > 0);
    vec![
        of(&["board_ordinary", "board_extraordinary"]).against(months, "installed"),
        of(&["board_council"]).named("with_council"),
    ]
}

/// I38: seats that are filled; then women among those who fill them.
pub(super) fn seats(facts: &Facts<'_>) -> Vec<Line> {
    let in_force = |record: &Record, from: &str, to: &str| {
        let begun = record.date(from).is_none_or(|date| date.first() <= facts.as_of);
        begun && record.date(to).is_none_or(|date| date.last() >= facts.as_of)
    };
    let seats: Vec<&Record> = facts.of("seat").filter(|seat| in_force(seat, "valid_from", "valid_to")).collect();
    let filled = seats.iter().flat_map(|seat| {
        let known = match (seat.answer("filled"), seat.has("holder") || seat.has("holder_text")) {
            (Some(answer), _) => Some(answer == Answer::Yes),
            (None, true) => Some(true),
            (None, false) => seat.date("vacant_since").map(|_| false),
        };
        let count = usize::try_from(seat.whole("seats").unwrap_or(1)).unwrap_or(1);
        std::iter::repeat_n(Unit::of(seat.id, yes_or_no(known)), count)
    });
    let people = facts.of("appointment").filter(|one| in_force(one, "from", "to")).map(|appointment| {
        let known = appointment.term("gender").map(|gender| matches!(gender, "woman" | "trans_woman"));
        Unit::of(appointment.id, yes_or_no(known))
    });
    vec![
        Line::of(Shape::Share, filled.collect::<Vec<_>>()),
        Line::of(Shape::Share, people.collect::<Vec<_>>()).named("women"),
    ]
}

/// I44: annual reports published, among those due (Arts. 8-IX, 16-IX, 18-XI: public by Art. 64); then the monthly reports
/// made, which no article makes public, among those due (Art. 23-II).
pub(super) fn public_reports(facts: &Facts<'_>) -> Vec<Line> {
    let of = |duties: &'static [&'static str], stages: &[&str]| {
        let due: usize = stages.iter().map(|stage| Procedures::builtin().periods_over(stage, facts.as_of)).sum();
        let due = i64::try_from(due).unwrap_or(i64::MAX);
        let made = facts.of("document").filter(move |document| {
            document.term("duty").is_some_and(|duty| duties.contains(&duty))
                && document.date("date").is_some_and(|date| happened_by(date, facts.as_of) == Some(true))
        });
        let units: Vec<Unit> = made.map(|document| Unit::of(document.id, Says::Amount(1))).collect();
        if units.is_empty() {
            Line::cannot("duty")
        } else {
            Line::of(Shape::Sum, units).against((due > 0).then_some(due), "date")
        }
    };
    let annual: &[&str] = &["annual_situation_report", "council_annual_report", "cen_annual_report"];
    let yearly = of(annual, &["org.annual_situation", "org.council_report", "org.cen_report"]);
    vec![yearly, of(&["monthly_monitoring_report"], &["org.monthly_monitor"]).named("monthly")]
}

fn money(facts: &Facts<'_>, part: &'static str, whole: &'static str) -> Line {
    let each = own_funds(facts);
    let wholes: Vec<i64> = each.iter().filter_map(|fund| fund.money(whole)).collect();
    let total = (!wholes.is_empty()).then(|| wholes.iter().sum());
    Line::of(Shape::Sum, spent_units(&each, part)).against(total, whole)
}

fn spent_units(funds: &[&Record], field: &str) -> Vec<Unit> {
    funds.iter().map(|fund| Unit::of(fund.id, fund.money(field).map_or(Says::Missing, Says::Amount))).collect()
}

fn own_funds<'a>(facts: &Facts<'a>) -> Vec<&'a Record> {
    facts.latest("fund", vehicle).into_iter().filter(is_own).collect()
}

fn vehicle(fund: &Record) -> String {
    fund.text("vehicle").unwrap_or_default().to_owned()
}

fn checklist(records: &[&Record], items: i64) -> Line {
    if records.is_empty() {
        return Line::cannot("checklist");
    }
    let met = records.iter().map(|record| {
        let known = record.has("checklist")
            || record.has("checklist_missing")
            || record.answer("published") == Some(Answer::No);
        let count = i64::try_from(record.terms("checklist").count()).unwrap_or(i64::MAX);
        Unit::of(record.id, if known { Says::Amount(count) } else { Says::Missing })
    });
    let whole = i64::try_from(records.len()).unwrap_or(i64::MAX).saturating_mul(items);
    Line::of(Shape::Sum, met.collect::<Vec<_>>()).against(Some(whole), "checklist")
}
