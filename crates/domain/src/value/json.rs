//! Values as JSON: the stable forms of the command line and of exports.

use serde_json::{Map, Value as Json, json};

use super::{Act, Answer, Bound, Certainty, Duration, DurationUnit, Money, Number, Place, Reference, Step, Value};
use crate::id::RecordId;
use crate::schema::FieldType;

/// The JSON does not describe a value of the field's type.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a value of this field's type")]
pub struct NotThisType;

/// The JSON form of a value. Keys of attachments never appear.
#[must_use]
pub fn to_json(value: &Value) -> Json {
    match value {
        Value::Unknown => json!({"unknown": true}),
        Value::NotAsked => json!({"not_asked": true}),
        Value::Withheld => json!({"withheld": true}),
        Value::Text(text) | Value::LongText(text) => json!(text),
        Value::Choice(term) => json!(term),
        Value::Date(date, None) => json!(date.as_str()),
        Value::Date(date, Some(zone)) => json!({"date": date.as_str(), "zone": zone}),
        Value::Number(number) => number_json(number),
        Value::Duration(length) => json!({"count": length.count, "unit": length.unit.id()}),
        Value::Money(money) => hedged(json!({"amount": money.minor, "currency": money.currency}), money.bound),
        Value::Place(place) => place_json(place),
        Value::Reference(reference) => reference_json(reference),
        Value::Attachment(file) => json!({
            "size": file.size_bytes, "sha256": hex(&file.sha256), "kind": file.kind, "name": file.name,
            "sanitised": file.sanitised,
        }),
        Value::Answer(answer) => json!(answer.id()),
        Value::Act(act) => json!({
            "aggression": to_json(&act.aggression),
            "victims": act.victims.iter().map(reference_json).collect::<Vec<_>>(),
            "perpetrators": act.perpetrators.iter().map(reference_json).collect::<Vec<_>>(),
        }),
        Value::Step(step) => {
            let mut map = Map::new();
            map.insert("step".into(), json!(step.event));
            map.insert("at".into(), json!(step.at.as_str()));
            map.extend(step.proof.iter().map(|proof| ("proof".into(), reference_json(proof))));
            Json::Object(map)
        }
        Value::AsWritten(text) => json!({"as_written": text}),
        Value::Newer { kind, .. } => json!({"newer": kind}),
    }
}

fn hedged(mut json: Json, bound: Option<Bound>) -> Json {
    if let (Some(bound), Json::Object(map)) = (bound, &mut json) {
        map.insert("bound".into(), json!(bound.id()));
    }
    json
}

fn number_json(number: &Number) -> Json {
    let plain = match number.exponent {
        0 => json!(number.mantissa),
        _ => json!(number.to_string()),
    };
    if number.bound.is_none() { plain } else { hedged(json!({"number": plain}), number.bound) }
}

fn reference_json(reference: &Reference) -> Json {
    let mut map = Map::new();
    map.insert("ref".into(), json!(reference.record.to_string()));
    map.extend(reference.role.iter().map(|role| ("role".into(), json!(role))));
    map.extend(reference.certainty.iter().map(|c| ("certainty".into(), json!(c.level()))));
    Json::Object(map)
}

fn place_json(place: &Place) -> Json {
    let mut map = Map::new();
    let texts = [
        ("state", &place.state),
        ("municipality", &place.municipality),
        ("municipality_code", &place.municipality_code),
        ("locality", &place.locality),
    ];
    map.extend(texts.into_iter().filter_map(|(key, text)| text.as_ref().map(|text| (key.into(), json!(text)))));
    if let Some((lat, lon)) = place.coordinates {
        map.insert("lat".into(), json!(f64::from(lat) / 1e7));
        map.insert("lon".into(), json!(f64::from(lon) / 1e7));
    }
    map.extend(place.radius_m.map(|radius| ("radius_m".into(), json!(radius))));
    Json::Object(map)
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| match write!(text, "{byte:02x}") {
        Ok(()) | Err(_) => text,
    })
}

/// Reads the JSON form of one value of a field of this type. Terms, roles and what a reference points to are checked
/// by [`crate::validate`], not here.
///
/// # Errors
/// [`NotThisType`] when the JSON has another shape.
pub fn from_json(json: &Json, kind: FieldType) -> Result<Value, NotThisType> {
    if let Some(value) = in_any_field(json) {
        return Ok(value);
    }
    match json {
        Json::String(text) => from_text(text, kind),
        Json::Number(number) if kind == FieldType::Number => {
            Number::parse(&number.to_string()).map(Value::Number).ok_or(NotThisType)
        }
        Json::Number(number) => from_text(&number.to_string(), kind),
        Json::Bool(yes) if kind == FieldType::Answer => Ok(Value::Answer(if *yes { Answer::Yes } else { Answer::No })),
        Json::Object(map) => from_map(map, kind).ok_or(NotThisType),
        Json::Null | Json::Bool(_) | Json::Array(_) => Err(NotThisType),
    }
}

/// The three non-answers and *as written*, which stand in any field.
fn in_any_field(json: &Json) -> Option<Value> {
    let map = json.as_object().filter(|map| map.len() == 1)?;
    let (key, inner) = map.iter().next()?;
    match (key.as_str(), inner) {
        ("unknown", Json::Bool(true)) => Some(Value::Unknown),
        ("not_asked", Json::Bool(true)) => Some(Value::NotAsked),
        ("withheld", Json::Bool(true)) => Some(Value::Withheld),
        ("as_written", Json::String(text)) => Some(Value::AsWritten(text.clone())),
        _ => None,
    }
}

/// Reads what a person types for one value of a field of this type: `--set field=value`.
///
/// # Errors
/// [`NotThisType`] when the text cannot be such a value.
pub fn from_text(text: &str, kind: FieldType) -> Result<Value, NotThisType> {
    let trimmed = text.trim();
    let value = match kind {
        FieldType::Text => Some(Value::Text(one_line(trimmed))),
        FieldType::LongText => Some(Value::LongText(text.replace("\r\n", "\n").trim().to_owned())),
        FieldType::Choice => Some(Value::Choice(trimmed.to_owned())),
        FieldType::Date => trimmed.parse().ok().map(|date| Value::Date(date, None)),
        FieldType::Number => Number::parse(trimmed).map(Value::Number),
        FieldType::Duration => Duration::parse(trimmed).map(Value::Duration),
        FieldType::Money => Money::parse(trimmed).map(Value::Money),
        FieldType::Place => {
            Some(Value::Place(Box::new(Place { locality: Some(one_line(trimmed)), ..Place::default() })))
        }
        FieldType::Reference => trimmed.parse().ok().map(|id| Value::Reference(Reference::to(id))),
        FieldType::Answer => answer(trimmed).map(Value::Answer),
        FieldType::Act => Some(Value::Act(Box::new(Act {
            aggression: Value::Choice(trimmed.to_owned()),
            victims: Vec::new(),
            perpetrators: Vec::new(),
        }))),
        FieldType::Attachment | FieldType::Step => None,
    };
    value.ok_or(NotThisType)
}

fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn answer(text: &str) -> Option<Answer> {
    match text.to_lowercase().as_str() {
        "yes" | "sí" | "si" | "true" => Some(Answer::Yes),
        "no" | "false" => Some(Answer::No),
        "partly" | "en parte" | "parcial" => Some(Answer::Partly),
        _ => None,
    }
}

fn from_map(map: &Map<String, Json>, kind: FieldType) -> Option<Value> {
    let text = |key: &str| map.get(key).and_then(Json::as_str).map(str::to_owned);
    let bound = || match map.get("bound") {
        None => Some(None),
        Some(id) => Bound::from_id(id.as_str()?).map(Some),
    };
    match kind {
        FieldType::Date => Some(Value::Date(text("date")?.parse().ok()?, Some(text("zone")?))),
        FieldType::Number => {
            let digits = map.get("number")?;
            let digits = digits.as_str().map_or_else(|| digits.to_string(), str::to_owned);
            Some(Value::Number(Number { bound: bound()?, ..Number::parse(&digits)? }))
        }
        FieldType::Duration => Some(Value::Duration(Duration {
            count: map.get("count")?.as_u64()?,
            unit: DurationUnit::from_id(map.get("unit")?.as_str()?)?,
        })),
        FieldType::Money => {
            let currency = text("currency").filter(|c| c.len() == 3 && c.bytes().all(|b| b.is_ascii_uppercase()))?;
            Some(Value::Money(Money { minor: map.get("amount")?.as_i64()?, currency, bound: bound()? }))
        }
        FieldType::Place => place(map).map(|place| Value::Place(Box::new(place))),
        FieldType::Reference => reference(map).map(Value::Reference),
        FieldType::Act => Some(Value::Act(Box::new(Act {
            aggression: map
                .get("aggression")
                .map_or(Some(Value::Unknown), |json| from_json(json, FieldType::Choice).ok())?,
            victims: references(map.get("victims"))?,
            perpetrators: references(map.get("perpetrators"))?,
        }))),
        FieldType::Step => Some(Value::Step(Box::new(Step {
            event: text("step")?,
            at: text("at")?.parse().ok()?,
            proof: map.get("proof").map_or(Some(None), |json| one_reference(json).map(Some))?,
        }))),
        FieldType::Text | FieldType::LongText | FieldType::Choice | FieldType::Answer | FieldType::Attachment => None,
    }
}

fn references(json: Option<&Json>) -> Option<Vec<Reference>> {
    json.map_or(Some(Vec::new()), |json| json.as_array()?.iter().map(one_reference).collect())
}

fn one_reference(json: &Json) -> Option<Reference> {
    match json {
        Json::String(id) => id.parse::<RecordId>().ok().map(Reference::to),
        Json::Object(map) => reference(map),
        _ => None,
    }
}

fn reference(map: &Map<String, Json>) -> Option<Reference> {
    let certainty = match map.get("certainty") {
        None => None,
        Some(level) => Some(Certainty::from_level(level.as_u64()?)?),
    };
    let role = map.get("role").map_or(Some(None), |role| role.as_str().map(|role| Some(role.to_owned())))?;
    Some(Reference { record: map.get("ref")?.as_str()?.parse().ok()?, role, certainty })
}

fn place(map: &Map<String, Json>) -> Option<Place> {
    let text = |key: &str| map.get(key).and_then(Json::as_str).map(str::to_owned);
    let degrees = |key: &str, most: f64| map.get(key).and_then(Json::as_f64).and_then(|d| scaled_degrees(d, most));
    Some(Place {
        state: text("state"),
        municipality: text("municipality"),
        municipality_code: text("municipality_code"),
        locality: text("locality"),
        coordinates: match (map.contains_key("lat"), map.contains_key("lon")) {
            (false, false) => None,
            _ => Some((degrees("lat", 90.0)?, degrees("lon", 180.0)?)),
        },
        radius_m: match map.get("radius_m") {
            None => None,
            Some(radius) => Some(u32::try_from(radius.as_u64()?).ok()?),
        },
    })
}

/// Degrees as whole 10⁻⁷ degrees, through their decimal text so that no cast can wrap.
fn scaled_degrees(degrees: f64, most: f64) -> Option<i32> {
    if !(-most..=most).contains(&degrees) {
        return None;
    }
    format!("{:.0}", degrees * 1e7).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_json_form_reads_back_as_itself() {
        let id = "a1".repeat(16);
        for (kind, json) in [
            (FieldType::Date, json!("2014-05~")),
            (FieldType::Date, json!({"date": "2014-05-03T16:00", "zone": "America/Mexico_City"})),
            (FieldType::Choice, json!({"unknown": true})),
            (FieldType::Choice, json!({"as_written": "levantón"})),
            (FieldType::Number, json!(89)),
            (FieldType::Number, json!({"number": "12.5", "bound": "about"})),
            (FieldType::Money, json!({"amount": 17_000_000_000_i64, "currency": "MXN"})),
            (FieldType::Duration, json!({"count": 72, "unit": "h"})),
            (FieldType::Place, json!({"state": "20", "lat": 17.0654321, "lon": -96.725, "radius_m": 500})),
            (FieldType::Reference, json!({"ref": id, "role": "victim", "certainty": 2})),
            (FieldType::Answer, json!("partly")),
            (FieldType::Act, json!({"aggression": "life.homicide", "victims": [{"ref": id}], "perpetrators": []})),
            (FieldType::Step, json!({"step": "risk_study_done", "at": "2014-02-28"})),
        ] {
            let value = from_json(&json, kind).unwrap_or_else(|_| panic!("{json}"));
            assert_eq!(to_json(&value), json);
        }
    }

    #[test]
    fn json_of_another_shape_is_refused() {
        for (kind, json) in [
            (FieldType::Date, json!("ayer")),
            (FieldType::Money, json!({"amount": 1})),
            (FieldType::Place, json!({"lat": 91.0, "lon": 0.0})),
            (FieldType::Reference, json!("Regina")),
            (FieldType::Attachment, json!({"size": 1})),
            (FieldType::Text, json!(null)),
        ] {
            assert_eq!(from_json(&json, kind), Err(NotThisType), "{json}");
        }
    }

    #[test]
    fn the_key_of_a_file_never_appears_in_json() {
        let file = super::super::Attachment {
            blob: [1; 32],
            sealed_bytes: 9,
            size_bytes: 4,
            sha256: [2; 32],
            key: [0x77; 32],
            kind: "image/png".into(),
            name: "foto.png".into(),
            sanitised: false,
            origin: None,
            thumb: None,
        };
        assert!(!to_json(&Value::Attachment(Box::new(file.clone()))).to_string().contains("7777"));
        assert!(!format!("{file:?}").contains("119"));
    }
}
