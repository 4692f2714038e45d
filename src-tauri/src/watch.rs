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
            let limit = held.session.as_ref().map(|_| shortened().unwrap_or(held.idle_limit));
            if std::mem::take(&mut held.touched) || limit.is_none() {
                last = (Instant::now(), SystemTime::now());
            }
            let Some(limit) = limit else { continue };
            last.0.elapsed() >= limit || last.1.elapsed().unwrap_or_default() >= limit
        };
        if idle {
            windows::lock_soon(app, Reason::Idle);
        }
    }
}

/// A test does not wait for minutes.
fn shortened() -> Option<Duration> {
    let named = cfg!(feature = "automation").then(|| std::env::var("RESGUARDO_AUTOMATION_IDLE_MS").ok()).flatten()?;
    named.parse().ok().map(Duration::from_millis)
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
    use tauri::{AppHandle, Manager};

    use crate::windows;

    const NAME: &str = "org.freedesktop.login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    const PATH: &str = "/org/freedesktop/login1";

    /// The delay of sleep we hold, if we do.
    type Held = Rc<RefCell<Option<UnixFDList>>>;

    /// Subscribes on the main loop; where there is no logind, nothing happens.
    pub(super) fn begin(app: &AppHandle) {
        let Ok(bus) = gio::bus_get_sync(BusType::System, None::<&Cancellable>) else { return };
        // The system bus may go away; the program stays.
        bus.set_exit_on_close(false);
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
        let held = Held::default();
        hold(&bus, &held);
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
                    hold(bus, &held);
                }
            },
        );
        let _for_ever = (lock, sleep);
        // The connection closes with its last owner.
        app.manage(bus);
    }

    /// Asks for a delay of sleep and holds it once it is given.
    fn hold(bus: &DBusConnection, held: &Held) {
        let asked: Variant = ("sleep", "Resguardo", "lock", "delay").to_variant();
        let place = Rc::clone(held);
        bus.call_with_unix_fd_list(
            Some(NAME),
            PATH,
            MANAGER,
            "Inhibit",
            Some(&asked),
            VariantTy::new("(h)").ok(),
            DBusCallFlags::NONE,
            5000,
            None::<&UnixFDList>,
            None::<&Cancellable>,
            move |answer| *place.borrow_mut() = answer.ok().map(|(_, files)| files),
        );
    }
}
