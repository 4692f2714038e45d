"""The sealed half of the reader: from files to operations, every check of docs/format.md on the way.

Comments name the headings of that page. Nothing in the vault is changed.
"""
import hmac
import itertools
import struct
import sys
from contextlib import contextmanager
from hashlib import sha256
from argon2.low_level import core, ffi
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as unseal
from nacl.signing import SigningKey, VerifyKey  # libsodium: strict, refuses weak keys

class Damaged(Exception):
    """Bytes are not what the page says; the message names the place."""

class WrongSecret(Exception):
    """No slot opens with this passphrase or these words."""

@contextmanager
def at(place):
    """Whatever goes wrong inside is damage at this place; the innermost place is told."""
    try:
        yield
    except Damaged:
        raise
    except Exception as error:
        raise Damaged(f"{place}: {error or type(error).__name__}") from error

def need(holds, why):
    if not holds:
        raise ValueError(why)

def note(text):
    print(f"note: {text}", file=sys.stderr)

# Notation
MIB = 1 << 20
def H(*parts): return sha256(b"".join(parts)).digest()
def HK(salt, ikm, what): return HKDF(SHA256(), 32, salt, what).derive(ikm)
def L(label): return b"resguardo/v1/" + label.encode() + b"\0"
def u32(n): return struct.pack(">I", n)
def u64(n): return struct.pack(">Q", n)
def mac_holds(tag, key, *parts): return hmac.compare_digest(hmac.digest(key, b"".join(parts), "sha256"), tag)

# gate.rs: deterministic CBOR and nothing else
def decode(data, i, depth):
    major, n, i = data[i] >> 5, data[i] & 31, i + 1
    if major == 7:
        need(n in (20, 21), "CBOR: neither false nor true")
        return n == 21, i
    if n >= 24:
        need(n <= 27, "CBOR: a length of no allowed form")
        n, i = int.from_bytes(data[i:i + (1 << n - 24)], "big"), i + (1 << n - 24)
    if major < 2:
        return (n if major == 0 else -1 - n), i
    need(major != 6 and n <= len(data) - i, "CBOR: a tag, or more announced than there is")
    if major < 4:
        return (data[i:i + n] if major == 2 else data[i:i + n].decode()), i + n
    need(depth > 0, "CBOR: too deep")
    items = []
    for _ in range(n * (major - 3)):
        item, i = decode(data, i, depth - 1)
        items.append(item)
    need(major == 4 or all(type(key) is int and key >= 0 for key in items[::2]), "CBOR: a key that is no number")
    return (items if major == 4 else dict(zip(items[::2], items[1::2]))), i

def encode(x):
    def head(major, n):
        if n < 24:
            return bytes([major << 5 | n])
        power = next(p for p in range(4) if n < 1 << (8 << p))
        return bytes([major << 5 | 24 + power]) + n.to_bytes(1 << power, "big")
    if type(x) is bool: return b"\xf5" if x else b"\xf4"
    if type(x) is int: return head(0, x) if x >= 0 else head(1, -1 - x)
    if type(x) is bytes: return head(2, len(x)) + x
    if type(x) is str: return head(3, len(x.encode())) + x.encode()
    if type(x) is list: return head(4, len(x)) + b"".join(map(encode, x))
    return head(5, len(x)) + b"".join(encode(key) + encode(x[key]) for key in sorted(x))

def gate(data, cap):
    need(len(data) <= cap, "longer than its cap")
    value, end = decode(data, 0, 8)
    need(end == len(data) and encode(value) == data, "CBOR: not the canonical encoding")
    return value

def is_a(value, kind):
    """`kind` is a type, or the length of a byte string."""
    return type(value) is bytes and len(value) == kind if type(kind) is int else type(value) is kind

def table(value, required, optional={}, extensions=False):
    need(type(value) is dict and required.keys() <= value.keys(), "a map lacks a key")
    for key, content in value.items():
        kind = required.get(key, optional.get(key))
        need(is_a(content, kind) if kind is not None else extensions and key >= 64, f"key {key} cannot stand")
    return value

def row(value, *kinds):
    need(type(value) is list and len(value) == len(kinds) and all(map(is_a, value, kinds)), "a list of another form")
    return value

# padding.rs
def padme(n):
    if n < 2:
        return n
    e = n.bit_length() - 1
    step = 1 << (e - e.bit_length())
    return -(-n // step) * step

def unpad(data, least):
    plain = data.rstrip(b"\0")
    need(plain[-1:] == b"\x80" and max(least, padme(len(plain))) == len(data), "wrong padding")
    return plain[:-1]

# header.rs, kdf.rs, slot.rs
def whole_copies(root, names, read):
    """What stands twice: the copies that read, and the faults of those that do not."""
    copies, faults = [], []
    for name in names:
        try:
            with at(name):
                copies.append(read((root / name).read_bytes()))
        except Damaged as damage:
            faults.append(str(damage))
    return copies, faults

def unlock(root, pw, slot_type):
    """The header to believe and the vault's root key."""
    derived = {}  # both copies usually hold the same slot, which takes a second to try
    def read(data):
        need(len(data) == 16384 and data[:8] == b"RESGRDV1", "no vault header")
        end = 12 + int.from_bytes(data[8:12], "big")
        header = table(gate(data[12:end], 2048), {0: int, 1: 32, 2: int, 3: list, 4: 32})
        need(header[0] == 1 and 1 <= len(header[3]) <= 4, "another suite, or not one to four slots")
        for slot in header[3]:
            table(slot, {0: int, 1: 16, 2: int, 3: int, 4: int, 5: 32, 6: 24, 7: 48, 8: 32})
            need(65536 <= slot[2] <= 2097152 and 3 <= slot[3] <= 16 and 1 <= slot[4] <= 8, "derivation out of bounds")
        for slot in (slot for slot in header[3] if slot[0] == slot_type):
            ad = L("slot") + header[1] + slot[1] + bytes([slot[0]])
            once = (ad, slot[5], *(slot[k] for k in (2, 3, 4)))
            ikm = derived[once] = derived.get(once) or argon2id(pw, slot, ad)
            if hmac.compare_digest(HK(header[1], ikm, L("kek-commit") + slot[1]), slot[8]):
                vrk = unseal(slot[7], ad, slot[6], HK(header[1], ikm, L("kek") + slot[1]))
                holds = mac_holds(data[end:end + 32], HK(header[1], vrk, L("header-mac")), data[:end])
                need(holds, "the header's mac does not hold")
                return header, vrk
        return None  # not a secret of this header
    copies, faults = whole_copies(root, ("vault.rgv", "vault2.rgv"), read)
    opened = [copy for copy in copies if copy]
    if not opened and copies:
        raise WrongSecret("; ".join(["the passphrase or the words open nothing here", *faults]))
    return best(opened, faults, lambda copy: copy[0][2])

def best(copies, faults, rank):
    if not copies:
        raise Damaged("; ".join(faults))
    for fault in faults:
        note(f"{fault}; the other copy is whole")
    return max(copies, key=rank)

def argon2id(pw, slot, ad):
    out, (p, s, a) = ffi.new("uint8_t[]", 32), (ffi.new("uint8_t[]", part) for part in (pw, slot[5], ad))
    code = core(ffi.new("argon2_context *", dict(
        version=0x13, out=out, outlen=32, pwd=p, pwdlen=len(pw), salt=s, saltlen=32, secret=ffi.NULL, secretlen=0, ad=a,
        adlen=len(ad), m_cost=slot[2], t_cost=slot[3], lanes=slot[4], threads=slot[4], allocate_cbk=ffi.NULL,
        free_cbk=ffi.NULL, flags=0)), 2)  # 2 is Argon2id
    if code:
        sys.exit(f"Argon2id cannot run here: code {code}, it wants {slot[2] // 1024} MiB")
    return bytes(ffi.buffer(out, 32))

# keyring.rs
def read_scope(root, header, key):
    """The private scope: [scope_id, signing seed, -, epochs, segment keys]."""
    def read(data):
        need(data[:8] == b"RGKEYS1\0", "no keyring")
        aad = L("keyring-aad") + header[1] + data[8:16]
        plain = unpad(unseal(data[40:], aad, data[16:40], key("keyring", header[4])), 1024)
        ring = table(gate(plain, 4 * MIB), {0: int, 1: int, 2: list}, extensions=True)
        need(ring[1] in (header[2], header[2] - 1), "its generation is not the header's: older files were put back")
        return data[8:16], [row(scope, 32, 32, bytes, list, list) for scope in ring[2] if scope[0] == header[1]][0]
    return best(*whole_copies(root, ("keyring1.rgk", "keyring2.rgk"), read), lambda copy: copy[0])[1]

# ledger/head.rs, ledger/frame.rs
def read_head(data, key, name):
    need(len(data) == 8192, "wrong length")
    halves = []
    for half in (data[:4096], data[4096:]):
        if half[:4] == b"RGH1" and mac_holds(half[60:92], key("ledger-head"), L("head"), name, half[:60]):
            generation, seq, segment, offset = struct.unpack(">IQIQ", half[4:28])
            halves.append((seq, generation, segment, offset, half[28:60]))
    need(halves, "neither half's mac holds")
    return max(halves)

def open_frame(data, i, keys, aad):
    end = i + 32 + int.from_bytes(data[i + 4:i + 8], "big")
    need(data[i:i + 4] == b"RGF1" and end <= min(len(data), i + 32 + 4 * MIB + 4096), "no whole frame stands here")
    for k in keys:  # one, or two to try
        try:
            plain = unseal(data[i + 32:end], aad, data[i + 8:i + 32], k)
        except Exception:
            continue
        frame = table(gate(unpad(plain, 512), 4 * MIB + 4096), {0: int, 1: bytes, 2: int})
        return frame[0], frame[1], end
    raise ValueError("the frame does not open")

def link(kind, content):
    """What a frame puts into the chain; for an envelope or its stub also (header, H(ct), sig, ct or None)."""
    if kind not in (1, 2, 3, 7):
        return H(content), None
    parts = gate(content, 4 * MIB)
    if kind == 7:
        _, header, ct_hash, sig = row(parts, int, bytes, 32, 64)
        ct = None
    else:
        header, ct, sig = row(parts, bytes, bytes, 64)
        ct_hash = H(ct)
    return H(L("env-hash"), H(header), ct_hash), (header, ct_hash, sig, ct)

# ledger/segment.rs, ledger/replay.rs
def read_ledger(root, vid, key, segment_keys):
    """Every frame in order: (place, kind, hash in the chain, envelope or None)."""
    name = key("scope-name", vid)[:16]
    folder, chain, seq = root / "ledger" / name.hex(), H(L("frame-chain-0"), vid, name), 0
    with at("ledger, head.rgh"):
        head_seq, _, head_no, head_offset, head_hash = read_head((folder / "head.rgh").read_bytes(), key, name)
        need(head_seq > 0 or chain == head_hash, "the head of an empty ledger is not its beginning")
    for no in itertools.count(1):
        path, data, i = folder / f"{no:08}.rgl", b"", 0
        if no > head_no and not path.exists():
            return
        while i == 0 or i < len(data):  # the segment's header, then frame after frame
            place = f"ledger, segment {no}, offset {i}, " + (f"frame {seq + 1}" if i else "header")
            try:
                with at(place):
                    if i == 0:
                        data, i = path.read_bytes(), 92
                        need(len(data) <= 64 * MIB and data[:92] == b"RGSEG1\0\0" + vid + name + u32(no) + chain,
                             "does not follow what stands before it")
                        continue
                    aad = L("frame") + vid + name + u32(no) + u64(seq + 1)
                    kind, content, end = open_frame(data, i, segment_keys[no], aad)
            except Damaged as damage:
                if (no, i) < (head_no, head_offset):  # the head vouches for it
                    raise
                return note(f"{damage}: a torn tail after the head, not read")
            with at(place):
                seq, i, (c, envelope) = seq + 1, end, link(kind, content)
                chain = H(L("frame-chain"), chain, u64(seq), c)
                meets = (no, i, chain) == (head_no, head_offset, head_hash)
                need(meets == (seq == head_seq), "the chain does not meet the head")
            yield place, kind, c, envelope
        with at(f"ledger, segment {no}, offset {i}"):
            need(no != head_no or seq >= head_seq, f"ends at frame {seq}, the head says {head_seq}")

# chain.rs, envelope.rs, envelope/body.rs
def read_operations(root, header, vrk):
    """Checks the whole ledger and gives (number of envelopes, [(place, operation)], the keys)."""
    vid = header[1]
    def key(label, more=b""): return HK(vid, vrk, L(label) + more)
    scope = read_scope(root, header, key)
    with at("keyring"):
        own = bytes(SigningKey(scope[1]).verify_key)
        epochs, segment_keys = {epoch[0]: epoch[1] for epoch in scope[3]}, dict(scope[4])
    chains, count, operations = {}, 0, []
    for place, kind, eh, envelope in read_ledger(root, vid, key, segment_keys):
        if not envelope:
            continue
        with at(place + ", envelope"):
            clear, ct_hash, sig, ct = envelope
            h = table(gate(clear, 2048), {0: int, 1: 32, 2: 32, 3: int, 4: 32, 5: int, 6: list, 7: 24, 8: 32})
            need((h[0], h[1], h[5], h[6]) == (1, vid, 0, [0, bytes(32)]), "not of the private scope")
            need(kind != 1 or h[2] == own, "the author is another")
            seq, prev = chains.get(h[2], (0, H(L("chain-0"), vid, h[2])))
            need((h[3], h[4]) == (seq + 1, prev), "does not follow the author's last")
            VerifyKey(h[2]).verify(L("env-sig") + H(clear) + ct_hash, sig)
            chains[h[2]], count = (h[3], eh), count + 1
            if ct is None:
                continue  # erased: the stub keeps the chain
            k = HK(vid, epochs[0], L("env") + h[2] + u64(h[3]))
            body = gate(unpad(unseal(ct, L("env-aad") + clear, h[7], k), 1024), 4128767)
            table(body, {0: 32, 1: int, 2: int, 3: bytes, 4: list}, {5: dict})
            r = body.pop(0)
            need(H(L("pt"), r, H(encode(body))) == h[8], "the commitment does not hold")
            need(body[4] == [0, bytes(32), 0, bytes(32)], "gossip in the private scope")
            table(body.get(5, {}), {}, extensions=True)
            if body[1] == 10:
                operations += [(place, op) for op in gate(body[3], 4128767)]
    return count, operations, key
