//! What a page that went over to a stranger could try, tried from inside the page (security.md §3.I).

use std::io::Read as _;
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use resguardo_tests::Program;
use resguardo_tests::window::{Window, root};
use serde_json::{Value as Json, json};

/// The answer of the program to a call of the page, as text.
fn call(window: &Window, command: &str, arguments: &Json) -> String {
    let script = "const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])
          .then(r => done('ok ' + JSON.stringify(r)), e => done('no ' + (typeof e === 'string' ? e : JSON.stringify(e))));";
    window.script_async(script, &[json!(command), arguments.clone()]).as_str().unwrap_or_default().to_owned()
}

/// Every command of the program, from the list it registers.
fn commands() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("src-tauri/src/commands.rs")).unwrap();
    let list = text.split_once("collect_commands![").unwrap().1.split_once(']').unwrap().0;
    let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| name.rsplit("::").next().unwrap().to_owned()).collect()
}

fn allowed(window: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join(format!("src-tauri/capabilities/{window}.json"))).unwrap();
    let json: Json = serde_json::from_str(&text).unwrap();
    let names = json["permissions"].as_array().unwrap().iter().filter_map(|p| p.as_str()?.strip_prefix("allow-"));
    names.map(|name| name.replace('-', "_")).collect()
}

#[test]
fn i01_the_lock_window_is_answered_only_what_it_may_ask() {
    let window = Window::over(Program::with_vault());
    let may = allowed("lock");
    for command in commands().iter().filter(|command| !may.contains(command)) {
        let answer = call(&window, command, &json!({}));
        assert!(answer.contains("not allowed"), "{command}: {answer}");
    }
    for command in
        ["plugin:window|close", "plugin:fs|read_file", "plugin:shell|open", "plugin:webview|create_webview_window"]
    {
        let answer = call(&window, command, &json!({}));
        assert!(answer.starts_with("no "), "{command}: {answer}");
    }
}

#[test]
fn i03_nothing_leaves_the_page_and_the_page_does_not_leave() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&seen);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut bytes = [0; 64];
            stream.set_read_timeout(Some(std::time::Duration::from_millis(300))).unwrap();
            let read = stream.read(&mut bytes).unwrap_or(0);
            noted.lock().unwrap().push(String::from_utf8_lossy(&bytes[..read]).into_owned());
        }
    });
    let window = Window::unlocked();
    let place = window.script("return location.href.split('#')[0]", &[]);
    let attempts = r"
      const [there, done] = [arguments[0], arguments[arguments.length - 1]];
      const out = [];
      const attempt = (name, work) => { try { const r = work(); if (r?.catch) r.catch(() => {}); } catch (e) { out.push(name + ' refused'); } };
      addEventListener('securitypolicyviolation', e => out.push(e.effectiveDirective));
      attempt('fetch', () => fetch(there + '/fetch'));
      attempt('xhr', () => { const x = new XMLHttpRequest(); x.open('GET', there + '/xhr'); x.send(); });
      attempt('websocket', () => new WebSocket(there.replace('http', 'ws') + '/ws'));
      attempt('events', () => new EventSource(there + '/events'));
      attempt('beacon', () => navigator.sendBeacon(there + '/beacon', 'x'));
      attempt('import', () => import(there + '/import.js'));
      attempt('worker', () => new Worker(there + '/worker.js'));
      attempt('open', () => window.open(there + '/open'));
      const add = html => { const box = document.createElement('div'); box.innerHTML = html; document.body.append(box); return box; };
      add(`<img src='${there}/img'><link rel=prefetch href='${there}/prefetch'><link rel=stylesheet href='${there}/style'>`);
      add(`<link rel=dns-prefetch href='${there}'><link rel=preconnect href='${there}'><iframe src='${there}/frame'></iframe>`);
      add(`<video src='${there}/video'></video><object data='${there}/object'></object><embed src='${there}/embed'>`);
      add(`<style>@import '${there}/import.css'; body { background: url(${there}/bg) }</style>`);
      add(`<meta http-equiv=refresh content='0;url=${there}/refresh'>`);
      add(`<form id=leave action='${there}/form' method=post><input name=a value=b></form>`).querySelector('form').submit();
      const script = document.createElement('script'); script.src = there + '/script.js'; document.body.append(script);
      const inline = document.createElement('script'); inline.textContent = 'window.ran = 1'; document.body.append(inline);
      attempt('eval', () => { (0, eval)('window.ran = 2'); });
      attempt('function', () => new Function('window.ran = 3')());
      const link = document.createElement('a'); link.href = there + '/link'; link.download = 'x'; document.body.append(link); link.click();
      setTimeout(() => { attempt('location', () => { location.href = there + '/location'; }); }, 300);
      setTimeout(() => done({ran: window.ran ?? null, out}), 1500);";
    let answer = window.script_async(attempts, &[json!(format!("http://127.0.0.1:{port}"))]);
    assert_eq!(answer["ran"], Json::Null, "{answer}");
    assert_eq!(*seen.lock().unwrap(), Vec::<String>::new(), "something reached the network: {answer}");
    assert_eq!(window.script("return location.href.split('#')[0]", &[]), place);
    assert_eq!(window.wait(window.client().windows()).unwrap().len(), 1, "no window opened");
}

#[test]
fn i05_the_page_cannot_be_taken_to_a_stranger_that_looks_like_us() {
    let window = Window::unlocked();
    let place = window.script("return location.href.split('#')[0]", &[]);
    for stranger in
        ["http://tauri.evil.example/", "http://adjunto.evil.example/", "file:///etc/passwd", "data:text/html,<p>x"]
    {
        window.script("location.href = arguments[0]", &[json!(stranger)]);
        std::thread::sleep(std::time::Duration::from_millis(200));
        assert_eq!(window.script("return location.href.split('#')[0]", &[]), place, "{stranger}");
    }
}

#[test]
fn i04_the_picture_scheme_answers_pictures_laid_ready_and_nothing_else() {
    let window = Window::unlocked();
    let script = r"
      const done = arguments[arguments.length - 1];
      const tries = ['adjunto://localhost/', 'adjunto://localhost/../../etc/passwd', 'adjunto://localhost/' + '0'.repeat(32),
        'adjunto://localhost/index.html', 'adjunto://evil/x'];
      Promise.all(tries.map(src => new Promise(r => { const i = new Image(); i.onload = () => r('loaded ' + src); i.onerror = () => r(''); i.src = src; })))
        .then(all => fetch('adjunto://localhost/x').then(() => done([...all, 'fetched']), () => done(all)));";
    let answer = window.script_async(script, &[]);
    assert!(answer.as_array().unwrap().iter().all(|said| said == ""), "{answer}");
}

#[test]
fn i06_arguments_of_every_shape_get_an_answer_and_change_nothing() {
    let window = Window::unlocked();
    // The index of a vault just opened is built meanwhile.
    let desk = || call(&window, "desk", &json!({}));
    window.until("the index", |_| desk().contains("\"index_ready\":true"));
    let before = desk();
    assert!(before.starts_with("ok "), "{before}");
    let long = "x".repeat(300_000);
    let hostile = [
        json!({}),
        json!([]),
        json!(null),
        json!({"id": "../../etc/passwd", "ids": ["../../etc/passwd"], "kind": "../incident"}),
        json!({"id": 7, "ids": 7, "kind": [], "inputs": "x", "query": null, "first": -1, "count": 1e30, "request": 3}),
        json!({"id": long, "kind": long, "text": long, "state": long, "reason": long, "inputs": [], "first": 0, "count": 4_000_000_000_u32}),
        json!({"id": "00000000000000000000000000000000", "kind": "incident", "inputs": [{"field": "__proto__", "typed": "x", "values": null}],
               "field": "constructor", "tab": null, "reason": "", "text": "\u{0}\u{202e}", "earlier": true, "limit": 0, "first": 0, "count": 10}),
        json!({"query": {"kind": "incident", "text": "\"", "earlier": false, "filters": [{"field": "date", "op": "from", "values": ["9999-99-99"]}],
               "status": "in_use", "sort": {"field": "nope", "backwards": true}, "group": "nope", "columns": ["nope"]}, "first": 0, "count": 10, "id": "x", "name": "x"}),
    ];
    let leaves = [
        "lock",
        "vault_forget",
        "record_create",
        "reference_create",
        "view_save",
        "writer_add",
        "set_appearance",
        "settings_save",
    ];
    for command in commands().iter().filter(|command| !leaves.contains(&command.as_str())) {
        for arguments in &hostile {
            let answer = call(&window, command, arguments);
            assert!(answer.starts_with("ok ") || answer.starts_with("no "), "{command}: {answer}");
            assert!(!answer.contains("panicked"), "{command}: {answer}");
        }
    }
    assert_eq!(desk(), before, "something changed");
}

#[test]
fn i08_after_lock_the_main_window_is_gone_and_nothing_of_it_is_kept() {
    let window = Window::unlocked();
    let before = window.wait(window.client().window()).unwrap();
    window.keys("\u{E009}l");
    window.wait_for(resguardo_tests::window::Role::Textbox, "Frase de paso");
    // The one that waits behind the lock window is another, has nothing to show and is told nothing.
    let handles = || window.wait(window.client().windows()).unwrap();
    window.until("the other window", |_| handles().len() == 2);
    for handle in handles() {
        assert_ne!(handle, before, "the main window is still there");
        window.wait(window.client().switch_to_window(handle)).unwrap();
        if window.script("return document.visibilityState", &[]) == "hidden" {
            assert_eq!(window.script("return document.body.innerText", &[]), "");
            assert!(call(&window, "desk", &json!({})).starts_with("no "), "a locked vault tells nothing");
        }
    }
    window.follow();
    let kept =
        window.script("return [history.length, localStorage.length, sessionStorage.length, document.cookie]", &[]);
    assert_eq!((&kept[1], &kept[2], &kept[3]), (&json!(0), &json!(0), &json!("")), "{kept}");
    assert_eq!(window.wait(window.client().title()).unwrap(), "Resguardo");
}

/// What runs when text is taken for markup, script, a template or a link.
const HOSTILE: [&str; 9] = [
    "<img src=x onerror=window.hit=1>",
    "<svg onload=window.hit=2>",
    "<script>window.hit=3</script>",
    "javascript:window.hit=4",
    "data:text/html,<script>parent.hit=5</script>",
    "{{constructor.constructor('window.hit=6')()}}${window.hit=7}",
    "\"><iframe srcdoc='<script>parent.hit=8</script>'></iframe>",
    "<a href=javascript:window.hit=9>enlace</a><style>@import 'http://127.0.0.1:1/x'</style>",
    "{ $name } { -brand } <math><mtext></form><form><mglyph><style></math><img src onerror=window.hit=10>",
];

#[test]
fn i02_i12_what_looks_like_a_program_is_shown_as_the_text_it_is() {
    let program = Program::with_vault();
    let all = HOSTILE.join(" ");
    let mut places = Vec::new();
    let kinds = program.json(&["kinds"]);
    for kind in kinds["kinds"].as_array().unwrap() {
        let free = |field: &&Json| {
            let is_text = field["type"] == "text" || field["type"] == "long_text";
            is_text
                && field["computed"] == false
                && !["import_row", "as_found"].contains(&field["id"].as_str().unwrap())
        };
        let fields = kind["fields"].as_array().unwrap().iter().filter(free);
        let sets = fields.flat_map(|field| ["--set".to_owned(), format!("{}={all}", field["id"].as_str().unwrap())]);
        let sets: Vec<String> = sets.collect();
        let kind = kind["id"].as_str().unwrap();
        if ["setting", "journal"].contains(&kind) {
            continue;
        }
        let arguments: Vec<&str> = ["new", kind].into_iter().chain(sets.iter().map(String::as_str)).collect();
        let made = program.json(&arguments);
        let id = made["id"].as_str().unwrap();
        let tabs = ["", "/fields", "/links", "/history", "/files"];
        places.extend(tabs.map(|tab| format!("record/{id}{tab}")));
        places.push(format!("list/{kind}"));
    }
    let sheet: String = std::iter::once("Fecha,Hechos,Otra <img src=x onerror=window.hit=11>\n".to_owned())
        .chain(HOSTILE.iter().map(|text| format!("2014,\"{}\",x\n", text.replace('"', "\"\""))))
        .collect();
    std::fs::write(program.path("<img src=x onerror=window.hit=12>.csv"), sheet).unwrap();
    std::fs::write(program.path("answers"), program.path("<img src=x onerror=window.hit=12>.csv")).unwrap();
    let window = Window::unlock(program);
    let watch = "window.refused = []; document.addEventListener('securitypolicyviolation', e => refused.push(e.effectiveDirective + ' ' + e.blockedURI))";
    window.script(watch, &[]);
    places.extend(["today", "library", "report", "export", "import/incident"].map(str::to_owned));
    for place in &places {
        window.go(place);
        assert_eq!(window.wait(window.client().title()).unwrap(), "Resguardo", "i12: {place}");
    }
    window.press("Elegir el archivo");
    window.sees("Columnas y valores");
    window.keys("\u{E009}k");
    window.keys("onerror");
    window.settle();
    assert_eq!(window.script("return [window.hit ?? 0, window.refused]", &[]), json!([0, []]));
}
