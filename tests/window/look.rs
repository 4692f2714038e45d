//! A screen looked at as people wear it: in both languages and themes, and with twice the text. Each is kept as a picture in the
//! temporary folder, for somebody to look at.

use resguardo_tests::window::{Role, Window};
use serde_json::json;

/// Keeps what the window shows as a picture.
pub fn keep(window: &Window, name: &str) {
    std::fs::write(std::env::temp_dir().join(format!("resguardo-{name}.png")), window.picture()).unwrap();
}

/// Looks at a screen in both languages and both themes; the heads are those of each language.
pub fn look(window: &Window, place: &str, name: &str, heads: [(&str, &str); 2]) {
    for (tongue, head) in heads {
        for theme in ["light", "dark"] {
            window.wear(tongue, theme, 100);
            see(window, (place, head), &format!("{name}-{tongue}-{theme}"));
        }
    }
}

/// Looks at it in Spanish with twice the text, and puts the text back.
pub fn look_large(window: &Window, place: &str, name: &str, head: &str) {
    window.wear("es", "light", 200);
    see(window, (place, head), &format!("{name}-200"));
    window.wear("es", "light", 100);
}

/// Whether nothing scrolls sideways.
pub fn is_narrow(window: &Window) -> bool {
    window.script("return document.documentElement.scrollWidth <= innerWidth", &[]) == json!(true)
}

fn see(window: &Window, (place, head): (&str, &str), name: &str) {
    window.go(place);
    window.wait_for(Role::Heading, head);
    window.settle();
    keep(window, name);
    window.axe(name);
    assert!(is_narrow(window), "{name}: nothing scrolls sideways");
}
