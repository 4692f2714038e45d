#!/usr/bin/env python3
"""Reads a Resguardo vault without Resguardo, from what docs/format.md says.

    python3 read_vault.py VAULT_FOLDER PASSPHRASE_FILE [--words | --attachments OUT_DIR]

Opens by the passphrase (with --words: by the twelve words, as they were printed), checks everything on the way and
prints one JSON document. Nothing in the vault is changed; --attachments writes the attached files, decrypted, into
OUT_DIR and never over another file.
Exit: 0 read · 1 could not · 2 wrong usage · 3 the passphrase or words open nothing · 4 damage, naming the place.
"""
import argparse
import json
import os
import re
import sys
import unicodedata
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

sys.dont_write_bytecode = True  # beside this file nothing is left behind
from sealed import HK, L, Damaged, WrongSecret, at, is_a, need, padme, read_operations, row, table, unlock

# operations/value.rs: the keys a value of each type must have, and may have (a number: bytes of that length)
SHAPES = {
    1: ({}, {}), 2: ({}, {}), 3: ({}, {}), 4: ({1: str}, {}), 5: ({1: str}, {}), 6: ({1: str}, {}), 17: ({1: str}, {}),
    7: ({1: str}, {2: str}), 8: ({1: int, 2: int}, {3: int}), 9: ({1: int, 2: str}, {}),
    10: ({1: int, 2: str}, {3: int}), 11: ({}, {1: str, 2: str, 3: str, 4: str, 5: int, 6: int, 7: int}),
    12: ({1: 16}, {2: str, 3: int}),
    13: ({1: 32, 2: int, 3: int, 4: 32, 5: 32, 6: str, 7: str, 8: int}, {9: 16, 10: dict}),
    14: ({1: int}, {}), 15: ({1: dict, 2: list, 3: list}, {}), 16: ({1: str, 2: dict}, {3: dict}),
}
BOUNDS = {1: "about", 2: "at_least", 3: "at_most"}


def named(value, names):
    """The keys of a value that are there, under their names."""
    return {name: value[key] for key, name in names.items() if key in value}


def shown(value, of_type=None):
    """A value as `resguardo show --json` prints it. The key of an attachment never leaves."""
    need(type(value) is dict and type(value.get(0)) is int, "not a value")
    kind = value[0]
    need(of_type in (None, kind), "a value of another type")
    if kind not in SHAPES:
        return {"newer": kind}  # of a later program: kept, not understood
    required, optional = SHAPES[kind]
    table(value, {0: int} | required, optional)
    bound = {"bound": BOUNDS[value[3]]} if kind in (8, 10) and 3 in value else {}
    match kind:
        case 1 | 2 | 3:
            return {("unknown", "not_asked", "withheld")[kind - 1]: True}
        case 4 | 5 | 6:
            return value[1]
        case 7:
            return named(value, {1: "date", 2: "zone"}) if 2 in value else value[1]
        case 8:
            need(-9 <= value[2] <= 9, "an exponent out of bounds")
            plain = format(Decimal(value[1]).scaleb(value[2]), "f") if value[2] else value[1]
            return {"number": plain} | bound if bound else plain
        case 9:
            return named(value, {1: "count", 2: "unit"})
        case 10:
            return named(value, {1: "amount", 2: "currency"}) | bound
        case 11:
            place = named(value, {1: "state", 2: "municipality", 3: "municipality_code", 4: "locality", 7: "radius_m"})
            return place | {name: value[key] / 1e7 for key, name in ((5, "lat"), (6, "lon")) if key in value}
        case 12:
            return {"ref": value[1].hex()} | named(value, {2: "role", 3: "certainty"})
        case 13:
            _ = shown(value[10], 13) if 10 in value else None  # the thumbnail has the same form
            file = named(value, {3: "size", 6: "kind", 7: "name"})
            return file | {"sha256": value[4].hex(), "sanitised": value[8] == 1}
        case 14:
            need(value[1] in (0, 1, 2), "no such answer")
            return ("no", "yes", "partly")[value[1]]
        case 15:
            victims, perpetrators = ([shown(link, 12) for link in value[key]] for key in (2, 3))
            return {"aggression": shown(value[1]), "victims": victims, "perpetrators": perpetrators}
        case 16:
            shown(value[2], 7)
            return {"step": value[1], "at": value[2][1]} | ({"proof": shown(value[3], 12)} if 3 in value else {})
        case 17:
            return {"as_written": value[1]}


# operations.rs
STATUS = {4: "archived", 5: "in_use", 8: "binned"}


def register(op):
    """What the operation writes to: its `replaces` counts only within the same one."""
    _, _, _, verb, field, value, _, _ = op
    return {1: ("field", field), 2: ("item", field, value[0] if verb == 2 else None), 3: ("field's items", field),
            4: "status", 5: "status", 8: "status", 6: "merges", 7: "merges"}.get(verb)


def checked(op):
    need(type(op) is list and len(op) == 8, "an operation of another form")
    identity, when, record, verb, field, value, replaces, by = op
    names = [identity, record, *replaces] + ([] if by == b"" else [by])
    need(all(is_a(name, 16) for name in names), "a name of another form")
    need(is_a(when, int) and is_a(verb, int) and is_a(field, str), "an operation of another form")
    if verb == 1:
        shown(value)
    elif verb == 2:
        shown(row(value, 16, dict)[1])
    elif verb == 6:
        shown(value, 12)
    else:
        need(verb > 8 or value == b"", "a value where none can stand")
    return op


def fold(operations):
    """What a record's operations say together, and the attachment values that stand."""
    replaced = {(register(op), other) for op in operations for other in op[6]}
    standing = [op for op in operations if (register(op), op[0]) not in replaced]
    kinds, words, merged, registers, items = [], set(), [], {}, {}
    for op in sorted(standing):  # by name: no clock decides
        identity, when, _, verb, field, value, _, _ = op
        if verb == 0:
            kinds.append(field)
        elif verb == 1 and value != {0: 4, 1: ""}:  # an empty text: the field was emptied
            registers.setdefault(field, []).append(value)
        elif verb == 2 and (("field's items", field), identity) not in replaced:
            items.setdefault(field, []).append((when, value[0], value[1]))
        elif verb == 6:
            merged.append(value[1].hex())
        elif verb in STATUS:
            words.add(STATUS[verb])
    for field, list_ in items.items():
        first = {item: min(when for when, other, _ in list_ if other == item) for _, item, _ in list_}
        list_.sort(key=lambda entry: (first[entry[1]], entry[1]))
        registers.setdefault(field, []).extend(value for _, _, value in list_)
    files = [value for values in registers.values() for value in values if value[0] == 13]
    fields = {field: [shown(value) for value in registers[field]] for field in sorted(registers)}
    status = words.pop() if len(words) == 1 else "in_use"
    return {"kind": kinds[0] if kinds else None, "status": status, "merged_into": merged, "fields": fields}, files


# blob.rs, stream.rs
def decrypted(path, value):
    """The file in pieces, each authentic; whole only when this ends without an error."""
    with at(f"attachment blobs/{path.parent.name}/{path.name}"), path.open("rb") as blob:
        head, size, left = blob.read(24), path.stat().st_size, value[3]
        need(size == value[2] and head[:8] == b"RGB1\x10\0\0\0", "not the attachment's length or first bytes")
        key, sealed, plain, i, last = HK(head[8:], value[5], L("blob")), sha256(head), sha256(), 0, False
        need(size - 24 - 16 * max(1, -(-(size - 24) // 65552)) == padme(left), "not the padded length")
        while not last:
            chunk = blob.read(65552)
            last = blob.tell() == size
            sealed.update(chunk)
            piece = ChaCha20Poly1305(key).decrypt(i.to_bytes(11, "big") + bytes([last]), chunk, b"")
            need(piece or i == 0, "an empty last chunk")
            piece, i = piece[:left], i + 1
            left -= len(piece)
            plain.update(piece)
            yield piece
        need((sealed.digest(), plain.digest(), left) == (value[1], value[4], 0), "not the file that was attached")


def extract(root, key, files, out):
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    files += [value[10] for value in files if 10 in value]
    for value in {value[1]: value for value in files}.values():  # one blob may stand in several records
        name = key("blob-name", value[1])[:16].hex()
        # The name in the vault came from a stranger: it never decides a path.
        target = out / f"{value[1][:8].hex()}-{re.sub('[^A-Za-z0-9._-]', '_', value[7])[-80:]}"
        part = target.with_name(target.name + ".part")
        if target.exists():
            raise FileExistsError(f"{target} is there already")
        file = part.open("xb")
        try:
            with file:
                for piece in decrypted(root / "blobs" / name[:2] / f"{name}.rgb", value):
                    file.write(piece)
            part.rename(target)
        finally:
            part.unlink(missing_ok=True)


# secret.rs, words.rs
def secret(text, words):
    if words:
        text = " ".join(text.lower().split())
    elif text.endswith("\n"):  # one final line break is no part of the passphrase
        text = text[:-1].removesuffix("\r")
    pw = unicodedata.normalize("NFKD", text).encode()
    if not 1 <= len(pw) <= 1024 or b"\0" in pw:
        raise WrongSecret("no passphrase has this form")
    return pw


def main():
    parser = argparse.ArgumentParser(description="Reads a Resguardo vault without Resguardo.")  # wrong usage: exit 2
    parser.add_argument("vault", type=Path)
    parser.add_argument("passphrase_file", type=Path)
    parser.add_argument("--words", action="store_true", help="the file holds the twelve words")
    parser.add_argument("--attachments", type=Path, metavar="OUT_DIR")
    asked = parser.parse_args()
    os.umask(0o077)  # what comes out is for its reader only
    pw = secret(asked.passphrase_file.read_bytes().decode(), asked.words)
    header, vrk = unlock(asked.vault, pw, 2 if asked.words else 1)
    entries, operations, key = read_operations(asked.vault, header, vrk)
    histories, records, files = {}, {}, []
    for place, op in operations:
        with at(f"{place}, operation"):
            histories.setdefault(checked(op)[2], {}).setdefault(op[0], op)  # the same name twice counts once
    for name, history in sorted(histories.items()):
        records[name.hex()], attached = fold(list(history.values()))
        files += attached
    if asked.attachments:
        extract(asked.vault, key, files, asked.attachments)
    document = {"vault": header[1].hex(), "entries": entries, "records": records}
    print(json.dumps(document, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    try:
        main()
    except WrongSecret as error:
        print(error, file=sys.stderr)
        sys.exit(3)
    except Damaged as error:
        print(f"damaged: {error}", file=sys.stderr)
        sys.exit(4)
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"could not: {error}")
