//! The developer's commands: `cargo xtask run | test | cli -- … | pictures | manual | bundle | bench`.

mod bench;
mod bundle;
mod checks;
mod demo;
mod machine;
mod page;
mod window;

use std::process::ExitCode;

use machine::Needs;

const HELP: &str = "\
cargo xtask run           build and open the window on your own vault
cargo xtask run --demo    the same on a vault with demonstration data
cargo xtask test          every check; the last line is «N passed, N failed»
cargo xtask cli -- …      the program of the command line, built first
cargo xtask pictures      every screen as a picture, in both languages and themes
cargo xtask manual        docs/manual: the text from assets/help, the pictures from the window
cargo xtask bundle        the .deb
cargo xtask bench         ratios against SQLite and SQLCipher, measured in one run
cargo xtask bench mechanism  figures and clocks over 100,000 records, against SQLite
cargo xtask bench window  how fast the window is over 100,000 incidents";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.skip_while(|word| word == "--").collect();
    let (needs, run): (Needs, fn(&[String]) -> ExitCode) = match command.as_str() {
        "run" => (Needs::Window, window::run),
        "test" => (Needs::DrivenWindow, checks::run),
        "cli" => (Needs::Linker, demo::program),
        "pictures" => (Needs::DrivenWindow, window::pictures),
        "manual" => (Needs::DrivenWindow, window::manual),
        "bundle" => (Needs::Window, bundle::run),
        "bench" => (Needs::Linker, bench::run),
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    if let Err(missing) = machine::is_ready(needs) {
        eprintln!("{missing}");
        return ExitCode::FAILURE;
    }
    run(&rest)
}
