//! The window, driven as a person drives it.

#[cfg(target_os = "linux")]
mod absence;
mod application;
mod boards;
mod capture;
#[cfg(target_os = "linux")]
mod closed;
mod controls;
mod daily;
mod entrance;
mod journeys;
mod keyboard;
mod leaving;
mod lists;
mod look;
mod mechanism;
mod records;
mod room;
mod schema;
mod settings;
mod sheets;
mod strangers;
#[cfg(target_os = "linux")]
mod traces;
