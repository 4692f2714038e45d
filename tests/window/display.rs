//! A display without a screen, one for each window.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::end;

/// A child that ends with its owner.
pub struct Quiet(pub Child);

impl Drop for Quiet {
    fn drop(&mut self) {
        end(&mut self.0);
    }
}

/// An Xvfb of its own.
pub struct Display {
    _server: Quiet,
    number: String,
}

impl Display {
    /// Starts one of this size.
    pub fn new(width: u32, height: u32) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24"), "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("xvfb is installed");
        let mut number = String::new();
        let out = server.stdout.take().expect("a pipe");
        BufReader::new(out).read_line(&mut number).expect("Xvfb says its number");
        Self { _server: Quiet(server), number: number.trim().to_owned() }
    }

    /// `:7`
    pub fn name(&self) -> String {
        format!(":{}", self.number)
    }
}
