//! Things of a page by role and name, and what a person does with them.

use std::time::Duration;

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value as Json, json};

use super::Window;

/// What a thing is to a screen reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// `button`
    Button,
    /// `link`
    Link,
    /// A field one writes in.
    Textbox,
    /// `checkbox` or `radio`
    Choice,
    /// `option` of an open list
    Option,
    /// `tab`
    Tab,
    /// `dialog`
    Dialog,
    /// `navigation`
    Navigation,
    /// `row` of a list
    Row,
    /// `heading`
    Heading,
    /// `status` or `alert`
    Told,
}

impl Role {
    const fn selector(self) -> &'static str {
        match self {
            Self::Button => "button,[role=button]",
            Self::Link => "a[href],[role=link]",
            Self::Textbox => {
                "input:not([type=checkbox]):not([type=radio]):not([type=hidden]),textarea,[role=combobox],[role=textbox]"
            }
            Self::Choice => "input[type=checkbox],input[type=radio],[role=checkbox],[role=radio],[role=switch]",
            Self::Option => "[role=option],[role=menuitem],[role=menuitemradio],option",
            Self::Tab => "[role=tab]",
            Self::Dialog => "[role=dialog],dialog",
            Self::Navigation => "nav,[role=navigation]",
            Self::Row => "[role=row],tr",
            Self::Heading => "h1,h2,h3,[role=heading]",
            Self::Told => "[role=status],[role=alert],output",
        }
    }
}

/// Finds the first visible element of a selector whose accessible name is, or else begins with, or else holds a text.
const FIND: &str = r"
const [selector, wanted] = arguments;
const words = s => (s ?? '').replace(/\s+/g, ' ').trim();
const byIds = ids => words((ids ?? '').split(' ').map(id => document.getElementById(id)?.textContent).join(' '));
const name = e => words(byIds(e.getAttribute('aria-labelledby')) || e.getAttribute('aria-label')
  || [...(e.labels ?? [])].map(l => l.textContent).join(' ') || (e.matches('input,textarea') ? e.placeholder : '')
  || e.textContent || e.title);
const seen = [...document.querySelectorAll(selector)].filter(e => e.checkVisibility?.() ?? e.getClientRects().length);
const tests = [n => n === wanted, n => n.startsWith(wanted), n => n.includes(wanted)];
for (const test of tests) { const hit = seen.filter(e => test(name(e))); if (hit.length) return hit[hit.length - 1]; }
return null;";

impl Window {
    /// The element of that role and name, when it is there now.
    pub fn find(&self, role: Role, name: &str) -> Option<Element> {
        let found = self.wait(self.client().execute(FIND, vec![json!(role.selector()), json!(name)])).ok()?;
        (!found.is_null()).then(|| Element::from_element_id(self.client().clone(), element_id(&found)))
    }

    /// Waits for it.
    pub fn wait_for(&self, role: Role, name: &str) -> Element {
        let mut found = None;
        self.until(&format!("{role:?} «{name}»"), |window| {
            found = window.find(role, name);
            found.is_some()
        });
        found.expect("until gave up otherwise")
    }

    /// Waits until it is gone.
    pub fn wait_gone(&self, role: Role, name: &str) -> Duration {
        self.until(&format!("no {role:?} «{name}»"), |window| window.find(role, name).is_none())
    }

    /// Clicks what has that role and name, as soon as it may be clicked.
    pub fn click(&self, role: Role, name: &str) {
        self.until(&format!("a click on {role:?} «{name}»"), |window| {
            let Some(element) = window.find(role, name) else { return false };
            let closed =
                "return arguments[0].disabled === true || arguments[0].getAttribute('aria-disabled') === 'true'";
            let arguments = vec![serde_json::to_value(&element).unwrap_or_default()];
            if window.try_script(closed, &arguments).is_ok_and(|closed| closed == true) {
                return false;
            }
            window.not_twice(&element);
            // What was clicked may be gone before it can say so, and its window too: locking closes it.
            window.wait(element.click()).is_ok() || window.find(role, name).is_none()
        });
    }

    /// Two clicks in one place in a moment are a double click, which the window takes for one: a person waits.
    fn not_twice(&self, element: &Element) {
        let Ok((x, y, wide, high)) = self.wait(element.rectangle()) else { return };
        let (x, y) = (x + wide / 2.0, y + high / 2.0);
        if let Some((when, before_x, before_y)) = self.clicked.get()
            && (x - before_x).hypot(y - before_y) < 10.0
        {
            std::thread::sleep(Duration::from_millis(520).saturating_sub(when.elapsed()));
        }
        self.clicked.set(Some((std::time::Instant::now(), x, y)));
    }

    /// Presses a button.
    pub fn press(&self, name: &str) {
        self.click(Role::Button, name);
    }

    /// Writes into a field, key by key, after what it holds.
    pub fn type_into(&self, field: &str, text: &str) {
        let element = self.wait_for(Role::Textbox, field);
        self.write(&element, text);
    }

    /// Keys sent to a window that opened just now can be lost: then they are sent once more.
    fn write(&self, element: &Element, text: &str) {
        let value = || self.wait(element.prop("value")).ok().flatten();
        let before = value();
        let typed = text.chars().any(|c| c.is_alphanumeric());
        self.until(&format!("a field that takes «{text}»"), |window| {
            let sent = window.wait(element.send_keys(text));
            sent.is_err() || !typed || value() != before
        });
    }

    /// Empties a field and writes into it.
    pub fn retype(&self, field: &str, text: &str) {
        let element = self.wait_for(Role::Textbox, field);
        self.wait(element.clear()).unwrap_or_else(|error| panic!("{error}: {field}"));
        self.write(&element, text);
    }

    /// Presses the modifiers and lets them go: one pressed in a window that is gone by then stays pressed in the driver.
    pub(super) fn let_go(&self) {
        let actions = ['\u{E008}', '\u{E009}', '\u{E00A}']
            .into_iter()
            .fold(KeyActions::new("keyboard".to_owned()), |keys, value| {
                keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
            });
        let _answer = self.wait(self.client().perform_actions(actions));
    }

    /// What a field holds.
    pub fn value(&self, field: &str) -> String {
        let element = self.wait_for(Role::Textbox, field);
        self.wait(element.prop("value")).ok().flatten().unwrap_or_default()
    }

    /// Types with the keyboard wherever the focus is. Modifiers: `\u{E009}` Control, `\u{E008}` Shift, `\u{E00A}` Alt.
    pub fn keys(&self, text: &str) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        let mut held: Vec<char> = Vec::new();
        for value in text.chars() {
            actions = actions.then(KeyAction::Down { value });
            if matches!(value, '\u{E008}'..='\u{E00A}') {
                held.push(value);
            } else {
                actions = actions.then(KeyAction::Up { value });
            }
        }
        for value in held.into_iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        // The window that took the keys may be gone before it can say so: locking closes it.
        let _answer = self.wait(self.client().perform_actions(actions));
        if self.try_script("return 1", &[]).is_err() {
            self.follow();
        }
    }
}

/// The only value of `{"element-6066-…": id}`.
fn element_id(found: &Json) -> ElementRef {
    let only = found.as_object().and_then(|map| map.values().next()).and_then(Json::as_str);
    ElementRef::from(only.expect("an element").to_owned())
}
