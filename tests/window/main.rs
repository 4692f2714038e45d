//! The window, driven as a person drives it.

#[cfg(target_os = "linux")]
mod absence;
mod entrance;
mod leaving;
mod settings;
mod sheets;
mod strangers;
