//! `adjunto://localhost/<token>`: pictures for `<img>`, re-encoded by ours, each address good once.

use tauri::http::{Method, Request, Response, StatusCode, header};
use tauri::{Manager, Runtime, UriSchemeContext};

use crate::desk::Desk;

/// Answers one request of a page: a picture laid ready under that token, or nothing.
pub(crate) fn answer<R: Runtime>(context: UriSchemeContext<'_, R>, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
    let token = request.uri().path().trim_start_matches('/');
    let desk = context.app_handle().state::<Desk>();
    let session = desk.held().session.clone();
    let picture = session.filter(|_| request.method() == Method::GET).and_then(|session| session.take_picture(token));
    let (status, kind, bytes) = match picture {
        Some(picture) => (StatusCode::OK, picture.kind, picture.bytes),
        None => (StatusCode::NOT_FOUND, "text/plain", Vec::new()),
    };
    let mut response = Response::new(bytes);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, header::HeaderValue::from_static(value));
    }
    response
}
