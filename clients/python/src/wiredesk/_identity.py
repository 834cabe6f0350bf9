"""Derives the revision of an article as Wiredesk does, so that all its publishers use the same message ids.

`Article` in `shared/messages/src/article.rs` defines the hash. The tests compare both with random articles.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from .errors import InvalidArticle

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
"""What a member of an article may hold."""

_DEEPEST = 63
"""How deep a member may be nested. The article around it is one more level."""
_BEYOND_64_BITS = 9.2e18
_LONGEST_INTEGER = 4000
"""The most digits of an integer. Python refuses to write much longer ones."""
_TOO_LARGE = 10**_LONGEST_INTEGER
_VISIBLE_ASCII = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"%')


def compact(value: Json) -> str:
    """Writes JSON without spaces, as it is published and hashed."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def digest(named: Mapping[str, str | None], other: Mapping[str, Json]) -> str:
    """Returns the SHA-256 of an article's content in hexadecimal.

    `named` holds the members that Wiredesk knows, in the order of the wire format; `other` holds the rest.
    Raises `InvalidArticle` for what JSON or Wiredesk cannot hold.
    """
    hashed = hashlib.sha256()
    for name, text in named.items():
        if text is not None:
            _add(hashed, name, text, name)
    for name in sorted(other):
        value = plain(other[name], name)
        canonical = _canonical(value)
        if canonical is not None:
            _add(hashed, name, canonical, name)
        if canonical is None or _is_approximate(value):
            _add(hashed, name, compact(value), name)
    return hashed.hexdigest()


def message_id(article_id: str, revision: str) -> str:
    """Returns the message id under which a stream stores this article once."""
    return f"{percent_encoded(article_id)}:{revision}"


def percent_encoded(value: str) -> str:
    """Percent-encodes a header value as CloudEvents does: everything except visible ASCII, and `"` and `%`."""
    return quote(value, safe=_VISIBLE_ASCII)


def plain(value: object, member: str, depth: int = 0) -> Json:
    """Returns a value as JSON has it. Raises `InvalidArticle`, which names `member`, if JSON cannot hold it."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        if abs(value) >= _TOO_LARGE:
            raise InvalidArticle(f"{member}: an integer of more than {_LONGEST_INTEGER} digits")
        return value
    if isinstance(value, float):
        if value in (float("inf"), float("-inf")) or value != value:
            raise InvalidArticle(f"{member}: JSON has no infinite numbers and no NaN")
        return value
    if depth >= _DEEPEST:
        raise InvalidArticle(f"{member}: nested more than {_DEEPEST} levels deep")
    if isinstance(value, Mapping):
        if not all(isinstance(name, str) for name in value):
            raise InvalidArticle(f"{member}: the names of members must be strings")
        return {name: plain(inner, member, depth + 1) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner, member, depth + 1) for inner in value]
    raise InvalidArticle(f"{member}: JSON cannot hold a {type(value).__name__}")


def _add(hashed: hashlib._Hash, name: str, text: str, member: str) -> None:
    for part in (name, text):
        try:
            encoded = part.encode()
        except UnicodeEncodeError:
            raise InvalidArticle(f"{member}: not valid Unicode, it has half of a surrogate pair") from None
        hashed.update(len(encoded).to_bytes(8, "little"))
        hashed.update(encoded)


def _canonical(value: Json) -> str | None:
    """Returns the value as Wiredesk writes it, with members sorted, or `None` if it cannot compute with it."""
    try:
        return _written(value)
    except OverflowError:
        return None


def _written(value: Json) -> str:
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return compact(value)
    if isinstance(value, int):
        # Wiredesk reads other integers as floating point.
        return str(value) if -(2**63) <= value < 2**64 else _float(float(value))
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, Mapping):
        members = (f"{compact(name)}:{_written(value[name])}" for name in sorted(value))
        return "{" + ",".join(members) + "}"
    return "[" + ",".join(map(_written, value)) + "]"


def _float(value: float) -> str:
    """Writes a number as Rust's serde_json does: `0.00001` and `1e-6`, not `1e-05` and `1e-06`."""
    digits, _, exponent = repr(value).partition("e")
    if not exponent:
        return digits
    if int(exponent) != -5:
        return f"{digits}e{int(exponent):+}"
    sign = "-" if digits.startswith("-") else ""
    return f"{sign}0.0000{digits.lstrip('-').replace('.', '')}"


def _is_approximate(value: Json) -> bool:
    """Reports whether a value holds a number that may stand for an integer of more than 64 bits."""
    if isinstance(value, str) or value is None or isinstance(value, bool):
        return False
    if isinstance(value, int):
        return not -(2**63) <= value < 2**64
    if isinstance(value, float):
        return abs(value) >= _BEYOND_64_BITS
    return any(map(_is_approximate, value.values() if isinstance(value, Mapping) else value))
