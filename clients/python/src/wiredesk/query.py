"""What a reader reads: the checked arguments of `Pipeline.results`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from .errors import InvalidSettings
from .publishing import LANES, Lane
from .settings import Settings

Stage = Literal["detect", "segment", "tag", "summarize", "link"]
"""A stage of the pipeline, or the story-linker, which a pipeline may have or not."""

_OUTPUTS = {
    "detect": "detected",
    "segment": "segmented",
    "tag": "tagged",
    "summarize": "summarized",
    "link": "linked",
}
_ALERTS = "alerts"
_WORKERS = ("language-detector", "segmenter", "entity-tagger", "summarizer")
_IS_NAME = re.compile(r"[A-Za-z0-9_-]+")
_IS_LANGUAGE = re.compile(r"[a-z]{2,8}")


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader reads."""

    stream: str
    filters: tuple[str, ...]
    durable: str | None
    since: datetime | None
    follow: bool
    ack_wait: float

    @classmethod
    def of(
        cls,
        settings: Settings,
        durable: str | None,
        stage: str,
        lane: Lane | None,
        languages: Sequence[str] | None,
        since: datetime | None,
        follow: bool,
        ack_wait: float,
    ) -> Query:
        """Checks the arguments of `Pipeline.results`. Raises `InvalidSettings`."""
        if stage not in _OUTPUTS:
            raise InvalidSettings(f"stage: {stage!r} is none of {', '.join(_OUTPUTS)}")
        if lane is not None and lane not in LANES:
            raise InvalidSettings(f"lane: {lane!r} is none of {', '.join(LANES)}")
        _check_position(durable, since, ack_wait)
        filters = _filters(settings, _OUTPUTS[stage], lane, languages)
        return cls(settings.stream(_OUTPUTS[stage]), filters, durable, since, follow, ack_wait)

    @classmethod
    def of_alerts(
        cls,
        settings: Settings,
        durable: str | None,
        rules: Sequence[str] | None,
        since: datetime | None,
        follow: bool,
        ack_wait: float,
    ) -> Query:
        """Checks the arguments of `Pipeline.alerts`. Raises `InvalidSettings`."""
        _check_position(durable, since, ack_wait)
        if rules is not None and (isinstance(rules, str) or not rules):
            raise InvalidSettings("rules: a list of names such as ['ministers']")
        for rule in rules or ():
            if not _IS_NAME.fullmatch(rule):
                raise InvalidSettings(f"rules: {rule!r} is not a name of letters, digits, `-` and `_`")
        filters = tuple(settings.subject(_ALERTS, rule) for rule in sorted(set(rules or ["*"])))
        return cls(settings.stream(_ALERTS), filters, durable, since, follow, ack_wait)


def _check_position(durable: str | None, since: datetime | None, ack_wait: float) -> None:
    if durable is not None and not _IS_NAME.fullmatch(durable):
        raise InvalidSettings(f"durable: {durable!r} is not a name of letters, digits, `-` and `_`")
    if durable in {f"{worker}-{lane}" for worker in _WORKERS for lane in LANES}:
        raise InvalidSettings(f"durable: {durable!r} is the consumer of a worker: choose another name")
    if since is not None and since.tzinfo is None:
        raise InvalidSettings("since: a time without a time zone can mean any: add one")
    if not 0.1 <= ack_wait <= 3600:
        raise InvalidSettings("ack_wait: between 0.1 and 3600 seconds")


def _filters(settings: Settings, event: str, lane: str | None, languages: Sequence[str] | None) -> tuple[str, ...]:
    if languages is None:
        return (settings.subject(event, lane or "*", "*"),)
    if isinstance(languages, str) or not languages:
        raise InvalidSettings("languages: a list of tags such as ['en', 'pt']")
    for tag in languages:
        if not _IS_LANGUAGE.fullmatch(tag):
            raise InvalidSettings(f"languages: {tag!r} is not a primary tag such as `en`, or `und`")
    return tuple(settings.subject(event, lane or "*", tag) for tag in sorted(set(languages)))
