//! The developer's commands: `cargo xtask run | test | cli -- … | bench`.

mod bench;
mod checks;
mod demo;
mod machine;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask run           build, open the demonstration vault and show what to try next
cargo xtask test          every check; the last line is «N passed, N failed»
cargo xtask cli -- …      the program itself, built first
cargo xtask bench         ratios against SQLite and SQLCipher, measured in one run";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.skip_while(|word| word == "--").collect();
    if let Err(missing) = machine::is_ready() {
        eprintln!("{missing}");
        return ExitCode::FAILURE;
    }
    match command.as_str() {
        "run" => demo::run(),
        "test" => checks::run(),
        "cli" => demo::program(&rest),
        "bench" => bench::run(&rest),
        _ => {
            eprintln!("{HELP}");
            ExitCode::from(2)
        }
    }
}
