"""An alert: the fact that an article matches a rule."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .errors import InvalidEvent
from .layers import Excerpt, Story

ALERT_SCHEMA = "wiredesk.alert/1"
"""The version of alerts that this package reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Excerpt):
    """A place in the article that matches the rule."""

    term: str
    """The word, phrase, name or id of the rule that matches here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """An article that matches a rule."""

    rule: str
    """The name of the rule."""
    article_id: str
    revision: str
    language: str
    """The BCP 47 tag; `und` if it is undetermined."""
    summary: str
    headline: str | None = None
    source: str | None = None
    """The publisher."""
    url: str | None = None
    published_at: str | None = None
    once: str = "article"
    """`story` if the rule raises one alert for each story."""
    story: Story | None = None
    """The story as it was then, if the alerter reads linked articles."""
    found: tuple[Found, ...] = ()
    """What matched, in reading order, that of the headline field first."""
    raw: Mapping[str, Any]
    """The whole alert, with the members of later versions."""

    @classmethod
    def from_json(cls, alert: Mapping[str, Any] | str | bytes) -> Alert:
        """Reads an alert: the object itself, or its JSON. Raises `InvalidEvent` if it is none."""
        try:
            raw = json.loads(alert) if isinstance(alert, (str, bytes)) else alert
            if raw["schema"] != ALERT_SCHEMA:
                raise InvalidEvent(f"the schema is {raw['schema']!r}, this package reads {ALERT_SCHEMA!r}")
            return cls._read(raw)
        except (RecursionError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise InvalidEvent(f"no alert: {error!r}") from error

    @classmethod
    def _read(cls, raw: Mapping[str, Any]) -> Alert:
        article = raw["article"]
        return cls(
            rule=raw["rule"],
            article_id=article["id"],
            revision=article["revision"],
            language=article["language"],
            summary=article["summary"],
            headline=article.get("headline"),
            source=article.get("source"),
            url=article.get("url"),
            published_at=article.get("published_at"),
            once=raw.get("once", "article"),
            story=Story.read(raw["story"]) if raw.get("story") else None,
            found=tuple(
                Found(
                    start=place["start"],
                    end=place["end"],
                    field=place.get("field", "body"),
                    text=place["text"],
                    term=place["term"],
                )
                for place in raw["found"]
            ),
            raw=raw,
        )
