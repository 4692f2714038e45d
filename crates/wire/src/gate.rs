//! The CBOR gate: the one way in and out for everything that is signed or authenticated (RFC 8949 §4.2.1,
//! protocol.md §2.3).
//!
//! A value is read only if its bytes are *the* encoding of it. minicbor alone accepts keys twice, long integers,
//! indefinite lengths and bytes after the end; two readers that repair such bytes differently would see two records
//! under one signature.

mod fields;

pub use fields::Fields;

use crate::error::WireError;
use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use std::collections::BTreeMap;

/// A CBOR value of the kinds the protocol uses: no floats, tags, null, indefinite lengths; map keys are unsigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cbor {
    /// An unsigned integer.
    Uint(u64),
    /// The negative integer −1 − n.
    Nint(u64),
    /// A byte string.
    Bytes(Vec<u8>),
    /// A text string.
    Text(String),
    /// An array.
    Array(Vec<Cbor>),
    /// A map. Unsigned keys in numeric order are in RFC 8949's order of encodings.
    Map(BTreeMap<u64, Cbor>),
    /// False or true.
    Bool(bool),
}

/// What a structure may cost at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Greatest length in bytes.
    pub max_len: usize,
    /// Greatest nesting; a bare integer has depth 0, an array of integers depth 1.
    pub max_depth: usize,
}

impl Limits {
    /// The protocol's depth and this many bytes.
    #[must_use]
    pub const fn bytes(max_len: usize) -> Self {
        Self { max_len, max_depth: crate::limits::DEPTH_MAX }
    }
}

impl Cbor {
    /// Reads bytes that must be exactly one value in its deterministic encoding.
    ///
    /// # Errors
    /// `TooLong`, `TooDeep`, `ImpossibleCount`, `ForeignKind`, `Malformed`, `NotCanonical`: the bytes are refused,
    /// never repaired.
    pub fn decode(bytes: &[u8], limits: Limits) -> Result<Self, WireError> {
        if bytes.len() > limits.max_len {
            return Err(WireError::TooLong { limit: limits.max_len });
        }
        let mut decoder = Decoder::new(bytes);
        let value = read(&mut decoder, limits.max_depth, limits)?;
        if value.encode() == bytes { Ok(value) } else { Err(WireError::NotCanonical) }
    }

    /// The deterministic encoding (RFC 8949 §4.2.1).
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.size_hint());
        self.encode_into(&mut bytes);
        bytes
    }

    /// Appends the deterministic encoding to `bytes`.
    pub fn encode_into(&self, bytes: &mut Vec<u8>) {
        write(self, &mut Encoder::new(bytes));
    }

    /// A byte string from anything that is one.
    #[must_use]
    pub fn bytes(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }

    /// A map from its entries.
    #[must_use]
    pub fn map<const N: usize>(entries: [(u64, Self); N]) -> Self {
        Self::Map(BTreeMap::from(entries))
    }

    /// Encoded length, short by at most a few bytes an item; saves growing a buffer step by step.
    fn size_hint(&self) -> usize {
        match self {
            Self::Uint(_) | Self::Nint(_) | Self::Bool(_) => 9,
            Self::Bytes(bytes) => bytes.len() + 5,
            Self::Text(text) => text.len() + 5,
            Self::Array(items) => items.iter().map(Self::size_hint).sum::<usize>() + 5,
            Self::Map(entries) => entries.values().map(|value| value.size_hint() + 2).sum::<usize>() + 5,
        }
    }
}

fn read(decoder: &mut Decoder<'_>, depth_left: usize, limits: Limits) -> Result<Cbor, WireError> {
    let malformed = |source| WireError::Malformed { source };
    match decoder.datatype().map_err(malformed)? {
        Type::U8 | Type::U16 | Type::U32 | Type::U64 => Ok(Cbor::Uint(decoder.u64().map_err(malformed)?)),
        Type::I8 | Type::I16 | Type::I32 | Type::I64 | Type::Int => {
            let value = i128::from(decoder.int().map_err(malformed)?);
            match u64::try_from(-1 - value) {
                Ok(n) => Ok(Cbor::Nint(n)),
                Err(_) => Err(WireError::ForeignKind),
            }
        }
        Type::Bytes => Ok(Cbor::Bytes(decoder.bytes().map_err(malformed)?.to_vec())),
        Type::String => Ok(Cbor::Text(decoder.str().map_err(malformed)?.to_owned())),
        Type::Bool => Ok(Cbor::Bool(decoder.bool().map_err(malformed)?)),
        Type::Array => {
            let depth_left = depth_left.checked_sub(1).ok_or(WireError::TooDeep { limit: limits.max_depth })?;
            let count = decoder.array().map_err(malformed)?.ok_or(WireError::ForeignKind)?;
            // Every item takes at least one byte.
            let count = bounded(count, decoder, 1)?;
            let mut items = Vec::new();
            for _ in 0..count {
                items.push(read(decoder, depth_left, limits)?);
            }
            Ok(Cbor::Array(items))
        }
        Type::Map => {
            let depth_left = depth_left.checked_sub(1).ok_or(WireError::TooDeep { limit: limits.max_depth })?;
            let count = decoder.map().map_err(malformed)?.ok_or(WireError::ForeignKind)?;
            // Every entry takes at least two bytes.
            let count = bounded(count, decoder, 2)?;
            let mut entries = BTreeMap::new();
            for _ in 0..count {
                let Cbor::Uint(key) = read(decoder, 0, limits)? else { return Err(WireError::ForeignKind) };
                if entries.insert(key, read(decoder, depth_left, limits)?).is_some() {
                    return Err(WireError::NotCanonical);
                }
            }
            Ok(Cbor::Map(entries))
        }
        _ => Err(WireError::ForeignKind),
    }
}

fn bounded(count: u64, decoder: &Decoder<'_>, bytes_each: usize) -> Result<usize, WireError> {
    let left = decoder.input().len().saturating_sub(decoder.position());
    match usize::try_from(count) {
        Ok(count) if count <= left / bytes_each => Ok(count),
        _ => Err(WireError::ImpossibleCount),
    }
}

/// Writing into a `Vec` cannot fail, so the results say nothing.
fn write(value: &Cbor, encoder: &mut Encoder<&mut Vec<u8>>) {
    let written: Result<(), minicbor::encode::Error<core::convert::Infallible>> = match value {
        Cbor::Uint(n) => encoder.u64(*n).map(drop),
        Cbor::Nint(n) => match minicbor::data::Int::try_from(-1 - i128::from(*n)) {
            Ok(int) => encoder.int(int).map(drop),
            Err(_) => Ok(()),
        },
        Cbor::Bytes(bytes) => encoder.bytes(bytes).map(drop),
        Cbor::Text(text) => encoder.str(text).map(drop),
        Cbor::Bool(truth) => encoder.bool(*truth).map(drop),
        Cbor::Array(items) => {
            let written = encoder.array(items.len() as u64).map(drop);
            items.iter().for_each(|item| write(item, encoder));
            written
        }
        Cbor::Map(entries) => {
            let written = encoder.map(entries.len() as u64).map(drop);
            for (key, item) in entries {
                write(&Cbor::Uint(*key), encoder);
                write(item, encoder);
            }
            written
        }
    };
    debug_assert!(written.is_ok(), "a Vec takes every byte");
}

#[cfg(test)]
mod tests;
