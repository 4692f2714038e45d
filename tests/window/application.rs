//! The page of an application: its way through the law as of a day.

use resguardo_tests::Program;
use resguardo_tests::window::{Role, Window};
use serde_json::json;

/// The application of the picture: presented on 17 September 2013, its study never done, three measures asked for.
fn milpa(program: &Program) -> String {
    let new = |kind: &str, sets: &[String]| -> String {
        let mut arguments = vec!["new".to_owned(), kind.to_owned()];
        for set in sets {
            arguments.extend(["--set".to_owned(), set.clone()]);
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        program.json(&arguments)["id"].as_str().expect("an id").to_owned()
    };
    let set =
        |pairs: &[(&str, &str)]| pairs.iter().map(|(field, value)| format!("{field}={value}")).collect::<Vec<_>>();
    let application = new(
        "application",
        &set(&[
            ("folio", "M-2013-041"),
            ("received", "2013-09-17T10:40"),
            ("procedure", "ordinary"),
            ("state", "20"),
            ("status", "risk_study_pending"),
        ]),
    );
    let steps = json!([
        {"step": "procedure_type_decided", "at": "2013-09-17"},
        {"step": "file_sent_to_risk_unit", "at": "2013-09-17"},
        {"step": "consent_given", "at": "2013-09-17"},
    ]);
    let written = program.run(&["edit", &application, "--set", &format!("steps:={steps}")]);
    assert_eq!(written.code, 0, "{}", written.err);
    for (kind, asked) in
        [("pro.cameras_locks_lights", "2013-09-17"), ("pro.vest", "2013-09-17"), ("pre.observers", "2013-12-02")]
    {
        new("measure", &set(&[("application", &application), ("type", kind), ("requested_on", asked)]));
    }
    new("meeting", &set(&[("type", "board_ordinary"), ("date", "2014-03-18")]));
    application
}

fn keep(window: &Window, name: &str) {
    std::fs::write(std::env::temp_dir().join(format!("resguardo-{name}.png")), window.picture()).unwrap();
}

#[test]
fn an_application_stands_in_both_languages_and_themes() {
    let program = Program::with_vault();
    let id = milpa(&program);
    let window = Window::unlock(program);
    let place = format!("record/{id}/way?2014-03-14");
    for (tongue, said) in [("es", "venció hace 168 días"), ("en", "overdue by 168 days")] {
        for theme in ["light", "dark"] {
            window.wear(tongue, theme, 100);
            window.go(&place);
            window.sees(said);
            window.settle();
            keep(&window, &format!("application-{tongue}-{theme}"));
            window.axe(&format!("application, {tongue}, {theme}"));
        }
    }
    window.wear("es", "light", 200);
    window.go(&place);
    window.wait_for(Role::Heading, "Estudio de riesgo");
    window.settle();
    keep(&window, "application-t200");
    window.axe("application, twice the text");
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(window.script(wide, &[]), json!(true), "nothing scrolls sideways");
}
