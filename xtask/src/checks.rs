//! `cargo xtask test`: every check, counted.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};

use crate::machine::{cargo, has};
use crate::page;

#[derive(Default)]
struct Count {
    passed: u64,
    failed: u64,
}

pub fn run(_: &[String]) -> ExitCode {
    let mut count = Count::default();
    one(&mut count, "packages are here", cargo().args(["fetch", "--locked", "--quiet"]));
    one(&mut count, "packages of the page are here", &mut page::install());
    one(&mut count, "page: types, rules, arrows, tests", &mut page::npm(&["run", "--silent", "check"]));
    one(&mut count, "page builds", &mut page::build());
    one(&mut count, "format", cargo().args(["fmt", "--all", "--", "--check"]));
    let whole = ["--workspace", "--locked", "--features", page::FEATURES];
    let lint = ["--all-targets", "--quiet", "--", "--deny", "warnings"];
    one(&mut count, "lints", cargo().arg("clippy").args(whole).args(lint));
    one(&mut count, "programs build", cargo().arg("build").args(whole).args(["--bins", "--quiet"]));
    tests(&mut count);
    if has("cargo-deny") {
        let deny = ["deny", "--offline", "check", "licenses", "bans", "sources"];
        one(&mut count, "licences and sources", cargo().args(deny));
    } else {
        println!("-- not run: licences and sources (cargo-deny is not installed)");
    }
    println!("{} passed, {} failed", count.passed, count.failed);
    if count.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn one(count: &mut Count, name: &str, command: &mut Command) {
    println!("-- {name}");
    match command.status() {
        Ok(status) if status.success() => count.passed += 1,
        Ok(_) | Err(_) => {
            println!("-- FAILED: {name}");
            count.failed += 1;
        }
    }
}

/// The tests of every package, by nextest where it is installed; a run that cannot be counted is one failure.
fn tests(count: &mut Count) {
    println!("-- tests");
    let nextest = has("cargo-nextest");
    let mut command = cargo();
    if nextest {
        command.args(["nextest", "run", "--workspace", "--locked", "--features", page::FEATURES]);
        command.args(["--no-fail-fast", "--status-level", "fail"]);
        command.args(["--final-status-level", "fail", "--hide-progress-bar"]);
    } else {
        command.args(["test", "--workspace", "--locked", "--features", page::FEATURES, "--no-fail-fast", "--quiet"]);
    }
    command.env("NEXTEST_COLOR", "never").stdout(if nextest { Stdio::inherit() } else { Stdio::piped() });
    command.stderr(if nextest { Stdio::piped() } else { Stdio::inherit() });
    let Ok(mut child) = command.spawn() else {
        count.failed += 1;
        return;
    };
    let mut seen = Count::default();
    let streams = child.stdout.take().map(read).into_iter().chain(child.stderr.take().map(read));
    for line in streams.flatten() {
        println!("{line}");
        seen.passed += number_before(&line, " passed");
        seen.failed += number_before(&line, " failed");
    }
    let ended_well = child.wait().is_ok_and(|status| status.success());
    if !ended_well && seen.failed == 0 {
        seen.failed = 1;
    }
    count.passed += seen.passed;
    count.failed += seen.failed;
}

fn read(stream: impl std::io::Read + 'static) -> Box<dyn Iterator<Item = String>> {
    Box::new(BufReader::new(stream).lines().map_while(Result::ok))
}

/// The number that stands before a word in a closing line of nextest («Summary […] 12 tests run: 11 passed, 1 failed»)
/// or of cargo test («test result: ok. 12 passed; 0 failed»); 0 in any other line.
fn number_before(line: &str, word: &str) -> u64 {
    if !(line.trim_start().starts_with("Summary [") || line.starts_with("test result:")) {
        return 0;
    }
    let Some((before, _)) = line.split_once(word) else { return 0 };
    before.rsplit(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::number_before;

    #[test]
    fn closing_lines_are_counted_and_others_are_not() {
        let nextest = "     Summary [   1.204s] 12 tests run: 10 passed (1 slow), 2 failed, 0 skipped";
        assert_eq!((number_before(nextest, " passed"), number_before(nextest, " failed")), (10, 2));
        let cargo = "test result: ok. 7 passed; 0 failed; 0 ignored";
        assert_eq!((number_before(cargo, " passed"), number_before(cargo, " failed")), (7, 0));
        assert_eq!(number_before("a test that 3 passed", " passed"), 0);
    }
}
