//! Names of things: sixteen random bytes, written as 32 lower-case hexadecimal digits.

use std::fmt;
use std::str::FromStr;

/// The text is not 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id is 32 hexadecimal digits")]
pub struct NotAnId;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name([u8; 16]);

        impl $name {
            /// The id made of these bytes.
            #[must_use]
            pub const fn new(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// Its sixteen bytes.
            #[must_use]
            pub const fn bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse_hex(text).map(Self)
            }
        }
    };
}

id_type!(
    /// The name of a record, the same in every scope that holds it.
    RecordId
);
id_type!(
    /// The name of one operation, made when a person saves.
    OperationId
);
id_type!(
    /// The name of one item of a field that holds several values.
    ItemId
);

fn parse_hex(text: &str) -> Result<[u8; 16], NotAnId> {
    let mut bytes = [0; 16];
    let digits = text.as_bytes();
    if digits.len() != 32 {
        return Err(NotAnId);
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let [high, low] = pair else { return Err(NotAnId) };
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Ok(bytes)
}

const fn digit(byte: u8) -> Result<u8, NotAnId> {
    match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'a'..=b'f' => Ok(byte - b'a' + 10),
        b'A'..=b'F' => Ok(byte - b'A' + 10),
        _ => Err(NotAnId),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_its_text() {
        let id = RecordId::new([0xa1; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("a1a1".parse::<RecordId>(), Err(NotAnId));
        assert_eq!("g".repeat(32).parse::<RecordId>(), Err(NotAnId));
    }
}
