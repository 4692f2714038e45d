//! Nobody sits there any more: the screen locks, the machine sleeps, the time runs out.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use gio::glib::Variant;
use gio::prelude::ToVariant;
use gio::{Cancellable, DBusCallFlags, DBusConnection, DBusConnectionFlags};
use resguardo_tests::Program;
use resguardo_tests::window::{Role, Window};

/// A system bus of its own, with somebody on it who answers to logind's name.
struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    fn new(program: &Program) -> Self {
        let address = format!("unix:path={}", program.path("bus"));
        let configuration = format!(
            "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN' \
             'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'>\
             <busconfig><type>system</type><listen>{address}</listen><policy context='default'>\
             <allow user='*'/><allow own='*'/><allow send_type='*'/><allow receive_type='*'/></policy></busconfig>"
        );
        std::fs::write(program.path("bus.conf"), configuration).unwrap();
        let daemon = Command::new("dbus-daemon")
            .args(["--nofork", "--nopidfile", &format!("--config-file={}", program.path("bus.conf"))])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is installed");
        while !std::path::Path::new(&program.path("bus")).exists() {
            std::thread::sleep(Duration::from_millis(10));
        }
        Self { daemon, address }
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _gone = (self.daemon.kill(), self.daemon.wait());
    }
}

impl Bus {
    /// Says something in logind's name.
    fn says(&self, path: &str, interface: &str, signal: &str, what: Option<&Variant>) {
        let flags = DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
        let bus = DBusConnection::for_address_sync(&self.address, flags, None, None::<&Cancellable>).unwrap();
        let name = ("org.freedesktop.login1", 0_u32).to_variant();
        let (driver, place) = ("org.freedesktop.DBus", "/org/freedesktop/DBus");
        let none = None::<&Cancellable>;
        bus.call_sync(Some(driver), place, driver, "RequestName", Some(&name), None, DBusCallFlags::NONE, -1, none)
            .unwrap();
        bus.emit_signal(None, path, interface, signal, what).unwrap();
        bus.flush_sync(none).unwrap();
    }
}

fn on_a_bus() -> (Bus, Window) {
    let program = Program::with_vault();
    let bus = Bus::new(&program);
    let window = Window::with(program, (1366, 768), &[("DBUS_SYSTEM_BUS_ADDRESS", &bus.address)]);
    window.open();
    (bus, window)
}

#[test]
fn i09_the_vault_is_locked_when_the_desktop_locks_its_screen() {
    let (bus, window) = on_a_bus();
    bus.says("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session", "Lock", None);
    window.wait_for(Role::Textbox, "Frase de paso");
}

#[test]
fn k07_the_vault_is_locked_before_the_machine_sleeps() {
    let (bus, window) = on_a_bus();
    let asleep = (true,).to_variant();
    bus.says("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", Some(&asleep));
    window.wait_for(Role::Textbox, "Frase de paso");
}

#[test]
fn i09_the_vault_is_locked_when_nobody_touched_the_window_for_long() {
    let window = Window::with(Program::with_vault(), (1366, 768), &[("RESGUARDO_AUTOMATION_IDLE_MS", "2500")]);
    window.open();
    window.wait_for(Role::Textbox, "Frase de paso");
}
