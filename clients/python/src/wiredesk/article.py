"""The article as its publisher sends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from . import _identity
from ._identity import Json
from .errors import InvalidArticle

# The order is that of the hash.
_NAMED = ("headline", "byline", "body", "source", "url", "published_at", "language")
_LONGEST_ID = 512
# Unicode's white space. `str.strip` would also take four separators of ASCII.
_WHITE_SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_WHITE_SPACE += "\u2028\u2029\u202f\u205f\u3000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article to publish. Only `body` is required.

    Raises `InvalidArticle` if Wiredesk can never process it.
    """

    body: str
    """The text."""
    id: str = ""
    """Your id, at most 512 bytes. An empty one is replaced by one that is derived from the content."""
    headline: str | None = None
    byline: str | None = None
    source: str | None = None
    """Who published the article."""
    url: str | None = None
    published_at: str | None = None
    """RFC 3339. Relative dates such as "Tuesday" are resolved against it."""
    language: str | None = None
    """The language that you assume (BCP 47). Detection may override it."""
    other: Mapping[str, Json] = field(default_factory=dict)
    """Other members. Wiredesk passes them on unchanged."""
    revision: str = field(init=False)
    """A hash of the content. A corrected article under the same `id` has another revision."""

    def __post_init__(self) -> None:
        named: dict[str, str | None] = {}
        for name in ("id", *_NAMED):
            named[name] = _text(name, getattr(self, name))
        if len((named["id"] or "").encode(errors="replace")) > _LONGEST_ID:
            raise InvalidArticle(f"id: longer than {_LONGEST_ID} bytes")
        if not self.body.strip(_WHITE_SPACE):
            raise InvalidArticle("body: it has no visible text")
        for name in self.other:
            if not isinstance(name, str):
                raise InvalidArticle("other: the names of members must be strings")
            if name in named or name == "revision":
                raise InvalidArticle(f"{name}: set the field of this name, not a member of `other`")
        del named["id"]
        digest = _identity.digest(named, self.other)
        object.__setattr__(self, "revision", digest[:16])
        object.__setattr__(self, "id", self.id or digest[:32])

    @classmethod
    def from_json(cls, members: Mapping[str, Any]) -> Article:
        """Reads an article from the JSON object that a publisher sends. Unknown members become `other`.

        A `revision` is ignored, because it is always derived. A member that is `None` counts as missing.
        """
        if not isinstance(members, Mapping):
            raise InvalidArticle(f"an article is an object with a `body`, not a {type(members).__name__}")
        if members.get("body") is None:
            raise InvalidArticle("body: missing")
        named = {name: members[name] for name in ("id", *_NAMED) if members.get(name) is not None}
        other = {name: value for name, value in members.items() if name not in _KNOWN}
        return cls(**named, other=other)

    def to_json(self) -> dict[str, Json]:
        """Returns the JSON object that is published."""
        members: dict[str, Json] = {"id": self.id}
        for name in _NAMED:
            value: str | None = getattr(self, name)
            if value is not None:
                members[name] = value
        return members | {name: _identity.plain(value, name) for name, value in self.other.items()}

    @property
    def message_id(self) -> str:
        """The `Nats-Msg-Id`, under which the server stores the article once."""
        return _identity.message_id(self.id, self.revision)


_KNOWN = {"id", "revision", *_NAMED}


def stored_article(members: Mapping[str, Any]) -> Article:
    """Reads the article in an event. It was checked when it came in, and has the revision that was derived then."""
    article = object.__new__(Article)
    for name in ("id", "revision", "body"):
        if members[name] is None:
            raise InvalidArticle(f"{name}: missing")
        object.__setattr__(article, name, _text(name, members[name]))
    for name in _NAMED:
        if name != "body":
            object.__setattr__(article, name, _text(name, members.get(name)))
    object.__setattr__(article, "other", {name: members[name] for name in members if name not in _KNOWN})
    return article


def _text(name: str, value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise InvalidArticle(f"{name}: expected a string, found a {type(value).__name__}")
