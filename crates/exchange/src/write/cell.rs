//! What one cell says: terms by their label, dates and numbers as they are typed, the three non-answers in fixed words.

use resguardo_domain::catalogue::{Catalogues, Lang};
use resguardo_domain::disclosure::Cell;
use resguardo_domain::schema::Field;
use resguardo_domain::value::{Act, Answer, Bound, Number, Place, Value};

use super::word;

/// What parts several values of a cell.
const BETWEEN: &str = "; ";

/// The words of the three non-answers, in the order unknown, not asked, withheld.
pub(super) const fn non_answers(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Es => ["se desconoce", "no se preguntó", "se reserva"],
        Lang::En => ["unknown", "not asked", "withheld"],
    }
}

pub(super) fn text(cells: &[Cell], field: &Field, catalogues: &Catalogues, lang: Lang) -> String {
    let told = cells.iter().map(|cell| one(cell, field, catalogues, lang));
    told.collect::<Vec<_>>().join(BETWEEN)
}

fn one(cell: &Cell, field: &Field, catalogues: &Catalogues, lang: Lang) -> String {
    let term = |id: &str| match &field.catalogue {
        Some(catalogue) => catalogues.label(catalogue, id, lang).to_owned(),
        None => id.to_owned(),
    };
    let [unknown, not_asked, withheld] = non_answers(lang);
    match &cell.value {
        Value::Unknown => unknown.to_owned(),
        Value::NotAsked => not_asked.to_owned(),
        Value::Withheld => withheld.to_owned(),
        Value::Text(text) | Value::LongText(text) | Value::AsWritten(text) => text.clone(),
        Value::Choice(id) => term(id),
        Value::Date(date, None) => date.to_string(),
        Value::Date(date, Some(zone)) => format!("{date} {zone}"),
        Value::Number(number) => hedged(number.bound, &number.to_string()),
        Value::Duration(length) => format!("{} {}", length.count, length.unit.id()),
        Value::Money(money) => {
            let amount = Number { mantissa: money.minor, exponent: -2, bound: None };
            hedged(money.bound, &format!("{amount} {}", money.currency))
        }
        Value::Place(place) => place_text(place, catalogues, lang),
        Value::Reference(_) => cell.links.join(BETWEEN),
        Value::Attachment(file) => file.name.clone(),
        Value::Answer(answer) => answer_text(*answer, lang).to_owned(),
        Value::Act(act) => act_text(act, &cell.links, &term, lang),
        Value::Step(step) => format!("{} {}", step.event, step.at),
        Value::Newer { .. } => word(lang, "(versión más nueva)", "(newer version)").to_owned(),
    }
}

fn hedged(bound: Option<Bound>, text: &str) -> String {
    let mark = match bound {
        None => "",
        Some(Bound::About) => "~",
        Some(Bound::AtLeast) => ">=",
        Some(Bound::AtMost) => "<=",
    };
    format!("{mark}{text}")
}

const fn answer_text(answer: Answer, lang: Lang) -> &'static str {
    match answer {
        Answer::No => "No",
        Answer::Yes => word(lang, "Sí", "Yes"),
        Answer::Partly => word(lang, "En parte", "Partly"),
    }
}

/// `locality, municipality, state (17.0654321, -96.7250000)`.
fn place_text(place: &Place, catalogues: &Catalogues, lang: Lang) -> String {
    let state = place.state.as_ref().map(|id| catalogues.label("federal_entity", id, lang).to_owned());
    let parts: Vec<String> =
        [place.locality.clone(), place.municipality.clone(), state].into_iter().flatten().collect();
    let degrees = |scaled: i32| Number { mantissa: i64::from(scaled), exponent: -7, bound: None };
    let exact = place.coordinates.map(|(lat, lon)| format!("({}, {})", degrees(lat), degrees(lon)));
    [parts.join(", ")].into_iter().chain(exact).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `type (victims; alleged perpetrators)`: the names stand in the order of the references.
fn act_text(act: &Act, links: &[String], term: &dyn Fn(&str) -> String, lang: Lang) -> String {
    let aggression = match &act.aggression {
        Value::Choice(id) => term(id),
        Value::AsWritten(text) => text.clone(),
        _ => non_answers(lang).first().map_or_else(String::new, |word| (*word).to_owned()),
    };
    let (victims, perpetrators) = links.split_at_checked(act.victims.len()).unwrap_or((links, &[]));
    let who = |label: &str, names: &[String]| (!names.is_empty()).then(|| format!("{label}: {}", names.join(", ")));
    let parts: Vec<String> = [
        who(word(lang, "víctimas", "victims"), victims),
        who(word(lang, "presuntos responsables", "alleged perpetrators"), perpetrators),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() { aggression } else { format!("{aggression} ({})", parts.join("; ")) }
}
