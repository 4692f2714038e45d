use super::{Header, LogPosition, SealedEnvelope, signed_bytes};
use crate::chain::ChainTip;
use crate::error::WireError;
use crate::gate::Cbor;
use crate::hash::hash;
use crate::id::{AuthorKey, EnvelopeHash, LogHash, PlaintextCommitment, ScopeId};
use ed25519_dalek::{Signer, SigningKey};

const SCOPE: ScopeId = ScopeId::new([0xa1; 32]);

fn key() -> SigningKey {
    SigningKey::from_bytes(&[0xd4; 32])
}

fn author() -> AuthorKey {
    AuthorKey::new(key().verifying_key().to_bytes())
}

fn header() -> Header {
    Header {
        scope: SCOPE,
        author: author(),
        seq: 1,
        prev: ChainTip::start(&SCOPE, &author()).hash,
        epoch: 1,
        log: LogPosition { number: 0, hash: LogHash::new([0xf6; 32]) },
        nonce: [0x77; 24],
        commitment: PlaintextCommitment::new([0xc6; 32]),
    }
}

fn signed(header_bytes: &[u8], ciphertext: &[u8]) -> Vec<u8> {
    let signature = key().sign(&signed_bytes(header_bytes, &hash(&[ciphertext]))).to_bytes();
    Cbor::Array([header_bytes, ciphertext, &signature].map(Cbor::bytes).to_vec()).encode()
}

#[test]
fn b03_author_and_first_predecessor_are_the_vectors() {
    assert_eq!(author().to_string(), "ed3234b276d4ceda57d59bad14fbaf5a773c0f318c999de3a60d53c5a5b34c05");
    let start = ChainTip::start(&SCOPE, &author());
    assert_eq!(start.hash.to_string(), "05620a991045afb89e5eeba3c583b98f759ece0f62c9c7e70b5fa2e52fcc6015");
}

#[test]
fn a_header_is_211_bytes_and_reads_back() {
    let bytes = header().encode();
    assert_eq!(bytes.len(), 211);
    assert_eq!(bytes[..6], [0xa9, 0x00, 0x01, 0x01, 0x58, 0x20]);
    assert_eq!(Header::decode(&bytes).unwrap(), header());
}

#[test]
fn an_accepted_envelope_hashes_the_same_without_being_copied() {
    let bytes = signed(&header().encode(), &[0x5a; 40]);
    assert_eq!(super::hash_of_accepted(&bytes).unwrap(), SealedEnvelope::decode(&bytes).unwrap().hash());
    assert!(super::hash_of_accepted(&bytes[..100]).is_err());
    assert!(super::hash_of_accepted(b"\x82\x40\x40").is_err());
}

#[test]
fn c01_every_flipped_bit_of_an_envelope_is_refused() {
    let good = signed(&header().encode(), &[0x5a; 40]);
    assert!(SealedEnvelope::decode(&good).unwrap().verify().is_ok());
    for at in 0..good.len() {
        for bit in 0..8 {
            let mut bad = good.clone();
            bad[at] ^= 1 << bit;
            let accepted = SealedEnvelope::decode(&bad).is_ok_and(|envelope| envelope.verify().is_ok());
            assert!(!accepted, "bit {bit} of byte {at}");
        }
    }
}

#[test]
fn c02_a_header_encoded_another_way_is_refused_though_validly_signed() {
    let plain = header().encode();
    let mut long_integer = plain.clone();
    long_integer.splice(2..3, [0x18, 0x01]);
    let mut indefinite = plain.clone();
    indefinite[0] = 0xbf;
    indefinite.push(0xff);
    let mut twice = plain.clone();
    twice[0] = 0xaa;
    twice.extend([0x08, 0x00]);
    let mut unknown = plain.clone();
    unknown[0] = 0xaa;
    unknown.extend([0x09, 0x00]);
    let mut extension = plain.clone();
    extension[0] = 0xaa;
    extension.extend([0x18, 0x40, 0x00]);
    let mut trailing = plain.clone();
    trailing.push(0x00);
    for header_bytes in [long_integer, indefinite, twice, unknown, extension, trailing] {
        assert!(SealedEnvelope::decode(&signed(&header_bytes, b"ct")).is_err());
    }
    assert!(SealedEnvelope::decode(&signed(&plain, b"ct")).is_ok());
}

#[test]
fn another_suite_is_an_error_not_a_fallback() {
    let mut bytes = header().encode();
    bytes[2] = 2;
    assert!(matches!(Header::decode(&bytes), Err(WireError::UnknownSuite { suite: 2 })));
}

#[test]
fn c04_weak_keys_and_loose_signatures_are_refused() {
    let small_order = [
        [0; 32],
        std::array::from_fn(|i| u8::from(i == 0)),
        std::array::from_fn(|i| {
            if i == 0 {
                0xec
            } else if i == 31 {
                0x7f
            } else {
                0xff
            }
        }),
    ];
    for point in small_order {
        let mut weak = header();
        weak.author = AuthorKey::new(point);
        let envelope =
            SealedEnvelope { header_bytes: weak.encode(), header: weak, ciphertext: vec![1], signature: [0; 64] };
        assert!(matches!(envelope.verify(), Err(WireError::WeakKey)));
    }
    // S + L: the same residue, another encoding.
    let order: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut envelope = SealedEnvelope::decode(&signed(&header().encode(), b"ct")).unwrap();
    let mut carry = 0_u16;
    for (byte, add) in envelope.signature[32..].iter_mut().zip(order) {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        *byte = u8::try_from(sum & 0xff).unwrap();
        carry = sum >> 8;
    }
    assert!(matches!(envelope.verify(), Err(WireError::BadSignature)));
}

#[test]
fn c06_c07_only_the_next_envelope_of_the_same_chain_continues_it() {
    let start = ChainTip::start(&SCOPE, &author());
    let hash = EnvelopeHash::new([9; 32]);
    let tip = start.step(&header(), hash).unwrap();
    assert_eq!(tip, ChainTip { seq: 1, hash });
    assert!(matches!(tip.step(&header(), hash), Err(WireError::OutOfChain { expected: 2, found: 1 })));
    let mut ahead = header();
    ahead.seq = 3;
    assert!(matches!(tip.step(&ahead, hash), Err(WireError::OutOfChain { expected: 2, found: 3 })));
    let mut fork = header();
    fork.seq = 2;
    assert!(matches!(tip.step(&fork, hash), Err(WireError::WrongPredecessor { seq: 2 })));
}
