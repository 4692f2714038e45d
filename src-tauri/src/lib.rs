//! Resguardo's window: a Tauri shell that translates between the page and `resguardo-app`, and decides nothing else.
//!
//! Two windows, one of them shown: `lock` may only make and unlock a vault, `main` may do the rest and waits behind it,
//! empty, until somebody unlocked. Locking destroys `main` with everything its page holds and opens a fresh `lock`. Pages
//! come from inside the program, may not leave it, and never name a path: files are chosen in dialogs that Rust opens.
//!
//! **Rooms.** [`commands`] one file a row, ten lines a command · `desk` what the process holds between two calls ·
//! `windows` how the two windows are made · `watch` idle time, screen lock and suspend · `dialogs` the system's own file
//! dialogs · `scheme` pictures for `<img>` · `network` ends what WebKit keeps of windows that went · [`bindings`] the TypeScript of all of it.

pub mod bindings;
pub mod commands;
mod desk;
mod dialogs;
#[cfg(target_os = "linux")]
mod network;
mod scheme;
mod start;
mod watch;
mod windows;

pub use desk::Desk;
pub use start::run;
