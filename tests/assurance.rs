//! What docs/assurance.md claims is there: every line of the list is claimed by a test that exists, or says what it waits for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Lines that this work has to prove or to name as waiting.
const LINES: &[&str] = &[
    "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "A10b", "A11", "A12", "A13", "A14", "A15",
    "A16", "A17", "A18", "A19", "A20", "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B09", "B10", "B11", "B12",
    "C01", "C02", "C03", "C08", "C09", "C12", "C13", "C14", "G01", "G02", "G03", "G04", "G05", "G06", "G07", "G08",
    "G09", "G11", "I01", "I02", "I03", "I04", "I05", "I06", "I08", "I09", "I11", "I12", "I14", "K03", "K04", "K05",
    "K07", "U05", "U10", "U12", "U13", "U14", "U15", "U16", "U17", "U18", "U19", "U20", "U21", "U23", "U24", "U25",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project's root").to_owned()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("target") {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "ts") {
            found.push(path);
        }
    }
}

/// Names of all functions under `#[test]` in the project.
fn tests() -> BTreeSet<String> {
    let mut files = Vec::new();
    for folder in ["crates", "src-tauri", "tests", "ui/tests", "xtask"] {
        sources(&root().join(folder), &mut files);
    }
    let mut names = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(file).expect("a source is text");
        for line in text.lines().map(str::trim) {
            if let Some(rest) = line.strip_prefix("fn ") {
                names.extend(rest.split_once('(').map(|(name, _)| name.to_owned()));
            } else if let Some(rest) = line.strip_prefix("test('") {
                names.extend(rest.split_once('\'').map(|(name, _)| name.to_owned()));
            }
        }
    }
    names
}

#[test]
fn every_line_names_a_test_that_exists_or_says_what_it_waits_for() {
    let text = std::fs::read_to_string(root().join("docs/assurance.md")).expect("docs/assurance.md");
    let mut claims: BTreeMap<&str, &str> = BTreeMap::new();
    for row in text.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        if let [line, test, ..] = cells.as_slice() {
            claims.insert(line, test);
        }
    }
    let known = tests();
    let mut wrong = Vec::new();
    for line in LINES {
        let Some(claim) = claims.get(line) else {
            wrong.push(format!("{line} is neither claimed nor waiting"));
            continue;
        };
        if claim.starts_with("waits:") {
            continue;
        }
        for test in claim.split(',').map(|name| name.trim().trim_matches('`')) {
            if !known.contains(test) {
                wrong.push(format!("{line} claims {test}, which is no test"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
