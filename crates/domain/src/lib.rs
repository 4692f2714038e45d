//! What a record is and what follows from it.
//!
//! This room knows the field's words — incident, act, person, evidence — and the rules every record obeys. It never
//! asks the time, draws a random number, opens a file or speaks to a network: whoever calls gives those.
//!
//! **Terms.** An *operation* is one change somebody made; a [`record::Record`] is the set of its operations and reads
//! as [`record::Current`]; a [`summary::Summary`] is what lists need of it. A [`draft::Draft`] is what a person typed,
//! checked by [`validate`] and turned into operations. A [`schema::Kind`] says which fields a record has, a
//! [`catalogue::Catalogue`] which terms a choice offers. Nothing leaves but as [`disclosure::Disclosed`].
//!
//! Rooms in reading order: [`value`], [`schema`], [`catalogue`], [`operation`], [`record`], [`draft`], [`validate`],
//! [`acts`], [`summary`], [`disclosure`], [`incidents`],
//! [`handover`], [`calls`].

pub mod acts;
pub mod calls;
pub mod catalogue;
pub mod disclosure;
pub mod draft;
pub mod field;
pub mod fold;
pub mod handover;
pub mod id;
pub mod incidents;
pub mod operation;
pub mod record;
pub mod schema;
pub mod summary;
pub mod validate;
pub mod value;
