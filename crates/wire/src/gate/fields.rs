//! Taking a decoded value apart: typed, and nothing left over.

use super::Cbor;
use crate::error::WireError;
use crate::limits::EXTENSION_KEY_MIN;
use std::collections::BTreeMap;

impl Cbor {
    /// The unsigned integer this is.
    ///
    /// # Errors
    /// `Unexpected` if it is something else.
    pub fn into_uint(self) -> Result<u64, WireError> {
        match self {
            Self::Uint(n) => Ok(n),
            _ => Err(WireError::Unexpected { expected: "an unsigned integer" }),
        }
    }

    /// The unsigned integer this is, if it fits `T`.
    ///
    /// # Errors
    /// `Unexpected` if it is something else or too large.
    pub fn into_small<T: TryFrom<u64>>(self) -> Result<T, WireError> {
        match T::try_from(self.into_uint()?) {
            Ok(small) => Ok(small),
            Err(_) => Err(WireError::Unexpected { expected: "a smaller unsigned integer" }),
        }
    }

    /// The signed integer this is.
    ///
    /// # Errors
    /// `Unexpected` if it is something else or outside `i64`.
    pub fn into_int(self) -> Result<i64, WireError> {
        let outside = WireError::Unexpected { expected: "an integer of 64 bits" };
        match self {
            Self::Uint(n) => i64::try_from(n).ok().ok_or(outside),
            Self::Nint(n) => i64::try_from(n).ok().map(|n| -1 - n).ok_or(outside),
            _ => Err(outside),
        }
    }

    /// The byte string this is.
    ///
    /// # Errors
    /// `Unexpected` if it is something else.
    pub fn into_bytes(self) -> Result<Vec<u8>, WireError> {
        match self {
            Self::Bytes(bytes) => Ok(bytes),
            _ => Err(WireError::Unexpected { expected: "a byte string" }),
        }
    }

    /// The byte string of exactly `N` bytes this is.
    ///
    /// # Errors
    /// `Unexpected` if it is something else or of another length.
    pub fn into_array_of<const N: usize>(self) -> Result<[u8; N], WireError> {
        match <[u8; N]>::try_from(self.into_bytes()?.as_slice()) {
            Ok(array) => Ok(array),
            Err(_) => Err(WireError::Unexpected { expected: "a byte string of another length" }),
        }
    }

    /// The text this is.
    ///
    /// # Errors
    /// `Unexpected` if it is something else.
    pub fn into_text(self) -> Result<String, WireError> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(WireError::Unexpected { expected: "a text" }),
        }
    }

    /// The truth value this is.
    ///
    /// # Errors
    /// `Unexpected` if it is something else.
    pub fn into_bool(self) -> Result<bool, WireError> {
        match self {
            Self::Bool(truth) => Ok(truth),
            _ => Err(WireError::Unexpected { expected: "false or true" }),
        }
    }

    /// The items of the array this is.
    ///
    /// # Errors
    /// `Unexpected` if it is something else.
    pub fn into_items(self) -> Result<Vec<Self>, WireError> {
        match self {
            Self::Array(items) => Ok(items),
            _ => Err(WireError::Unexpected { expected: "an array" }),
        }
    }

    /// The items of the array of exactly `N` items this is.
    ///
    /// # Errors
    /// `Unexpected` if it is something else or of another length.
    pub fn into_tuple<const N: usize>(self) -> Result<[Self; N], WireError> {
        match <[Self; N]>::try_from(self.into_items()?) {
            Ok(items) => Ok(items),
            Err(_) => Err(WireError::Unexpected { expected: "an array of another length" }),
        }
    }

    /// The entries of the map this is, to be taken one by one.
    ///
    /// # Errors
    /// `Unexpected` if it is something else.
    pub fn into_fields(self) -> Result<Fields, WireError> {
        match self {
            Self::Map(entries) => Ok(Fields { entries }),
            _ => Err(WireError::Unexpected { expected: "a map" }),
        }
    }
}

/// A map being taken apart. What is not taken must be accounted for by [`Fields::finish`] or [`Fields::extensions`].
#[derive(Clone, Debug)]
pub struct Fields {
    entries: BTreeMap<u64, Cbor>,
}

impl Fields {
    /// Takes the value of a key that must be there.
    ///
    /// # Errors
    /// `MissingKey`.
    pub fn take(&mut self, key: u64) -> Result<Cbor, WireError> {
        self.entries.remove(&key).ok_or(WireError::MissingKey { key })
    }

    /// Takes the value of a key that may be absent.
    pub fn take_if_present(&mut self, key: u64) -> Option<Cbor> {
        self.entries.remove(&key)
    }

    /// Ends where the schema allows no further key.
    ///
    /// # Errors
    /// `UnknownKey` names the first key left.
    pub fn finish(self) -> Result<(), WireError> {
        match self.entries.first_key_value() {
            None => Ok(()),
            Some((key, _)) => Err(WireError::UnknownKey { key: *key }),
        }
    }

    /// Ends where the schema allows extensions: gives back the keys from 64 on, which must be kept.
    ///
    /// # Errors
    /// `UnknownKey` names a key below 64 that is left.
    pub fn extensions(self) -> Result<BTreeMap<u64, Cbor>, WireError> {
        match self.entries.first_key_value() {
            Some((key, _)) if *key < EXTENSION_KEY_MIN => Err(WireError::UnknownKey { key: *key }),
            _ => Ok(self.entries),
        }
    }
}
