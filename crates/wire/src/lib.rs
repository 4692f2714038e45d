//! The clear part of the protocol: everything that can be seen and checked without a key.
//!
//! What this crate is for: turning bytes that came from a disk, a stick or a server into typed structures, or
//! refusing them; and giving the exact bytes that are hashed, signed and authenticated.
//!
//! What it never does: decrypt, read a clock, draw random bytes, touch a file or a socket. It keeps no order that
//! depends on a hash map.
//!
//! # Terms
//! - **gate**: the one way in for CBOR. Length cap, bounded decoding, re-encoding and comparison ([`gate::Cbor`]).
//! - **label**: the ASCII prefix that keeps two uses of one primitive apart ([`label`]).
//! - **envelope**: the signed, sealed unit of writing; here its header, ciphertext and signature ([`envelope`]).
//! - **chain**: each author's envelopes in one scope, each naming the one before ([`chain`]).
//!
//! # Example
//! ```
//! use resguardo_wire::gate::{Cbor, Limits};
//!
//! let bytes = Cbor::Array(vec![Cbor::Uint(7), Cbor::Text("árbol".into())]).encode();
//! let limits = Limits { max_len: 64, max_depth: 8 };
//! assert!(Cbor::decode(&bytes, limits).is_ok());
//!
//! // The same array with one byte too many is refused, not trimmed.
//! let longer = [bytes.as_slice(), &[0xff]].concat();
//! assert!(Cbor::decode(&longer, limits).is_err());
//! ```
//!
//! # Rooms, in reading order
//! [`limits`] · [`error`] · [`gate`] · [`label`] · [`id`] · [`hash`] · [`chain`] · [`envelope`]

pub mod chain;
pub mod envelope;
pub mod error;
pub mod gate;
pub mod hash;
pub mod id;
pub mod label;
pub mod limits;

pub use error::WireError;
