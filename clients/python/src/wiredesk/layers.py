"""The layers that the stages add to an article.

Spans are half-open and count code points, so they slice Python strings. Later versions may add kinds, types and
codes; accept values that you do not know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Field = Literal["headline", "body"]
"""The string of the article that a span points into."""
Members = Mapping[str, Any]
"""A JSON object."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A part of the headline or the body. `EnrichedArticle.text` returns the text under it."""

    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    field: Field = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another language that the article might be written in."""

    tag: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSpan(Span):
    """A span of the body in one language."""

    tag: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The language of an article."""

    tag: str
    """The BCP 47 tag; `und` if it is undetermined."""
    iso639_3: str
    script: str
    """The ISO 15924 code of the script that most letters belong to."""
    confidence: float
    """The confidence in the tag, 0 to 1."""
    reliable: bool
    alternatives: tuple[Alternative, ...] = ()
    """Other candidates, most likely first."""
    paragraphs: tuple[LanguageSpan, ...] = ()
    """The language spans of the body, if the article mixes languages."""

    @classmethod
    def read(cls, layer: Members) -> Language:
        """Reads the layer `language`."""
        return cls(
            tag=layer["tag"],
            iso639_3=layer["iso639_3"],
            script=layer["script"],
            confidence=layer["confidence"],
            reliable=layer["reliable"],
            alternatives=tuple(
                Alternative(tag=found["tag"], confidence=found["confidence"]) for found in layer.get("alternatives", ())
            ),
            paragraphs=tuple(
                LanguageSpan(**_span(found), tag=found["tag"], confidence=found["confidence"])
                for found in layer.get("paragraphs", ())
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt(Span):
    """A span with its text."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The place, date and source of a dateline."""

    place: Excerpt | None = None
    date: Excerpt | None = None
    source: Excerpt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Span):
    """A structural block, such as a paragraph."""

    kind: str
    """`headline`, `byline`, `dateline`, `paragraph`, `subheading`, `item`, `caption`, `pullquote`, `trailer` or
    `furniture`."""
    dateline: Dateline | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Span):
    """A sentence."""

    block: int
    """The index of its block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token(Span):
    """A word or punctuation mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segments:
    """The structure of an article."""

    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...] | None
    """`None` unless the segmenter is set to list them."""

    @classmethod
    def read(cls, layer: Members) -> Segments:
        """Reads the layer `segments`."""
        blocks = tuple(
            Block(**_span(block), kind=block["kind"], dateline=_dateline(block)) for block in layer["blocks"]
        )
        tokens = layer.get("tokens")
        return cls(
            blocks=blocks,
            sentences=tuple(
                # Events of early versions leave out the field even in headlines.
                Sentence(**_span(found, blocks[found["block"]].field), block=found["block"])
                for found in layer["sentences"]
            ),
            tokens=None if tokens is None else tuple(Token(**_span(token)) for token in tokens),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Span):
    """One occurrence of a name, date or amount."""

    text: str
    type: str
    """`PER`, `ORG`, `LOC`, `MISC`, `DATE`, `TIME`, `MONEY`, `PERCENT` or `QUANTITY`."""
    entity: int | None = None
    """The index of the entity that a name refers to. Dates and amounts have none."""
    value: str | None = None
    """The value of a date or amount that could be read, such as `2026-06-12` or `EUR 4600000`."""
    score: float
    """The confidence in the mention, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What one or more mentions refer to."""

    name: str
    """The fullest of its names in the article."""
    type: str
    salience: float
    """How central the entity is to the article, 0 to 1."""
    mentions: int
    """The number of its mentions."""
    links: Mapping[str, str]
    """Ids in other catalogues by scheme, such as `geonames`."""
    link_confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """The names, dates and amounts of an article."""

    mentions: tuple[Mention, ...]
    """In reading order, those of the headline first."""
    entities: tuple[Entity, ...]
    """Most salient first."""

    @classmethod
    def read(cls, layer: Members) -> Entities:
        """Reads the layer `entities`."""
        return cls(
            mentions=tuple(
                Mention(
                    **_span(found),
                    text=found["text"],
                    type=found["type"],
                    entity=found.get("entity"),
                    value=found.get("value"),
                    score=found["score"],
                )
                for found in layer["mentions"]
            ),
            entities=tuple(
                Entity(
                    name=found["name"],
                    type=found["type"],
                    salience=found["salience"],
                    mentions=found["mentions"],
                    links=dict(found.get("links", {})),
                    link_confidence=found.get("link_confidence"),
                )
                for found in layer["entities"]
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """A word or phrase that says what the article is about."""

    text: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedHeadline:
    """The article's best short sentence, if the article has no headline."""

    text: str
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstract:
    """A summary that a language model wrote."""

    text: str
    model: str
    unsupported_claims: tuple[str, ...] = ()
    """Names and numbers that the article does not contain. Treat them as possible errors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """An extract of the article's own sentences, with keywords."""

    text: str
    sentences: tuple[int, ...]
    """The indexes of the chosen sentences, in the order of the article."""
    keywords: tuple[Keyword, ...]
    """Most informative first."""
    suggested_headline: SuggestedHeadline | None = None
    abstract: Abstract | None = None

    @classmethod
    def read(cls, layer: Members) -> Summary:
        """Reads the layer `summary`."""
        headline, abstract = layer.get("suggested_headline"), layer.get("abstract")
        return cls(
            text=layer["text"],
            sentences=tuple(layer["sentences"]),
            keywords=tuple(Keyword(text=found["text"], score=found["score"]) for found in layer["keywords"]),
            suggested_headline=headline and SuggestedHeadline(text=headline["text"], sentence=headline["sentence"]),
            abstract=abstract
            and Abstract(
                text=abstract["text"],
                model=abstract["model"],
                unsupported_claims=tuple(abstract.get("unsupported_claims", ())),
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOf:
    """An earlier article with text in common."""

    id: str
    share: float
    """The share of the shorter text that is also in the other, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The story that an article belongs to, as it was known when the article was linked."""

    id: str
    """The id of its first article."""
    first_seen: str
    """When its first article was finished (RFC 3339)."""
    size: int
    """The number of its articles so far."""
    sources: int = 0
    """The number of publishers of its articles; 0 if none names one."""
    copy_of: CopyOf | None = None
    related: str | None = None
    """The id of the nearest story that the article does not belong to."""
    merged: tuple[str, ...] = ()
    """The ids of the stories that became part of this one with this article."""

    @classmethod
    def read(cls, layer: Members) -> Story:
        """Reads the layer `story`, of an article or an alert."""
        copy = layer.get("copy_of")
        return cls(
            id=layer["id"],
            first_seen=layer["first_seen"],
            size=layer["size"],
            sources=layer.get("sources", 0),
            copy_of=copy and CopyOf(id=copy["id"], share=copy["share"]),
            related=layer.get("related"),
            merged=tuple(layer.get("merged", ())),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What one stage did with the article."""

    stage: str
    version: str
    model: str
    outcome: str
    """`ok` or `skipped`."""
    reason: str | None = None
    """The code of why the stage skipped the article."""
    limits: tuple[str, ...] = ()
    """The codes of what the stage did not do for this article."""

    @classmethod
    def read_all(cls, entries: Sequence[Members]) -> tuple[Provenance, ...]:
        """Reads the entries of all stages."""
        return tuple(
            cls(
                stage=entry["stage"],
                version=entry["version"],
                model=entry["model"],
                outcome=entry["outcome"],
                reason=entry.get("reason"),
                limits=tuple(entry.get("limits", ())),
            )
            for entry in entries
        )


def _span(found: Members, field: Field = "body") -> dict[str, Any]:
    return {"start": found["start"], "end": found["end"], "field": found.get("field", field)}


def _dateline(block: Members) -> Dateline | None:
    dateline = block.get("dateline")
    if dateline is None:
        return None
    field: Field = block.get("field", "body")

    def excerpt(name: str) -> Excerpt | None:
        found = dateline.get(name)
        return found and Excerpt(**_span(found, field), text=found["text"])

    return Dateline(place=excerpt("place"), date=excerpt("date"), source=excerpt("source"))
