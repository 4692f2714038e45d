use std::collections::BTreeSet;

use resguardo_domain::id::{OperationId, RecordId};
use resguardo_domain::operation::{Action, Operation};
use resguardo_domain::value::Value;
use resguardo_wire::envelope::{Header, SealedEnvelope};
use resguardo_wire::gate::Cbor;
use resguardo_wire::id::ScopeId;

use super::{ACT_EXTENSION, seal};
use crate::envelope::{ScopeWriter, Signature};
use crate::operations;
use crate::secret::{DeviceSeed, EpochSecret};

fn scope() -> ScopeWriter {
    ScopeWriter::private(ScopeId::new([1; 32]), &DeviceSeed::new([2; 32]), EpochSecret::new([3; 32]))
}

/// One operation that writes this many letters.
fn operation(number: u8, letters: usize) -> Operation {
    Operation {
        id: OperationId::new([number; 16]),
        at_ms: 0,
        record: RecordId::new([number; 16]),
        action: Action::Set { field: "facts".to_owned(), value: Value::LongText("a".repeat(letters)) },
        replaces: Vec::new(),
        by: None,
    }
}

#[test]
fn an_act_of_several_envelopes_says_so_in_each_of_them() {
    let scope = scope();
    // Parts of 0.4 MB: two fit under the mebibyte where a payload closes, three do not.
    let parts: Vec<Vec<Operation>> =
        (0..5).map(|part| vec![operation(part * 2, 200_000), operation(part * 2 + 1, 200_000)]).collect();
    let sealed = seal(&scope, scope.chain_start(), parts.clone(), 7).unwrap();
    let bodies: Vec<_> =
        sealed.drafts.iter().map(|draft| scope.open(&draft.bytes, Signature::Verified).unwrap().body).collect();
    let sizes: Vec<usize> = bodies.iter().map(|body| operations::decode(&body.payload).unwrap().len()).collect();
    assert_eq!(sizes, [4, 4, 2], "a part is never divided");
    let mut acts = BTreeSet::new();
    for (number, body) in (0..).zip(&bodies) {
        let Some(Cbor::Array(told)) = body.extensions.get(&ACT_EXTENSION) else { panic!("it says nothing") };
        let [Cbor::Bytes(act), part, last] = told.as_slice() else { panic!("{told:?}") };
        acts.insert(act.clone());
        assert_eq!((part, last), (&Cbor::Uint(number), &Cbor::Uint(u64::from(number == 2))));
    }
    assert_eq!(acts.len(), 1, "the same act");
    assert_eq!(acts.first().map(|act| act.len()), Some(16));
    let whole: Vec<Operation> = sealed.payloads.into_iter().flatten().collect();
    assert_eq!(whole, parts.into_iter().flatten().collect::<Vec<_>>());
}

#[test]
fn an_act_of_one_envelope_says_nothing_of_it() {
    let scope = scope();
    let sealed = seal(&scope, scope.chain_start(), vec![vec![operation(1, 10)], vec![operation(2, 10)]], 7).unwrap();
    let [draft] = sealed.drafts.as_slice() else { panic!("one envelope") };
    assert!(scope.open(&draft.bytes, Signature::Verified).unwrap().body.extensions.is_empty());
}

#[test]
fn a_part_too_large_for_an_envelope_is_refused_whole() {
    let scope = scope();
    let part = vec![operation(1, 3_000_000), operation(2, 3_000_000)];
    assert!(seal(&scope, scope.chain_start(), vec![vec![operation(3, 1)], part], 7).is_err());
}

#[test]
fn b04_a_hundred_thousand_envelopes_repeat_no_nonce_and_no_blinding() {
    const EACH: u64 = 50_000;
    let headers: Vec<Header> = std::thread::scope(|threads| {
        let sealers: Vec<_> = (1..=2_u8)
            .map(|device| {
                threads.spawn(move || {
                    let seed = DeviceSeed::new([device; 32]);
                    let scope = ScopeWriter::private(ScopeId::new([1; 32]), &seed, EpochSecret::new([3; 32]));
                    let mut tip = scope.chain_start();
                    let mut headers = Vec::new();
                    for _ in 0..EACH {
                        let sealed = seal(&scope, tip, vec![vec![operation(1, 4)]], 7).unwrap();
                        tip = sealed.tip;
                        let clear = SealedEnvelope::decode(&sealed.drafts[0].bytes).unwrap();
                        headers.push(clear.header);
                    }
                    headers
                })
            })
            .collect();
        sealers.into_iter().flat_map(|sealer| sealer.join().unwrap()).collect()
    });
    let count = usize::try_from(2 * EACH).unwrap();
    let nonces: BTreeSet<_> = headers.iter().map(|header| header.nonce).collect();
    let commitments: BTreeSet<_> = headers.iter().map(|header| *header.commitment.as_bytes()).collect();
    // A key is made of author and number: each pair once.
    let keys: BTreeSet<_> = headers.iter().map(|header| (*header.author.as_bytes(), header.seq)).collect();
    assert_eq!((nonces.len(), commitments.len(), keys.len()), (count, count, count));
}
