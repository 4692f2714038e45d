//! Operations as bytes: the payload of a body of type 10 (protocol.md §2.6a).
//!
//! ```text
//! payload = CBOR [op…]
//! op      = [id bstr16, at u64 ms, record bstr16, verb u8, field tstr, value, replaces [id…], by bstr16 | h'']
//! value   = { 0: type, 1…: as the type says }, h'' where the verb carries none
//! ```

mod value;

use resguardo_domain::id::{ItemId, OperationId, RecordId};
use resguardo_domain::operation::{Action, Operation, Status};
use resguardo_domain::value::Value;
use resguardo_wire::WireError;
use resguardo_wire::gate::{Cbor, Limits};
use resguardo_wire::limits;

use value::{from_cbor, to_cbor};

/// The bytes of a payload.
#[must_use]
pub fn encode(operations: &[Operation]) -> Vec<u8> {
    Cbor::Array(operations.iter().map(operation_to_cbor).collect()).encode()
}

/// How many bytes an operation takes in a payload.
#[must_use]
pub fn encoded_len(operation: &Operation) -> usize {
    operation_to_cbor(operation).encode().len()
}

/// Reads a payload through the gate.
///
/// # Errors
/// What the gate refuses, or an operation of another shape. Unknown verbs and value types are kept, not refused.
pub fn decode(payload: &[u8]) -> Result<Vec<Operation>, WireError> {
    let list = Cbor::decode(payload, Limits::bytes(limits::ENVELOPE_MAX_BYTES))?;
    list.into_items()?.into_iter().map(operation_from_cbor).collect()
}

/// The bytes of the values of one field, for a summary.
pub(crate) fn encode_values(values: &[Value]) -> Vec<u8> {
    Cbor::Array(values.iter().map(to_cbor).collect()).encode()
}

/// How a value kept as written begins after the head of its map: `00 type 01`. Other bytes may look like it.
pub(crate) const AS_WRITTEN_MARK: [u8; 3] = [0x00, value::AS_WRITTEN_BYTE, 0x01];

/// Reads the values of one field of a summary.
pub(crate) fn decode_values(bytes: &[u8]) -> Result<Vec<Value>, WireError> {
    let text = one_text(bytes).and_then(|(kind, text)| Some((kind, std::str::from_utf8(text).ok()?)));
    if let Some(value) = text.and_then(|(kind, text)| value::of_text(kind, text)) {
        return Ok(vec![value]);
    }
    let list = Cbor::decode(bytes, Limits::bytes(limits::ENVELOPE_MAX_BYTES))?;
    list.into_items()?.into_iter().map(from_cbor).collect()
}

/// The commonest field of a summary, one value that is a text of some type, read without the gate: `81 a2 00 type 01
/// tstr`. A filter over 100,000 records reads little else. Anything but exactly this form is left to the gate.
fn one_text(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let [0x81, 0xa2, 0x00, kind, 0x01, rest @ ..] = bytes else { return None };
    let (length, text) = match rest {
        [short @ 0x60..=0x77, text @ ..] => (u16::from(short - 0x60), text),
        [0x78, length @ 24..=255, text @ ..] => (u16::from(*length), text),
        [0x79, high @ 1..=255, low, text @ ..] => (u16::from_be_bytes([*high, *low]), text),
        _ => return None,
    };
    (text.len() == usize::from(length)).then_some((u64::from(*kind), text))
}

/// The text of a field that holds one text and nothing else, where it stands: its bytes, not looked at yet.
pub(crate) fn plain_text(bytes: &[u8]) -> Option<&[u8]> {
    one_text(bytes).filter(|(kind, _)| value::is_plain(*kind)).map(|(_, text)| text)
}

const CREATE: u64 = 0;
const SET: u64 = 1;
const ADD: u64 = 2;
const REMOVE: u64 = 3;
const ARCHIVED: u64 = 4;
const IN_USE: u64 = 5;
const MERGE: u64 = 6;
const UNMERGE: u64 = 7;
const BINNED: u64 = 8;

fn operation_to_cbor(operation: &Operation) -> Cbor {
    let nothing = || Cbor::Bytes(Vec::new());
    let (verb, field, value) = match &operation.action {
        Action::Create { kind } => (CREATE, kind.as_str(), nothing()),
        Action::Set { field, value } => (SET, field.as_str(), to_cbor(value)),
        Action::Add { field, item, value } => {
            (ADD, field.as_str(), Cbor::Array(vec![Cbor::bytes(item.bytes()), to_cbor(value)]))
        }
        Action::Remove { field } => (REMOVE, field.as_str(), nothing()),
        Action::Status(Status::Archived) => (ARCHIVED, "", nothing()),
        Action::Status(Status::InUse) => (IN_USE, "", nothing()),
        Action::Status(Status::Binned) => (BINNED, "", nothing()),
        Action::MergeInto(other) => (MERGE, "", value::reference_to(*other)),
        Action::Unmerge => (UNMERGE, "", nothing()),
        Action::Newer { verb, field, value } => (*verb, field.as_str(), value::opaque(value)),
    };
    Cbor::Array(vec![
        Cbor::bytes(operation.id.bytes()),
        Cbor::Uint(operation.at_ms),
        Cbor::bytes(operation.record.bytes()),
        Cbor::Uint(verb),
        Cbor::Text(field.to_owned()),
        value,
        Cbor::Array(operation.replaces.iter().map(|id| Cbor::bytes(id.bytes())).collect()),
        operation.by.map_or_else(nothing, |by| Cbor::bytes(by.bytes())),
    ])
}

fn operation_from_cbor(cbor: Cbor) -> Result<Operation, WireError> {
    let [id, at, record, verb, field, value, replaces, by] = cbor.into_tuple()?;
    let replaces = replaces.into_items()?.into_iter();
    let by = match by {
        Cbor::Bytes(none) if none.is_empty() => None,
        some => Some(RecordId::new(some.into_array_of()?)),
    };
    Ok(Operation {
        id: OperationId::new(id.into_array_of()?),
        at_ms: at.into_uint()?,
        record: RecordId::new(record.into_array_of()?),
        action: action(verb.into_uint()?, field.into_text()?, value)?,
        replaces: replaces.map(|id| id.into_array_of().map(OperationId::new)).collect::<Result<_, _>>()?,
        by,
    })
}

fn action(verb: u64, field: String, value: Cbor) -> Result<Action, WireError> {
    let bare = |value: Cbor, action| match value {
        Cbor::Bytes(none) if none.is_empty() => Ok(action),
        _ => Err(WireError::Unexpected { expected: "no value" }),
    };
    match verb {
        CREATE => bare(value, Action::Create { kind: field }),
        SET => Ok(Action::Set { field, value: from_cbor(value)? }),
        ADD => {
            let [item, value] = value.into_tuple()?;
            Ok(Action::Add { field, item: ItemId::new(item.into_array_of()?), value: from_cbor(value)? })
        }
        REMOVE => bare(value, Action::Remove { field }),
        ARCHIVED => bare(value, Action::Status(Status::Archived)),
        IN_USE => bare(value, Action::Status(Status::InUse)),
        BINNED => bare(value, Action::Status(Status::Binned)),
        MERGE => match from_cbor(value)? {
            Value::Reference(reference) => Ok(Action::MergeInto(reference.record)),
            _ => Err(WireError::Unexpected { expected: "a reference" }),
        },
        UNMERGE => bare(value, Action::Unmerge),
        _ => Ok(Action::Newer { verb, field, value: value.encode() }),
    }
}

#[cfg(test)]
mod tests;
