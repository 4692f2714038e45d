//! When nobody sits there any more: idle time, the desktop's own screen lock, and suspend.

use std::time::{Duration, Instant, SystemTime};

use resguardo_app::entrance::Reason;
use tauri::{AppHandle, Manager};

use crate::desk::Desk;
use crate::windows;

/// How often idle time is looked at.
const TICK: Duration = Duration::from_millis(500);

/// Begins to watch.
pub(crate) fn begin(app: &AppHandle) {
    let ticking = app.clone();
    std::thread::spawn(move || watch_idle(&ticking));
    #[cfg(target_os = "linux")]
    logind::begin(app);
}

/// Locks once nobody touched the window for the time the person set. The wall clock is asked too: it goes on while the
/// machine sleeps.
fn watch_idle(app: &AppHandle) {
    let mut last = (Instant::now(), SystemTime::now());
    loop {
        std::thread::sleep(TICK);
        let desk = app.state::<Desk>();
        let idle = {
            let mut held = desk.held();
            let Some(limit) = held.session.as_ref().and(held.idle_limit) else { continue };
            if std::mem::take(&mut held.touched) {
                last = (Instant::now(), SystemTime::now());
            }
            last.0.elapsed() >= limit || last.1.elapsed().unwrap_or_default() >= limit
        };
        if idle {
            windows::lock_soon(app, Reason::Idle);
        }
    }
}

/// logind says when the screen is locked and when the machine goes to sleep; the machine waits until we locked.
#[cfg(target_os = "linux")]
mod logind {
    use std::cell::RefCell;
    use std::rc::Rc;

    use gio::glib::{Variant, VariantTy};
    use gio::prelude::ToVariant;
    use gio::{BusType, Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags, UnixFDList};
    use resguardo_app::entrance::Reason;
    use tauri::AppHandle;

    use crate::windows;

    const NAME: &str = "org.freedesktop.login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    const PATH: &str = "/org/freedesktop/login1";

    /// Subscribes on the main loop; where there is no logind, nothing happens.
    pub(super) fn begin(app: &AppHandle) {
        let Ok(bus) = gio::bus_get_sync(BusType::System, None::<&Cancellable>) else { return };
        let locked = app.clone();
  
        let lock = bus.signal_subscribe(
            Some(NAME),
            Some("org.freedesktop.login1.Session"),
            Some("Lock"),
            None,
            None,
            DBusSignalFlags::NONE,
            move |_, _, _, _, _, _| windows::lock(&locked, Reason::Screen),
        );
        let asleep = app.clone();
        let held = Rc::new(RefCell::new(delay(&bus)));
        let sleep = bus.signal_subscribe(
            Some(NAME),
            Some(MANAGER),
            Some("PrepareForSleep"),
            Some(PATH),
            None,
            DBusSignalFlags::NONE,
            move |bus, _, _, _, _, said| {
                if said.child_value(0).get::<bool>() == Some(true) {
                    windows::lock(&asleep, Reason::Sleep);
                    // Letting go of the delay lets the machine sleep.
                    held.borrow_mut().take();
                } else {
                    *held.borrow_mut() = delay(bus);
                }
            },
        );
        let _for_ever = (lock, sleep);
    }

    /// A delay of sleep, held until we let go of it.
    fn delay(bus: &DBusConnection) -> Option<UnixFDList> {
        let asked: Variant = ("sleep", "Resguardo", "lock", "delay").to_variant();
        let answer = bus.call_with_unix_fd_list_sync(
            Some(NAME),
            PATH,
            MANAGER,
            "Inhibit",
            Some(&asked),
            VariantTy::new("(h)").ok(),
            DBusCallFlags::NONE,
            2000,
            None::<&UnixFDList>,
            None::<&Cancellable>,
        );
        answer.ok().map(|(_, files)| files)
    }
}
