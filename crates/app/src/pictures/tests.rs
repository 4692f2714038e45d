use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use super::{Covered, Picture, Tray, redraw};

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut picture = RgbaImage::new(width, height);
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        *pixel = Rgba([u8::try_from(x % 256).unwrap(), u8::try_from(y % 256).unwrap(), 200, 255]);
    }
    let mut bytes = Vec::new();
    DynamicImage::ImageRgba8(picture).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    bytes
}

#[test]
fn a_picture_is_made_small_and_encoded_anew() {
    let small = image::load_from_memory(&redraw(&png(400, 200), 100, &[]).unwrap()).unwrap();
    assert_eq!((small.width(), small.height()), (100, 50));
    let same = image::load_from_memory(&redraw(&png(40, 20), 100, &[]).unwrap()).unwrap();
    assert_eq!(same.width(), 40);
}

#[test]
fn what_is_covered_is_gone_and_never_smaller_than_drawn() {
    let part = Covered { x: 0.25, y: 0.5, width: 0.26, height: 2.0 };
    let drawn = image::load_from_memory(&redraw(&png(100, 100), 0, &[part]).unwrap()).unwrap().to_rgba8();
    let ink = Rgba([22, 32, 30, 255]);
    assert_eq!((drawn.get_pixel(25, 50), drawn.get_pixel(50, 99)), (&ink, &ink));
    assert_ne!(drawn.get_pixel(24, 50), &ink);
    assert_ne!(drawn.get_pixel(51, 50), &ink);
    assert_ne!(drawn.get_pixel(25, 49), &ink);
    let wild = Covered { x: f64::NAN, y: -3.0, width: f64::INFINITY, height: -1.0 };
    assert!(redraw(&png(10, 10), 0, &[wild]).is_some());
}

#[test]
fn g04_a_picture_too_large_by_its_header_is_refused_before_decoding() {
    let mut flood = png(4, 4);
    flood[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    assert!(redraw(&flood, 100, &[]).is_none());
    let gif = |width: u16, height: u16| {
        [b"GIF89a".as_slice(), &width.to_le_bytes(), &height.to_le_bytes(), &[0, 0, 0]].concat()
    };
    assert!(redraw(&gif(60_000, 60_000), 100, &[]).is_none());
    for broken in [&b""[..], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe1\xff\xffExif", b"<svg/>", b"%PDF-1.4"] {
        assert!(redraw(broken, 100, &[]).is_none());
    }
}

#[test]
fn g05_only_pictures_are_drawn_whatever_their_name() {
    for (bytes, what) in [
        (&b"<html><script>1</script>"[..], "html"),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='x'/>", "svg"),
        (b"%PDF-1.7 \xff\xd8\xff", "pdf"),
        (b"L\0\0\0\x01\x14\x02\0", "lnk"),
        (b"BM\x36\0\0\0", "bmp"),
    ] {
        assert!(redraw(bytes, 100, &[]).is_none(), "{what}");
    }
}

#[test]
fn a_token_is_good_once_and_old_ones_make_room() {
    let tray = Tray::default();
    let picture = || Picture { kind: "image/png", bytes: vec![1] };
    let token = tray.lay(picture()).unwrap();
    assert!(tray.take("0").is_none());
    assert!(tray.take(&token).is_some() && tray.take(&token).is_none());
    for _ in 0..super::MOST_READY + 10 {
        tray.lay(picture()).unwrap();
    }
    assert_eq!(tray.0.lock().unwrap().len(), super::MOST_READY);
}
