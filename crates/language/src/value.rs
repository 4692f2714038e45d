//! Values of records in words.

use resguardo_domain::disclosure::Cell;
use resguardo_domain::schema::{Field, Roles};
use resguardo_domain::value::{Act, Answer, Attachment, Bound, Duration, Money, Number, Place, Reference, Step, Value};

use crate::number;
use crate::words::{Args, Words};

/// Whose labels the terms of parts of a value have, where no field names them.
const STATES: &str = "federal_entity";
const AGGRESSIONS: &str = "aggression_type";
const ANSWERS: &str = "answer";

impl Words {
    /// A value of this field as a person reads it. `links` is what to call each record it points to, in the order of
    /// [`Value::references`]; a record without a name there is called by its id.
    #[must_use]
    pub fn value(&self, value: &Value, field: &Field, links: &[String]) -> String {
        match value {
            Value::Unknown => self.plain("value-unknown"),
            Value::NotAsked => self.plain("value-not-asked"),
            Value::Withheld => self.plain("value-withheld"),
            Value::Text(text) | Value::LongText(text) => text.clone(),
            Value::AsWritten(text) => self.say("value-as-written", &Args::new().text("text", text)),
            Value::Choice(term) => self.term(field.catalogue.as_deref().unwrap_or_default(), term),
            Value::Date(date, zone) => self.date(date, zone.as_deref()),
            Value::Number(number) => self.number(number),
            Value::Duration(duration) => self.duration(*duration),
            Value::Money(money) => self.money(money),
            Value::Place(place) => self.place(place),
            Value::Reference(reference) => self.reference(reference, field, links.first()),
            Value::Attachment(file) => self.attachment(file),
            Value::Answer(answer) => self.answer(*answer),
            Value::Act(act) => self.act(act, links),
            Value::Step(step) => self.step(step, field, links.first()),
            Value::Newer { .. } => self.plain("value-newer"),
        }
    }

    /// All values of a field in one phrase; long texts keep their paragraphs.
    #[must_use]
    pub fn cells(&self, cells: &[Cell], field: &Field) -> String {
        let texts: Vec<String> = cells.iter().map(|cell| self.value(&cell.value, field, &cell.links)).collect();
        if cells.iter().any(|cell| matches!(cell.value, Value::LongText(_) | Value::Act(_))) {
            return texts.join("\n\n");
        }
        self.list(&texts)
    }

    /// The label of a term in this language; the id when the list does not know it.
    #[must_use]
    pub fn term(&self, catalogue: &str, term: &str) -> String {
        self.lists().label(catalogue, term, self.language().lang()).to_owned()
    }

    /// A number with its hedge: *al menos 100*.
    #[must_use]
    pub fn number(&self, number: &Number) -> String {
        self.hedged(number::decimal(number), number.bound)
    }

    /// An amount with its currency and hedge; cents only where there are any: `170,000,000 MXN`.
    #[must_use]
    pub fn money(&self, money: &Money) -> String {
        let amount = match money.minor % 100 {
            0 => Number::whole(money.minor / 100),
            _ => Number { mantissa: money.minor, exponent: -2, bound: None },
        };
        self.hedged(format!("{}\u{a0}{}", number::decimal(&amount), money.currency), money.bound)
    }

    /// A length of time: *72 horas*, *10 días hábiles*.
    #[must_use]
    pub fn duration(&self, duration: Duration) -> String {
        self.say(&format!("duration-{}", duration.unit.id()), &Args::new().count("count", duration.count))
    }

    fn hedged(&self, amount: String, bound: Option<Bound>) -> String {
        let id = match bound {
            None => return amount,
            Some(Bound::About) => "number-about",
            Some(Bound::AtLeast) => "number-at-least",
            Some(Bound::AtMost) => "number-at-most",
        };
        self.say(id, &Args::new().text("amount", amount))
    }

    /// From the smallest part to the state, then the point on the map with how far off it may be.
    fn place(&self, place: &Place) -> String {
        let state = place.state.as_deref().map(|state| self.term(STATES, state));
        let named = place.locality.clone().into_iter().chain(place.municipality.clone()).chain(state);
        let mut parts: Vec<String> = named.filter(|part| !part.is_empty()).collect();
        if parts.len() < 2
            && let (None, Some(code)) = (&place.municipality, &place.municipality_code)
        {
            parts.insert(0, self.say("place-municipality-code", &Args::new().text("code", code)));
        }
        if let Some((latitude, longitude)) = place.coordinates {
            let point = format!("{}, {}", degrees(latitude), degrees(longitude));
            parts.push(match place.radius_m {
                None => point,
                Some(radius) => {
                    let args = Args::new().text("point", point).count("metres", u64::from(radius));
                    self.say("place-radius", &args)
                }
            });
        }
        parts.join(", ")
    }

    fn reference(&self, reference: &Reference, field: &Field, name: Option<&String>) -> String {
        let name = name.cloned().unwrap_or_else(|| reference.record.to_string());
        let role = reference.role.as_deref().map(|role| self.role(role, field));
        let certainty = reference.certainty.map(|certainty| self.plain(&format!("certainty-{}", certainty.level())));
        let remarks: Vec<String> = role.into_iter().chain(certainty).collect();
        if remarks.is_empty() { name } else { format!("{name} ({})", remarks.join("; ")) }
    }

    fn role(&self, role: &str, field: &Field) -> String {
        match &field.roles {
            Some(Roles::Catalogue(catalogue)) => self.term(catalogue, role),
            Some(Roles::Listed(roles)) => {
                let known = roles.iter().find(|known| known.id == role);
                known.map_or(role, |known| known.label.get(self.language().lang())).to_owned()
            }
            None => role.to_owned(),
        }
    }

    fn attachment(&self, file: &Attachment) -> String {
        format!("{} ({})", file.name, number::size(file.size_bytes))
    }

    fn answer(&self, answer: Answer) -> String {
        self.term(ANSWERS, answer.id())
    }

    /// The type of aggression, then who suffered it and who is alleged to have done it.
    fn act(&self, act: &Act, links: &[String]) -> String {
        let aggression = match &act.aggression {
            Value::Choice(term) => self.term(AGGRESSIONS, term),
            Value::AsWritten(text) => self.say("value-as-written", &Args::new().text("text", text)),
            Value::NotAsked => self.plain("value-not-asked"),
            Value::Withheld => self.plain("value-withheld"),
            _ => self.plain("act-unknown"),
        };
        let name = |(position, reference): (usize, &Reference)| {
            links.get(position).cloned().unwrap_or_else(|| reference.record.to_string())
        };
        let mut names = act.victims.iter().chain(&act.perpetrators).enumerate().map(name);
        let victims: Vec<String> = names.by_ref().take(act.victims.len()).collect();
        let perpetrators: Vec<String> = names.collect();
        let mut parts = vec![aggression];
        for (id, named) in [("act-victims", victims), ("act-perpetrators", perpetrators)] {
            if !named.is_empty() {
                let args = Args::new().text("names", self.list(&named)).text("number", plural(named.len()));
                parts.push(self.say(id, &args));
            }
        }
        parts.join(" · ")
    }

    fn step(&self, step: &Step, field: &Field, proof: Option<&String>) -> String {
        let event = match &field.catalogue {
            Some(events) => self.term(events, &step.event),
            None => step.event.replace('_', " "),
        };
        let args = Args::new().text("event", event).text("date", self.date(&step.at, None));
        match proof {
            None => self.say("step-stated", &args),
            Some(proof) => self.say("step-documented", &args.text("proof", proof)),
        }
    }
}

const fn plural(length: usize) -> &'static str {
    if length == 1 { "one" } else { "other" }
}

/// Degrees with seven decimals out of 10⁻⁷ degrees.
fn degrees(value: i32) -> String {
    Number { mantissa: i64::from(value), exponent: -7, bound: None }.to_string()
}

#[cfg(test)]
mod tests;
