//! What comes in from other programs and what goes out to them.
//!
//! In: bytes of a spreadsheet become cells ([`read`]), cells are understood ([`recognise`]), a [`mapping`] says which
//! column is which field, and a [`draft`] is what an import would write, with everything it could not place. Bytes in, values out: this room opens no file, starts no
//! process, asks no clock and sees no vault; formulas are never run, nothing is fetched, nothing is dropped in silence.
//!
//! **Terms.** A *heading* is the text above a column; a *path* names a field, `date` of the row's own record or
//! `victims.name` of one it points to; a cell is *kept as written* when no term or type fits.
//!
//! Rooms in reading order: [`limits`], [`read`], [`recognise`], [`mapping`], [`draft`], [`write`].

pub mod draft;
pub mod error;
pub mod limits;
pub mod mapping;
pub mod read;
pub mod recognise;
pub mod write;

pub use error::Error;
