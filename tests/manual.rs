//! The manual: the pages of help one after the other, with their pictures. `assets/help` is its only text.

use std::path::PathBuf;

use crate::window::root;

/// Title, first words and heading of the contents.
const OPENINGS: [(&str, [&str; 3]); 2] = [
    (
        "es",
        [
            "Manual de Resguardo",
            "El mismo texto está en el programa, con F1. Los casos y los nombres de las imágenes son inventados.",
            "Contenido",
        ],
    ),
    (
        "en",
        [
            "Resguardo manual",
            "The same text is in the program, with F1. The cases and names in the pictures are invented.",
            "Contents",
        ],
    ),
];

/// Where the manual of a language lies.
pub fn folder(language: &str) -> PathBuf {
    root().join("docs/manual").join(language)
}

/// The pages of help of a language, in order.
pub fn pages(language: &str) -> Vec<String> {
    let folder = root().join("assets/help").join(language);
    let entries = std::fs::read_dir(&folder).expect("the pages of help");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).expect("a page")).collect()
}

/// The manual of a language.
pub fn text(language: &str) -> String {
    let (_, [title, first, contents]) = OPENINGS.iter().find(|(tag, _)| *tag == language).expect("a language of ours");
    let chapters = pages(language);
    let titles = chapters.iter().map(|page| page.lines().next().unwrap_or_default().trim_start_matches("# "));
    let list: String = titles.enumerate().map(|(at, title)| format!("{}. {title}\n", at + 1)).collect();
    let body: String = chapters.iter().map(|page| format!("\n{}\n", lowered(page).trim_end())).collect();
    format!("# {title}\n\n{first}\n\n## {contents}\n\n{list}{body}")
}

/// The same page with its headings one step lower.
fn lowered(page: &str) -> String {
    let lines = page.lines().map(|line| if line.starts_with('#') { format!("#{line}\n") } else { format!("{line}\n") });
    lines.collect()
}

/// The pictures a manual names.
pub fn pictures(language: &str) -> Vec<String> {
    let named = pages(language).join("\n");
    let named = named.split("](pictures/").skip(1).filter_map(|rest| rest.split_once(')'));
    named.map(|(file, _)| file.to_owned()).collect()
}
