//! The clocks as whoever calls sees them.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a helper of a test may fail as loudly as the test"
)]

mod examples;
mod properties;
mod scene;
mod stages;
mod states;
mod vectors;
