//! The program as a stranger uses it: called from outside, in a folder of its own, judged by what it prints.

pub mod archive;
pub mod manual;
pub mod scene;
pub mod traces;
pub mod window;
pub mod work;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value as Json;

/// A passphrase strong enough to be taken.
pub const PASSPHRASE: &str = "correct horse battery staple granizo";

/// Where cargo puts what it builds.
pub fn target_folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache/resguardo/target"),
    }
}

/// A program of the workspace, built before the tests by `cargo build --workspace --bins`, as this one was: what is built
/// to be measured finds what is.
pub fn built(name: &str) -> PathBuf {
    let profile = if cfg!(debug_assertions) { "debug" } else { "release" };
    let path = target_folder().join(profile).join(name);
    assert!(path.exists(), "{name} is not built: run `cargo build --workspace --bins` first");
    path
}

/// What the program answered.
pub struct Answer {
    /// Its exit code.
    pub code: i32,
    /// Its standard output.
    pub out: String,
    /// Its standard error.
    pub err: String,
}

impl Answer {
    /// Its standard output as JSON.
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in «{}» «{}»", self.out, self.err))
    }
}

/// `resguardo` with a vault, a home and a folder for temporary files of its own.
pub struct Program {
    folder: tempfile::TempDir,
}

impl Default for Program {
    fn default() -> Self {
        Self::new()
    }
}

impl Program {
    /// A scratch folder with the passphrase in a file; no vault yet.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a scratch folder");
        std::fs::write(folder.path().join("passphrase"), PASSPHRASE).expect("a file");
        for name in ["home", "tmp"] {
            std::fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        Self { folder }
    }

    /// The same with a vault in it, derived as cheaply as the program allows.
    pub fn with_vault() -> Self {
        let program = Self::new();
        let made = program.run(&["init", "--kdf-memory", "64", "--json"]);
        assert_eq!(made.code, 0, "{}", made.err);
        program
    }

    /// The scratch folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The vault's folder.
    pub fn vault(&self) -> PathBuf {
        self.folder().join("vault")
    }

    /// A path in the scratch folder, as an argument.
    pub fn path(&self, name: &str) -> String {
        self.folder().join(name).display().to_string()
    }

    /// The command, ready for more.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(built("resguardo"));
        command.env_clear().env("HOME", self.folder().join("home")).env("TMPDIR", self.folder().join("tmp"));
        command.env("LANG", "es_MX.UTF-8").stdin(Stdio::null()).current_dir(self.folder());
        command.args(arguments);
        command
    }

    /// Runs it on the vault with the passphrase.
    pub fn run(&self, arguments: &[&str]) -> Answer {
        let mut all = vec!["--vault", "vault", "--passphrase-file", "passphrase"];
        all.extend(arguments);
        Self::answer(&mut self.command(&all))
    }

    /// Runs it and expects exit 0 and JSON.
    pub fn json(&self, arguments: &[&str]) -> Json {
        let mut all = arguments.to_vec();
        all.push("--json");
        let answer = self.run(&all);
        assert_eq!(answer.code, 0, "{arguments:?}: {}", answer.err);
        answer.json()
    }

    /// Runs a command made by [`Program::command`].
    pub fn answer(command: &mut Command) -> Answer {
        let output = command.output().expect("it runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Answer { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
    }
}
