//! What the machine must have, and the one line that installs it.

use std::path::PathBuf;
use std::process::Command;

/// Where cargo builds: outside the checkout, so that a fresh clone builds warm.
pub fn target_folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache/resguardo/target"),
    }
}

/// The root of the checkout.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

/// `cargo` with the project's target folder, in the project's root.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).env("CARGO_TARGET_DIR", target_folder());
    command
}

/// Whether a program answers to `--version`.
pub fn has(program: &str) -> bool {
    let quiet = Command::new(program).arg("--version").output();
    quiet.is_ok_and(|output| output.status.success())
}

/// What a command needs of the machine beside Rust.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Needs {
    /// A linker.
    Linker,
    /// The WebView and Node too.
    Window,
    /// And what drives a window without a screen.
    DrivenWindow,
}

/// What may be missing: the program or library that shows it, the package that brings it, and who needs it.
const PARTS: &[(Shows, &str, Needs)] = &[
    (Shows::Program("cc"), "gcc libc6-dev", Needs::Linker),
    (Shows::Library("webkit2gtk-4.1"), "libwebkit2gtk-4.1-dev", Needs::Window),
    (Shows::File("/usr/bin/Xvfb"), "xvfb", Needs::DrivenWindow),
    (Shows::File("/usr/bin/WebKitWebDriver"), "webkit2gtk-driver", Needs::DrivenWindow),
    (Shows::File("/usr/bin/dbus-daemon"), "dbus-daemon dbus-bin", Needs::DrivenWindow),
];

#[derive(Clone, Copy)]
enum Shows {
    Program(&'static str),
    Library(&'static str),
    File(&'static str),
}

impl Shows {
    fn is_there(self) -> bool {
        match self {
            Self::Program(name) => has(name),
            Self::Library(name) => {
                let found = Command::new("pkg-config").args(["--exists", name]).status();
                found.is_ok_and(|status| status.success())
            }
            Self::File(path) => std::path::Path::new(path).exists(),
        }
    }
}

/// The Node that Vite wants.
const NODE: (u32, u32) = (20, 19);

/// Checks for what a bare Debian lacks; as root it is installed, else the one line that installs it is told.
///
/// # Errors
/// The sentence that names what is missing and what brings it.
pub fn is_ready(needs: Needs) -> Result<(), String> {
    let missing = PARTS.iter().filter(|(shows, _, who)| *who <= needs && !shows.is_there());
    let packages: Vec<&str> = missing.flat_map(|(_, package, _)| package.split(' ')).collect();
    if !packages.is_empty() {
        install(&packages)?;
    }
    if needs >= Needs::Window && !node_is_new_enough() {
        return Err(format!(
            "Node {}.{} or newer is needed (found: {}). Get it from https://nodejs.org or with nvm, and run this again.",
            NODE.0,
            NODE.1,
            node_version().unwrap_or_else(|| "none".to_owned())
        ));
    }
    Ok(())
}

fn install(packages: &[&str]) -> Result<(), String> {
    let line = format!("apt-get install -y --no-install-recommends {}", packages.join(" "));
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    if !(is_root && has("apt-get")) {
        return Err(format!("Something is missing. Install it once and run this again:\n  sudo {line}"));
    }
    println!("-- installing {}", packages.join(" "));
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(["-qq", "-o", "DPkg::Lock::Timeout=300"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command.stdout(std::process::Stdio::null()).status().is_ok_and(|status| status.success())
    };
    let mut wanted = vec!["install", "-y", "--no-install-recommends"];
    wanted.extend(packages);
    if apt(&["update"]) && apt(&wanted) { Ok(()) } else { Err(format!("This did not work:\n  {line}")) }
}

fn node_version() -> Option<String> {
    let output = Command::new("node").arg("--version").output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).trim().trim_start_matches('v').to_owned())
}

fn node_is_new_enough() -> bool {
    let version = node_version().unwrap_or_default();
    let mut parts = version.split('.').map_while(|part| part.parse::<u32>().ok());
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= NODE
}
