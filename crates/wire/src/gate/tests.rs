use super::{Cbor, Limits};
use crate::error::WireError;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use std::time::Instant;

const LIMITS: Limits = Limits::bytes(4096);

fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).unwrap()).collect()
}

fn any_value() -> impl Strategy<Value = Cbor> {
    let leaf = prop_oneof![
        any::<u64>().prop_map(Cbor::Uint),
        any::<u64>().prop_map(Cbor::Nint),
        vec(any::<u8>(), 0..40).prop_map(Cbor::Bytes),
        "\\PC{0,20}".prop_map(Cbor::Text),
        any::<bool>().prop_map(Cbor::Bool),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Cbor::Array),
            btree_map(any::<u64>(), inner, 0..6).prop_map(Cbor::Map),
        ]
    })
}

#[test]
fn numbers_have_the_encodings_of_rfc_8949_appendix_a() {
    let check = |value: Cbor, hex: &str| {
        assert_eq!(value.encode(), unhex(hex));
        assert_eq!(Cbor::decode(&unhex(hex), LIMITS).unwrap(), value);
    };
    check(Cbor::Uint(0), "00");
    check(Cbor::Uint(23), "17");
    check(Cbor::Uint(24), "1818");
    check(Cbor::Uint(1000), "1903e8");
    check(Cbor::Uint(1_000_000), "1a000f4240");
    check(Cbor::Uint(u64::MAX), "1bffffffffffffffff");
    check(Cbor::Nint(0), "20");
    check(Cbor::Nint(99), "3863");
    check(Cbor::Nint(u64::MAX), "3bffffffffffffffff");
    check(Cbor::Bool(false), "f4");
    check(Cbor::Bool(true), "f5");
    check(Cbor::Text("ü".into()), "62c3bc");
    check(Cbor::bytes(&[1, 2, 3, 4]), "4401020304");
    check(Cbor::Array(vec![]), "80");
    check(Cbor::map([(1, Cbor::Uint(2)), (3, Cbor::Uint(4))]), "a201020304");
}

#[test]
fn c02_a_second_encoding_of_a_value_is_refused() {
    let check = |hex: &str| {
        let refused = Cbor::decode(&unhex(hex), LIMITS);
        assert!(refused.is_err(), "{hex} was read as {refused:?}");
    };
    check("a2 01 01 01 02"); // a key twice
    check("a2 02 01 01 01"); // keys out of order
    check("01 ff"); // a byte after the end
    check("18 00"); // a long integer
    check("19 0017"); // a longer one
    check("58 01 aa"); // a long length
    check("bf 01 02 ff"); // a map without length
    check("9f 01 ff"); // an array without length
    check("5f 41 aa ff"); // bytes without length
    check("c1 01"); // a tag
    check("f6"); // null
    check("f7"); // undefined
    check("f9 3c00"); // a half float
    check("e0"); // a simple value
    check("f8 ff"); // another
    check("a1 20 01"); // a negative key
    check("a1 61 61 01"); // a text key
    check("62 c3 28"); // not UTF-8
    check("43 01 02"); // cut short
    check(""); // nothing
    check("82 01"); // an item missing
    check("1c"); // reserved
}

#[test]
fn c13_a_bomb_is_refused_at_once() {
    let started = Instant::now();
    let mut claims = vec![0x9a, 0x80, 0, 0, 0];
    claims.resize(200, 0);
    assert!(matches!(Cbor::decode(&claims, LIMITS), Err(WireError::ImpossibleCount)));
    let mut map_claims = vec![0xbb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    map_claims.resize(200, 0);
    assert!(matches!(Cbor::decode(&map_claims, LIMITS), Err(WireError::ImpossibleCount)));
    let nested = vec![0x81; 10_000];
    assert!(matches!(Cbor::decode(&nested, Limits::bytes(20_000)), Err(WireError::TooDeep { limit: 8 })));
    assert!(matches!(Cbor::decode(&nested, LIMITS), Err(WireError::TooLong { limit: 4096 })));
    let long_text = [0x7b, 0, 0, 0, 1, 0, 0, 0, 0, 0x61];
    assert!(Cbor::decode(&long_text, LIMITS).is_err());
    assert!(started.elapsed().as_millis() < 10);
}

#[test]
fn eight_levels_are_read_and_nine_are_not() {
    let nest = |levels: usize| [vec![0x81; levels], vec![0x00]].concat();
    assert!(Cbor::decode(&nest(8), LIMITS).is_ok());
    assert!(matches!(Cbor::decode(&nest(9), LIMITS), Err(WireError::TooDeep { .. })));
}

#[test]
fn unknown_keys_below_64_are_refused_and_others_only_where_allowed() {
    let with = |key| {
        let mut fields = Cbor::map([(0, Cbor::Uint(1)), (key, Cbor::Bool(true))]).into_fields().unwrap();
        fields.take(0).unwrap();
        fields
    };
    assert!(matches!(with(63).extensions(), Err(WireError::UnknownKey { key: 63 })));
    assert!(matches!(with(64).finish(), Err(WireError::UnknownKey { key: 64 })));
    assert_eq!(with(64).extensions().unwrap().len(), 1);
    assert!(matches!(with(64).take(5), Err(WireError::MissingKey { key: 5 })));
}

#[test]
fn integers_come_back_signed() {
    assert_eq!(Cbor::Uint(9).into_int().unwrap(), 9);
    assert_eq!(Cbor::Nint(9).into_int().unwrap(), -10);
    assert_eq!(Cbor::Nint(u64::try_from(i64::MAX).unwrap()).into_int().unwrap(), i64::MIN);
    assert!(Cbor::Uint(u64::MAX).into_int().is_err());
    assert!(Cbor::Uint(256).into_small::<u8>().is_err());
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(value in any_value()) {
        let bytes = value.encode();
        prop_assert_eq!(Cbor::decode(&bytes, Limits::bytes(1 << 20)).unwrap(), value);
    }

    #[test]
    fn what_is_read_was_the_only_way_to_write_it(bytes in vec(any::<u8>(), 0..60)) {
        if let Ok(value) = Cbor::decode(&bytes, LIMITS) {
            prop_assert_eq!(value.encode(), bytes);
        }
    }

    #[test]
    fn a_changed_byte_never_reads_as_the_same_value(value in any_value(), at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let mut bytes = value.encode();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if let Ok(other) = Cbor::decode(&bytes, Limits::bytes(1 << 20)) {
            prop_assert_ne!(other, value);
        }
    }
}
