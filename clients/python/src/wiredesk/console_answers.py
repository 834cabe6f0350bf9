"""What a console answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, TypeVar

from .errors import InvalidEvent

_FRACTION = re.compile(r"\.(\d{1,6})\d*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in an article."""

    name: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why the newest event of an article is a dead letter."""

    stage: str
    reason: str
    sequence: int
    """The number of the dead letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An article in a list, without its text. `Console.article` returns the article itself."""

    id: str
    state: str
    """How far its newest event is: `received`, `detected`, `segmented`, `tagged`, `summarized` or `dead`."""
    received_at: datetime
    """When its newest version arrived."""
    revisions: int
    """How many revisions are known."""
    revision: str | None = None
    latency_ms: float | None = None
    """The time from its arrival to its newest event."""
    lane: str | None = None
    language: str | None = None
    headline: str | None = None
    source: str | None = None
    names: tuple[Name, ...] = ()
    """The most salient names."""
    dead: Failed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent:
    """News of an enriched article, without its text."""

    sequence: int
    """Its place in the stream: `after` for a reader that comes back."""
    stored_at: datetime
    id: str
    revision: str | None = None
    lane: str | None = None
    language: str | None = None
    headline: str | None = None
    source: str | None = None
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of an article on its way through the stages."""

    at: datetime
    what: str
    """`received`, `detected`, `segmented`, `tagged`, `summarized`, `dead` or `replayed`."""
    subject: str
    sequence: int
    message_id: str | None = None
    latency_ms: float | None = None
    """The time since its input was stored."""
    deliveries: int | None = None
    version: str | None = None
    reason: str | None = None
    """Of a dead letter: the code of the reason."""
    error: str | None = None
    replay: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    """An event that a stage or a sink could not process."""

    sequence: int
    """Its number."""
    stage: str
    reason: str
    """The code of the reason: docs/operations.md explains each."""
    error: str | None = None
    article: str | None = None
    """The id of the article, if it is known."""
    subject: str | None = None
    original_sequence: int | None = None
    original_message_id: str | None = None
    stored_at: datetime | None = None
    set_aside_at: datetime | None = None
    deliveries: int | None = None
    version: str | None = None
    replay: int | None = None
    replayed: int | None = None
    payload: str | None = None
    """The event as it came. Only `Console.dead_letter` reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of one dead letter."""

    sequence: int
    fate: str | None = None
    """`replayed`, `replayed_before`, `dropped` or `failed`; `None` in a dry run."""
    article: str | None = None
    message: str | None = None
    """Why it failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of dead letters, or with `dry_run` which ones it is about."""

    count: int
    letters: tuple[Fate, ...]
    """Each of them; in a dry run only the first ones."""

    @classmethod
    def read(cls, answer: Mapping[str, Any]) -> Outcome:
        """Reads the answer to an action."""
        letters = answer.get("results", answer.get("letters", ()))
        return cls(count=answer["count"], letters=tuple(read(Fate, letter) for letter in letters))


Answer = TypeVar("Answer", Listed, StoredEvent, Step, DeadLetter, Fate)


def read(kind: type[Answer], members: Mapping[str, Any]) -> Answer:
    """Reads an object of the API. Members of later versions are left out. Raises `InvalidEvent` if one is missing."""
    known = {field.name for field in fields(kind)}
    given = {name: _value(name, value) for name, value in members.items() if name in known}
    try:
        return kind(**given)
    except TypeError as error:
        raise InvalidEvent(f"the console's answer lacks a member: {error}") from error


def _value(name: str, value: Any) -> Any:
    try:
        if name == "names":
            return tuple(Name(name=found["name"], type=found["type"]) for found in value)
        if name == "dead" and value is not None:
            return Failed(stage=value["stage"], reason=value["reason"], sequence=value["sequence"])
        if (name == "at" or name.endswith("_at")) and value is not None:
            return moment(value)
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidEvent(f"the console's answer has another {name}: {error!r}") from error
    return value


def moment(text: str) -> datetime:
    """Reads a time in RFC 3339. Nanoseconds become microseconds."""
    micro = _FRACTION.sub(lambda found: f".{found[1]:<06}", text, count=1)
    return datetime.fromisoformat(re.sub("[zZ]$", "+00:00", micro))
