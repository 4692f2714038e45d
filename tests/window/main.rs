//! The window, driven as a person drives it.

mod entrance;
mod strangers;
