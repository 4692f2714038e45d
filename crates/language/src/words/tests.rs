//! The two languages hold the same messages, and every message somebody asks for exists.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::*;

/// By message or attribute, the names of its arguments.
fn shape(files: &[(&str, &str)]) -> BTreeMap<String, BTreeSet<String>> {
    let mut shape = BTreeMap::new();
    for (file, text) in files {
        let resource = FluentResource::try_new((*text).to_owned());
        let wrong: Vec<&str> = resource.err().map_or(Vec::new(), |(_, errors)| {
            errors.into_iter().filter_map(|error| text.get(error.slice.unwrap_or(error.pos))).collect()
        });
        assert!(wrong.is_empty(), "{file}.ftl: {wrong:#?}");
        let (mut message, mut id) = (String::new(), String::new());
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let head = line.trim_start().split_once(" =").map(|(head, _)| head);
            match head {
                Some(head) if !line.starts_with(' ') => {
                    message = head.to_owned();
                    id = head.to_owned();
                    assert!(shape.insert(id.clone(), BTreeSet::new()).is_none(), "{file}.ftl: {id} stands twice");
                }
                Some(head) if head.starts_with('.') => {
                    id = format!("{message}{head}");
                    assert!(shape.insert(id.clone(), BTreeSet::new()).is_none(), "{file}.ftl: {id} stands twice");
                }
                _ => {}
            }
            for rest in line.split('$').skip(1) {
                let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').next().unwrap();
                shape.get_mut(&id).unwrap().insert(name.to_owned());
            }
        }
    }
    shape
}

#[test]
fn spanish_and_english_have_the_same_messages_parts_and_arguments() {
    let (spanish, english) = (shape(SPANISH), shape(ENGLISH));
    assert!(!spanish.is_empty());
    let names = |files: &[(&'static str, &str)]| files.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    assert_eq!(names(SPANISH), names(ENGLISH));
    for (id, arguments) in &spanish {
        assert_eq!(Some(arguments), english.get(id), "{id}");
    }
    let only_english: Vec<_> = english.keys().filter(|id| !spanish.contains_key(*id)).collect();
    assert!(only_english.is_empty(), "{only_english:?}");
}

/// Ids written out in the calls that say a message, anywhere in the sources.
fn said(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            said(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("words/tests.rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let bare: String = text.split_whitespace().collect();
            for call in ["say(\"", "plain(\"", "words,\"", "Message::new(\""] {
                found.extend(bare.split(call).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
            }
        }
    }
}

#[test]
fn every_message_asked_for_by_name_exists() {
    let mut found = BTreeSet::new();
    for crate_folder in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap() {
        let sources = crate_folder.unwrap().path().join("src");
        if sources.is_dir() {
            said(&sources, &mut found);
        }
    }
    let known = shape(SPANISH);
    let missing: Vec<_> = found.iter().filter(|id| !known.contains_key(*id)).collect();
    assert!(found.len() > 10 && missing.is_empty(), "{missing:?}");
}

#[test]
fn a_message_is_filled_counted_and_never_vanishes() {
    let words = Words::new(Language::Es);
    let days = |count| words.say("duration-d", &Args::new().count("count", count));
    assert_eq!([days(1), days(0), days(1782)], ["1 día", "0 días", "1,782 días"]);
    assert_eq!(words.plain("no-such-message"), "no-such-message");
    assert_eq!(words.plain("duration-d.safe"), "duration-d.safe");
    let name = words.say("value-as-written", &Args::new().text("text", "{ $count } <b>"));
    assert_eq!(name, "«{ $count } <b>»");
}
