//! The worked examples of `docs/clocks.md`, against the engine.

use resguardo_mechanism::clock::{Clock, Due};
use resguardo_mechanism::procedure::Procedures;

use crate::scene::{Scene, hours};

const PAGE: &str = include_str!("../../../../docs/clocks.md");

/// The cells that the engine answers: article, reading, last day, if it moves, state, hours left.
fn answered(clock: &Clock<'_>) -> [String; 6] {
    let text = |due: Option<Due>| due.map_or_else(|| "—".to_owned(), |due| due.text());
    [
        clock.stage.article.clone(),
        clock.way.id.clone().unwrap_or_else(|| "—".to_owned()),
        text(clock.due),
        text(clock.due_if_extended),
        clock.state.id().to_owned(),
        hours(clock),
    ]
}

#[test]
fn every_worked_example_is_what_the_engine_says() {
    let law = Procedures::builtin();
    let mut seen: Vec<(String, usize)> = Vec::new();
    for line in PAGE.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [stage, article, reading, happened, judged, due, moved, state, left, _why] = cells[..] else {
            panic!("ten cells: {line}");
        };
        let stage = stage.trim_matches('`');
        let scene = Scene::new(law, stage, happened);
        let clocks = scene.clocks(law, stage, judged);
        // Readings of one scene stand in rows one below the other.
        let scene_name = format!("{stage} {happened} {judged}");
        let place = seen.iter().filter(|(name, _)| *name == scene_name).count();
        seen.push((scene_name, clocks.len()));
        let clock = clocks.get(place).unwrap_or_else(|| panic!("no such reading: {line}"));
        let told = [article, reading, due, moved, state, left].map(str::to_owned);
        assert_eq!(answered(clock), told, "{line}");
    }
    assert!(seen.len() >= 30, "the examples are in the page");
    for (name, readings) in &seen {
        assert_eq!(
            seen.iter().filter(|(other, _)| other == name).count(),
            *readings,
            "every reading of {name} is told"
        );
    }
}
