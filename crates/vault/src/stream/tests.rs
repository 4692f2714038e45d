use super::{CHUNK_BYTES, PREFIX_LEN, SEALED_CHUNK_BYTES, StreamReader, StreamWriter, sealed_len};
use crate::error::VaultError;
use crate::secret::FileKey;
use crate::testing::hex;
use chacha20poly1305::ChaCha20Poly1305;
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use resguardo_wire::hash::hash;

fn key(n: u8) -> FileKey {
    FileKey::new([n; 32])
}

fn seal(plain: &[u8]) -> Vec<u8> {
    let mut writer = StreamWriter::new(Vec::new(), &key(0x99), &[0xab; 16]).unwrap();
    // In pieces, as a file is read.
    plain.chunks(40_000).for_each(|piece| writer.take(piece).unwrap());
    writer.finish().unwrap()
}

fn open(blob: &[u8]) -> Result<Vec<u8>, VaultError> {
    open_with(blob, &key(0x99))
}

fn open_with(blob: &[u8], key: &FileKey) -> Result<Vec<u8>, VaultError> {
    let mut reader = StreamReader::new(blob, key)?;
    let mut plain = Vec::new();
    while let Some(chunk) = reader.next_chunk()? {
        plain.extend_from_slice(&chunk);
    }
    Ok(plain)
}

fn pattern(len: usize) -> Vec<u8> {
    (0..len).map(|n| u8::try_from(n % 251).unwrap()).collect()
}

#[test]
fn b03_the_blob_of_hola_is_the_vector() {
    let stream_key = super::stream_key(&key(0x99), &[0xab; 16]);
    assert_eq!(hex(stream_key.expose()), "428cf257f6731051988a7cb26e6630332e9fec7cd1083aff9c263427520bb396");
    let blob = seal(b"hola");
    let expected = format!("5247423110000000{}f12f88c1090737e75b8698fa77b752599a96c3fd", "ab".repeat(16));
    assert_eq!(hex(&blob), expected);
    assert_eq!(hex(&hash(&[&blob])), "71e789b996323266d8d9b3c3f511f6913b24c68cdcfb7697057433d2c70d0884");
}

#[test]
fn every_length_around_the_chunk_comes_back() {
    for len in [0, 1, 5, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 2 * CHUNK_BYTES + 7] {
        let blob = seal(&pattern(len));
        assert_eq!(blob.len() as u64, sealed_len(len as u64), "{len}");
        assert_eq!(open(&blob).unwrap(), pattern(len), "{len}");
    }
}

#[test]
fn chunks_swapped_repeated_cut_added_or_foreign_are_refused() {
    let blob = seal(&pattern(3 * CHUNK_BYTES + 100));
    let (prefix, chunks) = blob.split_at(PREFIX_LEN);
    let chunks: Vec<&[u8]> = chunks.chunks(SEALED_CHUNK_BYTES).collect();
    let of = |order: &[usize]| [prefix, &order.iter().flat_map(|n| chunks[*n]).copied().collect::<Vec<_>>()].concat();
    assert!(open(&of(&[0, 1, 2, 3])).is_ok());
    for order in [&[1, 0, 2, 3][..], &[0, 1, 2], &[0, 1, 3], &[0, 1, 2, 2, 3], &[0, 1, 2, 3, 3], &[3], &[]] {
        assert!(matches!(open(&of(order)), Err(VaultError::BlobDamaged { .. })), "{order:?}");
    }
    for len in [0, 3, PREFIX_LEN - 1, PREFIX_LEN, PREFIX_LEN + 15, blob.len() - 1] {
        assert!(open(&blob[..len]).is_err(), "cut to {len}");
    }
    assert!(open(&[blob.as_slice(), &[0]].concat()).is_err());
    assert!(open_with(&blob, &key(0x98)).is_err());
    let other = seal(&pattern(CHUNK_BYTES + 1));
    assert!(open(&[prefix, &other[PREFIX_LEN..PREFIX_LEN + SEALED_CHUNK_BYTES], chunks[1]].concat()).is_err());
}

#[test]
fn an_empty_last_chunk_after_others_is_refused() {
    // What a careless writer makes of exactly one chunk: full, not last, then empty, last.
    let cipher = ChaCha20Poly1305::new(super::stream_key(&key(0x99), &[0xab; 16]).expose().into());
    let mut blob = [super::fixed_part().as_slice(), &[0xab; 16]].concat();
    for (number, last, plain) in [(0, false, pattern(CHUNK_BYTES)), (1, true, Vec::new())] {
        let mut chunk = plain;
        cipher.encrypt_in_place(&super::nonce(number, last), &[], &mut chunk).unwrap();
        blob.extend(chunk);
    }
    assert!(matches!(open(&blob), Err(VaultError::BlobDamaged { chunk: 1 })));
}

#[test]
fn a_flipped_byte_releases_nothing_of_its_chunk() {
    let blob = seal(&pattern(2 * CHUNK_BYTES + 10));
    for (at, released) in [(0, 0), (5, 0), (20, 0), (PREFIX_LEN, 0), (PREFIX_LEN + SEALED_CHUNK_BYTES, 1)] {
        let mut bad = blob.clone();
        bad[at] ^= 1;
        let chunks = StreamReader::new(bad.as_slice(), &key(0x99)).map_or(0, |mut reader| {
            while let Ok(Some(_)) = reader.next_chunk() {}
            reader.chunks()
        });
        assert_eq!(chunks, released, "byte {at}");
    }
}
