use super::{Body, BodyType, Gossip, PADDED_MIN_BYTES, ScopeWriter, Signature, aad, commitment};
use crate::cipher;
use crate::error::{Refusal, VaultError};
use crate::padding::pad;
use crate::secret::{DeviceSeed, EpochSecret};
use crate::testing::hex;
use ed25519_dalek::Signer;
use resguardo_wire::envelope::{Header, LogPosition, SealedEnvelope, signed_bytes};
use resguardo_wire::gate::Cbor;
use resguardo_wire::hash::hash;
use resguardo_wire::id::{LogHash, ScopeId};
use std::collections::BTreeMap;

const SCOPE: ScopeId = ScopeId::new([0xa1; 32]);

fn writer() -> ScopeWriter {
    let log = LogPosition { number: 0, hash: LogHash::new([0xf6; 32]) };
    ScopeWriter::new(SCOPE, &DeviceSeed::new([0xd4; 32]), 1, EpochSecret::new([0xb2; 32]), log)
}

fn private() -> ScopeWriter {
    ScopeWriter::private(SCOPE, &DeviceSeed::new([0xd4; 32]), EpochSecret::new([0xb2; 32]))
}

fn vector_body() -> Body {
    let kind = BodyType::HEARTBEAT;
    Body { kind, minute: 29_000_000, payload: vec![], gossip: Gossip::PRIVATE, extensions: BTreeMap::new() }
}

fn vector() -> Vec<u8> {
    let writer = writer();
    writer.seal_with(&writer.chain_start(), &vector_body(), [0x77; 24], [0xe5; 32]).unwrap().bytes
}

fn refusal(refused: Result<super::Opened, VaultError>) -> Refusal {
    match refused {
        Err(VaultError::EnvelopeRefused { reason }) => reason,
        other => panic!("{other:?}"),
    }
}

/// Seals whatever plaintext is given, padded or not, under a valid header and signature: the hostile author's tool.
fn craft(writer: &ScopeWriter, padded: Vec<u8>, change: impl FnOnce(&mut Header)) -> Vec<u8> {
    let tip = writer.chain_start();
    let mut header =
        SealedEnvelope::decode(&writer.seal_with(&tip, &vector_body(), [0x77; 24], [0xe5; 32]).unwrap().bytes)
            .unwrap()
            .header;
    change(&mut header);
    let header_bytes = header.encode();
    let key = writer.envelope_key(&header);
    let ciphertext = cipher::seal(key.expose(), header.nonce, &aad(&header_bytes), padded).unwrap();
    let signature = writer.device.sign(&signed_bytes(&header_bytes, &hash(&[&ciphertext]))).to_bytes();
    SealedEnvelope { header, header_bytes, ciphertext, signature }.encode()
}

#[test]
fn b03_the_envelope_is_the_vector() {
    let sealed = SealedEnvelope::decode(&vector()).unwrap();
    let check = |found: &[u8], expected: &str| assert_eq!(hex(found), expected);
    check(sealed.header.commitment.as_bytes(), "c63ac0bf23b9e0849b17ffdf011f295e9332045cdc935429a99f92acc2ce3328");
    let key = writer().envelope_key(&sealed.header);
    check(key.expose(), "e2649e248d7fafb26ac3f95fd552fd7e7b19ee68efa09bd772fac99f93cf630b");
    assert_eq!(sealed.ciphertext.len(), 1040);
    check(&hash(&[&sealed.ciphertext]), "79eee90a944392a0f382a1b076b53f7555c9e35f7c71845b028a6e10baf171dc");
    let signature = "1db4f743c89b4e982c9352dc8cc95a734ecb08358acb0677ccf22faa572e5b20281c76ba100e14186948cd2c133776a9\
                     c1a63d3d5c5a130372c11667d173b70c";
    check(&sealed.signature, signature);
    check(sealed.hash().as_bytes(), "8bd8e1552b6ba816ed89fd200a1e3b0815a4900bacb87f6d62a4dd3f51ac7b1e");
    assert_eq!(vector_body().encode(&[0xe5; 32]).0.len(), 118);
    assert_eq!(writer().open(&vector(), Signature::Verified).unwrap().body, vector_body());
}

#[test]
fn what_was_sealed_opens_and_chains() {
    let writer = private();
    let mut tip = writer.chain_start();
    for n in 0..3 {
        let mut body = Body::operations(n, vec![7; 3000]);
        if n == 1 {
            body.extensions = BTreeMap::from([(67, Cbor::Array(vec![Cbor::bytes(&[1; 16])]))]);
        }
        let sealed = writer.seal(&tip, &body).unwrap();
        let opened = writer.open(&sealed.bytes, Signature::Verified).unwrap();
        assert_eq!(opened.body, body);
        tip = tip.step(&opened.header, opened.hash).unwrap();
        assert_eq!(tip, sealed.tip);
    }
    assert_eq!(tip.seq, 3);
}

#[test]
fn c01_every_flipped_bit_is_refused() {
    let good = vector();
    for at in 0..good.len() {
        for bit in 0..8 {
            let mut bad = good.clone();
            bad[at] ^= 1 << bit;
            assert!(writer().open(&bad, Signature::Verified).is_err(), "bit {bit} of byte {at}");
        }
    }
}

#[test]
fn c03_an_envelope_replayed_elsewhere_is_refused() {
    let body = pad(vector_body().encode(&[0xe5; 32]).0, PADDED_MIN_BYTES);
    let check = |change: fn(&mut Header), expected: Refusal| {
        let changed = craft(&writer(), body.clone(), change);
        assert_eq!(refusal(writer().open(&changed, Signature::Verified)), expected);
    };
    check(|header| header.scope = ScopeId::new([0xa2; 32]), Refusal::Scope);
    check(|header| header.author = resguardo_wire::id::AuthorKey::new([1; 32]), Refusal::Author);
    check(|header| header.log.number = 4, Refusal::Log);
    check(|header| header.epoch = 2, Refusal::Epoch);
    check(|header| header.seq = 0, Refusal::Chain);

    // The same ciphertext under another number, validly signed by its own author.
    let sealed = SealedEnvelope::decode(&vector()).unwrap();
    let mut header = sealed.header.clone();
    header.seq = 2;
    let header_bytes = header.encode();
    let signature = writer().device.sign(&signed_bytes(&header_bytes, &hash(&[&sealed.ciphertext]))).to_bytes();
    let moved = SealedEnvelope { header, header_bytes, signature, ..sealed }.encode();
    assert_eq!(refusal(writer().open(&moved, Signature::Verified)), Refusal::Ciphertext);
}

#[test]
fn c08_a_body_other_than_the_one_committed_to_is_refused() {
    let mut other = vector_body();
    other.minute += 1;
    let crafted = craft(&writer(), pad(other.encode(&[0xe5; 32]).0, PADDED_MIN_BYTES), |_| ());
    assert_eq!(refusal(writer().open(&crafted, Signature::Verified)), Refusal::Commitment);
}

#[test]
fn c09_padding_of_another_form_is_refused() {
    let body = vector_body().encode(&[0xe5; 32]).0;
    let good = pad(body.clone(), PADDED_MIN_BYTES);
    let mut not_zero = good.clone();
    not_zero[1023] = 1;
    let mut no_mark = good.clone();
    no_mark[body.len()] = 0;
    let mut wrong_bucket = good.clone();
    wrong_bucket.resize(1088, 0);
    let too_short = pad(body, 512);
    for padded in [not_zero, no_mark, wrong_bucket, too_short, vec![0; 1024]] {
        let crafted = craft(&writer(), padded, |_| ());
        assert_eq!(refusal(writer().open(&crafted, Signature::Verified)), Refusal::Padding);
    }
}

#[test]
fn a_body_outside_its_schema_is_refused() {
    let check = |change: fn(&mut BTreeMap<u64, Cbor>)| {
        let (whole, _) = vector_body().encode(&[0xe5; 32]);
        let Cbor::Map(mut entries) = Cbor::decode(&whole, resguardo_wire::gate::Limits::bytes(4096)).unwrap() else {
            unreachable!()
        };
        change(&mut entries);
        let whole = Cbor::Map(entries.clone()).encode();
        entries.remove(&0);
        let committed = commitment(&[0xe5; 32], &Cbor::Map(entries).encode());
        let crafted = craft(&writer(), pad(whole, PADDED_MIN_BYTES), |header| header.commitment = committed);
        assert_eq!(refusal(writer().open(&crafted, Signature::Verified)), Refusal::Body);
    };
    check(|entries| drop(entries.remove(&2)));
    check(|entries| drop(entries.insert(6, Cbor::Uint(0))));
    check(|entries| drop(entries.insert(64, Cbor::Uint(0))));
    check(|entries| drop(entries.insert(5, Cbor::Map(BTreeMap::new()))));
    check(|entries| drop(entries.insert(5, Cbor::map([(63, Cbor::Uint(0))]))));
    check(|entries| drop(entries.insert(3, Cbor::Text("no bytes".into()))));
}

#[test]
fn gossip_in_the_private_scope_is_nothing() {
    let mut body = Body::operations(1, vec![]);
    body.gossip.server_number = 1;
    let sealed = private().seal(&private().chain_start(), &body).unwrap();
    assert_eq!(refusal(private().open(&sealed.bytes, Signature::Verified)), Refusal::Gossip);
}

#[test]
fn c14_a_minute_of_any_year_is_a_claim_and_opens() {
    for minute in [0, 23_668_000, 68_000_000, u64::MAX] {
        let sealed = private().seal(&private().chain_start(), &Body::operations(minute, vec![])).unwrap();
        assert_eq!(private().open(&sealed.bytes, Signature::Verified).unwrap().body.minute, minute);
    }
}

#[test]
fn b04_nonces_blindings_and_keys_do_not_repeat() {
    let writer = private();
    let mut tip = writer.chain_start();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..500 {
        let sealed = writer.seal(&tip, &Body::operations(1, vec![])).unwrap();
        let header = writer.open(&sealed.bytes, Signature::Remembered).unwrap().header;
        assert!(seen.insert(header.nonce.to_vec()));
        assert!(seen.insert(header.commitment.as_bytes().to_vec()), "the same body, another blinding");
        assert!(seen.insert(writer.envelope_key(&header).expose().to_vec()));
        tip = sealed.tip;
    }
}

#[test]
fn c12_a_body_type_of_a_later_version_opens_and_stays_opaque() {
    let mut body = Body::operations(1, vec![0xff; 9]);
    body.kind = BodyType(900);
    let sealed = private().seal(&private().chain_start(), &body).unwrap();
    assert_eq!(private().open(&sealed.bytes, Signature::Verified).unwrap().body, body);
}

#[test]
fn a_body_over_the_limit_is_refused_and_the_largest_fits_an_envelope() {
    let writer = private();
    let largest = resguardo_wire::limits::BODY_MAX_BYTES - 200;
    let sealed = writer.seal(&writer.chain_start(), &Body::operations(1, vec![1; largest])).unwrap();
    assert!(writer.open(&sealed.bytes, Signature::Remembered).is_ok());
    let over = Body::operations(1, vec![1; largest + 200]);
    assert!(matches!(writer.seal(&writer.chain_start(), &over), Err(VaultError::TooLarge { .. })));
}
