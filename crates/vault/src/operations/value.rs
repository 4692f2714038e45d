//! Values as canonical CBOR: maps `{0: type, 1…}` without floats, tags or null.

use std::collections::BTreeMap;

use resguardo_domain::id::{ItemId, RecordId};
use resguardo_domain::value::{
    Act, Answer, Attachment, Bound, Certainty, Duration, DurationUnit, Money, Number, PartialDate, Place, Reference,
    Step, Value,
};
use resguardo_wire::WireError;
use resguardo_wire::gate::{Cbor, Fields, Limits};
use resguardo_wire::limits;

const UNKNOWN: u64 = 1;
const NOT_ASKED: u64 = 2;
const WITHHELD: u64 = 3;
const TEXT: u64 = 4;
const LONG_TEXT: u64 = 5;
const CHOICE: u64 = 6;
const DATE: u64 = 7;
const NUMBER: u64 = 8;
const DURATION: u64 = 9;
const MONEY: u64 = 10;
const PLACE: u64 = 11;
const REFERENCE: u64 = 12;
const ATTACHMENT: u64 = 13;
const ANSWER: u64 = 14;
const ACT: u64 = 15;
const STEP: u64 = 16;
const AS_WRITTEN: u64 = 17;
/// The same as CBOR writes it.
pub(super) const AS_WRITTEN_BYTE: u8 = 17;

type Entries = BTreeMap<u64, Cbor>;

pub(super) fn to_cbor(value: &Value) -> Cbor {
    match value {
        Value::Unknown => typed(UNKNOWN, []),
        Value::NotAsked => typed(NOT_ASKED, []),
        Value::Withheld => typed(WITHHELD, []),
        Value::Text(text) => typed(TEXT, [Some((1, tstr(text)))]),
        Value::LongText(text) => typed(LONG_TEXT, [Some((1, tstr(text)))]),
        Value::Choice(term) => typed(CHOICE, [Some((1, tstr(term)))]),
        Value::Date(date, zone) => {
            typed(DATE, [Some((1, tstr(date.as_str()))), zone.as_ref().map(|zone| (2, tstr(zone)))])
        }
        Value::Number(number) => number_to(number),
        Value::Duration(length) => {
            typed(DURATION, [Some((1, Cbor::Uint(length.count))), Some((2, tstr(length.unit.id())))])
        }
        Value::Money(money) => typed(
            MONEY,
            [Some((1, int(money.minor))), Some((2, tstr(&money.currency))), money.bound.map(|b| (3, bound_to(b)))],
        ),
        Value::Place(place) => place_to(place),
        Value::Reference(reference) => reference_cbor(reference),
        Value::Attachment(file) => attachment_to(file),
        Value::Answer(answer) => typed(ANSWER, [Some((1, Cbor::Uint(answer_number(*answer))))]),
        Value::Act(act) => {
            let list = |references: &[Reference]| Cbor::Array(references.iter().map(reference_cbor).collect());
            let parts = [(1, to_cbor(&act.aggression)), (2, list(&act.victims)), (3, list(&act.perpetrators))];
            typed(ACT, parts.map(Some))
        }
        Value::Step(step) => typed(
            STEP,
            [
                Some((1, tstr(&step.event))),
                Some((2, to_cbor(&Value::Date(step.at.clone(), None)))),
                step.proof.as_ref().map(|proof| (3, reference_cbor(proof))),
            ],
        ),
        Value::AsWritten(text) => typed(AS_WRITTEN, [Some((1, tstr(text)))]),
        Value::Newer { bytes, .. } => opaque(bytes),
    }
}

/// A value kept as its canonical bytes, for a type or verb this program does not know.
pub(super) fn opaque(bytes: &[u8]) -> Cbor {
    Cbor::decode(bytes, Limits::bytes(limits::ENVELOPE_MAX_BYTES)).unwrap_or_else(|_| Cbor::Bytes(Vec::new()))
}

pub(super) fn reference_to(record: RecordId) -> Cbor {
    reference_cbor(&Reference::to(record))
}

pub(super) fn from_cbor(cbor: Cbor) -> Result<Value, WireError> {
    let known = matches!(&cbor, Cbor::Map(entries)
        if matches!(entries.get(&0), Some(Cbor::Uint(number)) if (UNKNOWN..=AS_WRITTEN).contains(number)));
    if !known {
        return newer(&cbor);
    }
    let mut fields = cbor.into_fields()?;
    let value = match fields.take(0)?.into_uint()? {
        UNKNOWN => Value::Unknown,
        NOT_ASKED => Value::NotAsked,
        WITHHELD => Value::Withheld,
        TEXT => Value::Text(fields.take(1)?.into_text()?),
        LONG_TEXT => Value::LongText(fields.take(1)?.into_text()?),
        CHOICE => Value::Choice(fields.take(1)?.into_text()?),
        AS_WRITTEN => Value::AsWritten(fields.take(1)?.into_text()?),
        ANSWER => Value::Answer(answer_of(fields.take(1)?.into_uint()?)?),
        number => structured(number, &mut fields)?,
    };
    fields.finish()?;
    Ok(value)
}

/// Whether values of a type are words and nothing else.
pub(super) const fn is_plain(kind: u64) -> bool {
    matches!(kind, TEXT | LONG_TEXT)
}

/// The value of a type that is one text and nothing else; a date without a zone is one.
pub(super) fn of_text(kind: u64, text: &str) -> Option<Value> {
    match kind {
        TEXT => Some(Value::Text(text.to_owned())),
        LONG_TEXT => Some(Value::LongText(text.to_owned())),
        CHOICE => Some(Value::Choice(text.to_owned())),
        AS_WRITTEN => Some(Value::AsWritten(text.to_owned())),
        DATE => text.parse().ok().map(|date| Value::Date(date, None)),
        _ => None,
    }
}

fn newer(cbor: &Cbor) -> Result<Value, WireError> {
    let Cbor::Map(entries) = cbor else { return Err(unexpected("a value")) };
    let Some(Cbor::Uint(kind)) = entries.get(&0) else { return Err(unexpected("a value's type")) };
    Ok(Value::Newer { kind: *kind, bytes: cbor.encode() })
}

fn structured(number: u64, fields: &mut Fields) -> Result<Value, WireError> {
    Ok(match number {
        DATE => Value::Date(date(fields.take(1)?)?, fields.take_if_present(2).map(Cbor::into_text).transpose()?),
        NUMBER => Value::Number(Number {
            mantissa: fields.take(1)?.into_int()?,
            exponent: exponent(fields.take(2)?)?,
            bound: bound(fields)?,
        }),
        DURATION => Value::Duration(Duration {
            count: fields.take(1)?.into_uint()?,
            unit: DurationUnit::from_id(&fields.take(2)?.into_text()?).ok_or_else(|| unexpected("a unit of time"))?,
        }),
        MONEY => Value::Money(Money {
            minor: fields.take(1)?.into_int()?,
            currency: fields.take(2)?.into_text()?,
            bound: bound(fields)?,
        }),
        PLACE => Value::Place(Box::new(place(fields)?)),
        REFERENCE => Value::Reference(reference_parts(fields)?),
        ATTACHMENT => Value::Attachment(Box::new(attachment(fields)?)),
        ACT => Value::Act(Box::new(Act {
            aggression: from_cbor(fields.take(1)?)?,
            victims: references(fields.take(2)?)?,
            perpetrators: references(fields.take(3)?)?,
        })),
        STEP => Value::Step(Box::new(step(fields)?)),
        _ => return Err(unexpected("a value's type")),
    })
}

fn typed<const N: usize>(number: u64, entries: [Option<(u64, Cbor)>; N]) -> Cbor {
    let head = std::iter::once((0, Cbor::Uint(number)));
    Cbor::Map(head.chain(entries.into_iter().flatten()).collect::<Entries>())
}

fn tstr(text: &str) -> Cbor {
    Cbor::Text(text.to_owned())
}

fn int(value: i64) -> Cbor {
    u64::try_from(value).map_or_else(|_| Cbor::Nint((-1 - value).unsigned_abs()), Cbor::Uint)
}

const fn unexpected(expected: &'static str) -> WireError {
    WireError::Unexpected { expected }
}

fn number_to(number: &Number) -> Cbor {
    let bound = number.bound.map(|bound| (3, bound_to(bound)));
    typed(NUMBER, [Some((1, int(number.mantissa))), Some((2, int(i64::from(number.exponent)))), bound])
}

fn exponent(cbor: Cbor) -> Result<i8, WireError> {
    match i8::try_from(cbor.into_int()?) {
        Ok(exponent @ -9..=9) => Ok(exponent),
        Ok(_) | Err(_) => Err(unexpected("an exponent from -9 to 9")),
    }
}

const fn bound_to(bound: Bound) -> Cbor {
    Cbor::Uint(match bound {
        Bound::About => 1,
        Bound::AtLeast => 2,
        Bound::AtMost => 3,
    })
}

fn bound(fields: &mut Fields) -> Result<Option<Bound>, WireError> {
    match fields.take_if_present(3).map(Cbor::into_uint).transpose()? {
        None => Ok(None),
        Some(1) => Ok(Some(Bound::About)),
        Some(2) => Ok(Some(Bound::AtLeast)),
        Some(3) => Ok(Some(Bound::AtMost)),
        Some(_) => Err(unexpected("a hedge")),
    }
}

const fn answer_number(answer: Answer) -> u64 {
    match answer {
        Answer::No => 0,
        Answer::Yes => 1,
        Answer::Partly => 2,
    }
}

const fn answer_of(number: u64) -> Result<Answer, WireError> {
    match number {
        0 => Ok(Answer::No),
        1 => Ok(Answer::Yes),
        2 => Ok(Answer::Partly),
        _ => Err(unexpected("an answer")),
    }
}

fn date(cbor: Cbor) -> Result<PartialDate, WireError> {
    cbor.into_text()?.parse().map_err(|_error: resguardo_domain::value::NotADate| unexpected("a date"))
}

fn reference_cbor(reference: &Reference) -> Cbor {
    typed(
        REFERENCE,
        [
            Some((1, Cbor::bytes(reference.record.bytes()))),
            reference.role.as_ref().map(|role| (2, tstr(role))),
            reference.certainty.map(|certainty| (3, Cbor::Uint(u64::from(certainty.level())))),
        ],
    )
}

fn reference_parts(fields: &mut Fields) -> Result<Reference, WireError> {
    let certainty = fields.take_if_present(3).map(Cbor::into_uint).transpose()?;
    let certainty = certainty.map(|level| Certainty::from_level(level).ok_or_else(|| unexpected("a certainty")));
    Ok(Reference {
        record: RecordId::new(fields.take(1)?.into_array_of()?),
        role: fields.take_if_present(2).map(Cbor::into_text).transpose()?,
        certainty: certainty.transpose()?,
    })
}

fn reference(cbor: Cbor) -> Result<Reference, WireError> {
    match from_cbor(cbor)? {
        Value::Reference(reference) => Ok(reference),
        _ => Err(unexpected("a reference")),
    }
}

fn references(cbor: Cbor) -> Result<Vec<Reference>, WireError> {
    cbor.into_items()?.into_iter().map(reference).collect()
}

fn place_to(place: &Place) -> Cbor {
    let text = |key: u64, text: &Option<String>| text.as_ref().map(|text| (key, tstr(text)));
    let (lat, lon) = place.coordinates.unzip();
    let degrees = |key: u64, degrees: Option<i32>| degrees.map(|degrees| (key, int(i64::from(degrees))));
    typed(
        PLACE,
        [
            text(1, &place.state),
            text(2, &place.municipality),
            text(3, &place.municipality_code),
            text(4, &place.locality),
            degrees(5, lat),
            degrees(6, lon),
            place.radius_m.map(|radius| (7, Cbor::Uint(u64::from(radius)))),
        ],
    )
}

fn place(fields: &mut Fields) -> Result<Place, WireError> {
    let text = |fields: &mut Fields, key: u64| fields.take_if_present(key).map(Cbor::into_text).transpose();
    let degrees = |fields: &mut Fields, key: u64| match fields.take_if_present(key).map(Cbor::into_int).transpose()? {
        None => Ok(None),
        Some(degrees) => match i32::try_from(degrees) {
            Ok(degrees) => Ok(Some(degrees)),
            Err(_) => Err(unexpected("degrees")),
        },
    };
    Ok(Place {
        state: text(fields, 1)?,
        municipality: text(fields, 2)?,
        municipality_code: text(fields, 3)?,
        locality: text(fields, 4)?,
        coordinates: degrees(fields, 5)?.zip(degrees(fields, 6)?),
        radius_m: fields.take_if_present(7).map(Cbor::into_small).transpose()?,
    })
}

fn step(fields: &mut Fields) -> Result<Step, WireError> {
    let event = fields.take(1)?.into_text()?;
    let Value::Date(at, _) = from_cbor(fields.take(2)?)? else { return Err(unexpected("a date")) };
    Ok(Step { event, at, proof: fields.take_if_present(3).map(reference).transpose()? })
}

fn attachment_to(file: &Attachment) -> Cbor {
    typed(
        ATTACHMENT,
        [
            Some((1, Cbor::bytes(&file.blob))),
            Some((2, Cbor::Uint(file.sealed_bytes))),
            Some((3, Cbor::Uint(file.size_bytes))),
            Some((4, Cbor::bytes(&file.sha256))),
            Some((5, Cbor::bytes(&file.key))),
            Some((6, tstr(&file.kind))),
            Some((7, tstr(&file.name))),
            Some((8, Cbor::Uint(u64::from(file.sanitised)))),
            file.origin.map(|origin| (9, Cbor::bytes(origin.bytes()))),
            file.thumb.as_ref().map(|thumb| (10, attachment_to(thumb))),
        ],
    )
}

fn attachment(fields: &mut Fields) -> Result<Attachment, WireError> {
    let thumb = fields.take_if_present(10).map(from_cbor).transpose()?.map(|value| match value {
        Value::Attachment(file) => Ok(file),
        _ => Err(unexpected("a small picture")),
    });
    Ok(Attachment {
        blob: fields.take(1)?.into_array_of()?,
        sealed_bytes: fields.take(2)?.into_uint()?,
        size_bytes: fields.take(3)?.into_uint()?,
        sha256: fields.take(4)?.into_array_of()?,
        key: fields.take(5)?.into_array_of()?,
        kind: fields.take(6)?.into_text()?,
        name: fields.take(7)?.into_text()?,
        sanitised: match fields.take(8)?.into_uint()? {
            0 => false,
            1 => true,
            _ => return Err(unexpected("0 or 1")),
        },
        origin: fields.take_if_present(9).map(Cbor::into_array_of).transpose()?.map(ItemId::new),
        thumb: thumb.transpose()?,
    })
}
