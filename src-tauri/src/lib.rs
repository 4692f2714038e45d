//! Resguardo's window: a Tauri shell that translates between the page and `resguardo-app`, and decides nothing else.
