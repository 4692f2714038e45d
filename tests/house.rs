//! The house stands: which room may import which, read from `cargo metadata`.
use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

/// Every arrow of the house. A new one is a decision (docs/decisions), not a convenience.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("wire", &[]),
    ("language", &["domain"]),
    ("search", &["domain"]),
    ("exchange", &["domain"]),
    ("mechanism", &["domain"]),
    ("vault", &["domain", "wire"]),
    ("report", &["domain", "language"]),
    ("app", &["domain", "exchange", "language", "mechanism", "report", "search", "vault"]),
    ("cli", &["app"]),
    ("desktop", &["app"]),
];

/// What a room must never contain, however far down.
const NEVER: &[(&str, &[&str])] = &[
    ("domain", &["tokio", "rand", "getrandom", "sled", "reqwest"]),
    ("wire", &["chacha20poly1305", "rust-argon2", "sled", "resguardo-domain"]),
    ("exchange", &["resguardo-vault", "sled"]),
    ("search", &["resguardo-vault", "sled"]),
    ("mechanism", &["tokio", "rand", "getrandom", "sled", "reqwest"]),
    ("report", &["resguardo-vault", "sled", "reqwest"]),
    ("desktop", &["resguardo-server", "axum", "sqlx"]),
];

/// Outside crates that only one room may name.
const ONE_ROOM: &[(&str, &str)] = &[
    ("sled", "vault"),
    ("rust-argon2", "vault"),
    ("chacha20poly1305", "vault"),
    ("chrono-tz", "mechanism"),
    ("tantivy", "search"),
    ("typst", "report"),
    ("docx-rs", "report"),
    ("calamine", "exchange"),
    ("clap", "cli"),
    ("tauri", "desktop"),
];

fn metadata() -> Metadata {
    MetadataCommand::new()
        .other_options(["--offline".into()])
        .exec()
        .expect("cargo metadata runs after `cargo fetch --locked`")
}

#[test]
fn imports_follow_the_arrows_of_the_house() {
    let allowed: BTreeMap<_, BTreeSet<&str>> =
        ARROWS.iter().map(|(room, may)| (*room, may.iter().copied().collect())).collect();
    let mut wrong = Vec::new();
    for package in metadata().workspace_packages() {
        let Some(room) = package.name.strip_prefix("resguardo-").filter(|room| *room != "tests") else { continue };
        let Some(may) = allowed.get(room) else {
            wrong.push(format!("{room} is no room of the house"));
            continue;
        };
        let own = package.dependencies.iter().filter(|d| d.kind != DependencyKind::Development);
        for other in own.clone().filter_map(|d| d.name.strip_prefix("resguardo-")) {
            if !may.contains(other) {
                wrong.push(format!("{room} → {other}"));
            }
        }
        for (outside, only) in ONE_ROOM {
            if room != *only && own.clone().any(|d| d.name == *outside) {
                wrong.push(format!("{room} → {outside}, which belongs to {only}"));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows against the house: {}", wrong.join(", "));
}

#[test]
fn no_room_contains_what_it_must_never_contain() {
    let meta = metadata();
    let nodes: BTreeMap<_, _> =
        meta.resolve.as_ref().expect("a resolved graph").nodes.iter().map(|node| (&node.id, node)).collect();
    let mut wrong = Vec::new();
    for (room, never) in NEVER {
        let name = format!("resguardo-{room}");
        let packages = meta.workspace_packages();
        let start = packages.iter().find(|p| p.name.as_str() == name).expect("a room of the house");
        let (mut seen, mut todo) = (BTreeSet::new(), vec![&start.id]);
        while let Some(id) = todo.pop() {
            if !seen.insert(id) {
                continue;
            }
            let normal = |d: &&cargo_metadata::NodeDep| d.dep_kinds.iter().any(|k| k.kind == DependencyKind::Normal);
            todo.extend(nodes[id].deps.iter().filter(normal).map(|d| &d.pkg));
        }
        for id in seen {
            if never.contains(&meta[id].name.as_str()) {
                wrong.push(format!("{room} contains {}", meta[id].name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join(", "));
}

#[test]
fn the_manual_is_made_of_the_pages_of_help_and_has_its_pictures() {
    use resguardo_tests::manual;
    for language in ["es", "en"] {
        let kept = std::fs::read_to_string(manual::folder(language).join("README.md")).unwrap_or_default();
        assert!(kept == manual::text(language), "run `cargo xtask manual`");
        for picture in manual::pictures(language) {
            assert!(manual::folder(language).join("pictures").join(&picture).exists(), "{language}: {picture}");
        }
    }
    assert_eq!(manual::pictures("es"), manual::pictures("en"));
}

#[test]
fn i11_the_program_holds_the_built_page_and_no_door_for_its_makers() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project's root");
    let read = |path: &std::path::Path| std::fs::read(path).expect("a file that was built");
    let has = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    let built = resguardo_tests::traces::under(&root.join("ui/dist"));
    assert!(built.iter().any(|path| path.ends_with("index.html")), "the page is built: npm run build in ui/");
    for path in built.iter().filter(|path| path.is_file()) {
        let name = path.display();
        assert!(path.extension().is_none_or(|end| end != "map"), "{name} tells the source");
        let bytes = read(path);
        for never in ["sourceMappingURL", "new Function(", "eval(", "http://localhost", "ws://", "vite/client"] {
            assert!(!has(&bytes, never), "{name}: {never}");
        }
    }
    let settings = String::from_utf8(read(&root.join("tauri.conf.json"))).expect("JSON is text");
    for never in ["unsafe-inline", "unsafe-eval", "devUrl", "Modification\": true", "withGlobalTauri\": true"] {
        assert!(!settings.contains(never), "tauri.conf.json: {never}");
    }
    let windows = String::from_utf8(read(&root.join("src-tauri/src/windows.rs"))).expect("Rust is text");
    assert!(windows.contains(".devtools(false)"));
}
