//! What the process promises the machine before it touches anything.

use std::panic;

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

/// Files for the owner only, no core dump, no debugger of the same user, no panic message with content.
///
/// Each can only fail where the system already forbids more; the program goes on then.
pub(crate) fn harden() {
    resguardo_app::keep_files_private();
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let _refused = [setrlimit(Resource::Core, none), set_dumpable_behavior(DumpableBehavior::NotDumpable)];
    panic::set_hook(Box::new(tell_where));
}

/// A mistake of ours is told by its place in the source, never by its message, which may hold what somebody wrote. sled's
/// panics over a spoilt projection are caught and mended: nobody is told of them.
fn tell_where(told: &panic::PanicHookInfo<'_>) {
    let place = told.location().filter(|place| !place.file().contains("sled-"));
    if let Some(place) = place.filter(|_| std::thread::current().name() == Some("main")) {
        crate::output::aside(&format!(
            "Error de este programa / A mistake of this program: {}:{}",
            place.file(),
            place.line()
        ));
    }
}
