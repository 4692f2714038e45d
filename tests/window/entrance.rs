//! Making, locking and unlocking.

use resguardo_tests::window::{Role, Window};
use resguardo_tests::{PASSPHRASE, Program};

#[test]
fn a_vault_is_unlocked_locked_and_unlocked_again() {
    let window = Window::over(Program::with_vault());

    window.type_into("Frase de paso", "no es esta frase");
    window.press("Abrir");
    window.sees("No se pudo abrir");
    window.retype("Frase de paso", PASSPHRASE);
    window.press("Abrir");
    window.wait_for(Role::Navigation, "Secciones");

    window.keys("\u{E009}l");
    window.wait_for(Role::Textbox, "Frase de paso");
}
