"""An article with the layers that the stages have added."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from .article import Article, stored_article
from .errors import InvalidEvent
from .layers import (
    Block,
    Entities,
    Entity,
    Language,
    Mention,
    Provenance,
    Segments,
    Sentence,
    Span,
    Story,
    Summary,
    Token,
)

if TYPE_CHECKING:
    from pandas import DataFrame
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

SCHEMA = "wiredesk.article/1"
"""The version of the wire format that this package reads."""

Rows = Literal["articles", "mentions", "entities", "sentences"]
"""What each row of a data frame holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrichedArticle:
    """An article with its layers. A layer of a stage that has not run yet is `None`, its lists are empty."""

    article: Article
    """The article as its publisher sent it."""
    language: Language | None = None
    segments: Segments | None = None
    tagged: Entities | None = None
    """The layer `entities`; `mentions` and `entities` are shorter."""
    summary: Summary | None = None
    story: Story | None = None
    """The story, if a story-linker linked the article."""
    provenance: tuple[Provenance, ...] = ()
    """What each stage did, in the order of the stages."""
    raw: Mapping[str, Any]
    """The whole event, with the members of later versions."""

    @classmethod
    def from_json(cls, event: Mapping[str, Any] | str | bytes) -> EnrichedArticle:
        """Reads an event: the object itself, or its JSON. Raises `InvalidEvent` if it is none.

        Takes the output of `wiredesk annotate` and `wiredesk results`, too, one line at a time.
        """
        try:
            raw = json.loads(event, parse_int=_integer) if isinstance(event, (str, bytes)) else event
        except (ValueError, RecursionError) as error:
            raise InvalidEvent(f"not JSON: {error}") from None
        if not isinstance(raw, Mapping) or "article" not in raw:
            raise InvalidEvent("an event is an object with an `article`")
        if raw.get("schema", SCHEMA) != SCHEMA:
            raise InvalidEvent(f"the schema is {raw['schema']!r}, this package reads {SCHEMA!r}")
        if raw.get("offsets", "code_points") != "code_points":
            raise InvalidEvent("the offsets do not count code points: leave out `--offsets`")
        try:
            return cls._read(raw)
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            raise InvalidEvent(f"the event lacks a member or has another type: {error!r}") from error

    @classmethod
    def _read(cls, raw: Mapping[str, Any]) -> EnrichedArticle:
        layer = raw.get
        return cls(
            article=stored_article(raw["article"]),
            language=Language.read(raw["language"]) if layer("language") else None,
            segments=Segments.read(raw["segments"]) if layer("segments") else None,
            tagged=Entities.read(raw["entities"]) if layer("entities") else None,
            summary=Summary.read(raw["summary"]) if layer("summary") else None,
            story=Story.read(raw["story"]) if layer("story") else None,
            provenance=Provenance.read_all(layer("provenance", ())),
            raw=raw,
        )

    @property
    def id(self) -> str:
        """The id of the article."""
        return self.article.id

    @property
    def revision(self) -> str:
        """The hash of its content."""
        return self.article.revision

    @property
    def headline(self) -> str | None:
        """The headline that the publisher sent."""
        return self.article.headline

    @property
    def body(self) -> str:
        """The text."""
        return self.article.body

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The structural blocks, those of the headline field first."""
        return self.segments.blocks if self.segments else ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in the order of their blocks."""
        return self.segments.sentences if self.segments else ()

    @property
    def tokens(self) -> tuple[Token, ...] | None:
        """The words and punctuation marks; `None` unless the segmenter is set to list them."""
        return self.segments.tokens if self.segments else None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names, dates and amounts in reading order, those of the headline field first."""
        return self.tagged.mentions if self.tagged else ()

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities that the names refer to, most salient first."""
        return self.tagged.entities if self.tagged else ()

    def text(self, span: Span) -> str:
        """Returns the text under a block, sentence, token, mention or other span."""
        field = self.article.body if span.field == "body" else self.article.headline or ""
        return field[span.start : span.end]

    def entity(self, mention: Mention) -> Entity | None:
        """Returns the entity that a mention refers to. Dates and amounts refer to none."""
        return None if mention.entity is None else self.entities[mention.entity]

    def mentions_of(self, entity: Entity) -> tuple[Mention, ...]:
        """Returns all mentions of an entity."""
        return tuple(mention for mention in self.mentions if self.entity(mention) is entity)

    def to_spacy(self, vocab: Vocab | None = None) -> Doc:
        """Returns the article as a spaCy `Doc` (needs `pip install wiredesk[spacy]`).

        Its text is the headline, an empty line and the body. It has the sentences and the entities, and in
        `user_data["wiredesk"]` the article's id, revision, language and summary. Without tokens of the segmenter,
        it is split at white space and at the ends of mentions and sentences. `vocab` is that of a pipeline which
        goes on with the `Doc`.
        """
        from ._spacy import to_doc

        return to_doc(self, vocab)

    def to_pandas(self, rows: Rows = "mentions") -> DataFrame:
        """Returns the article as a data frame. See `to_pandas` for several articles."""
        from ._pandas import to_pandas

        return to_pandas([self], rows)


def _integer(digits: str) -> float:
    # Python refuses to convert integers of more than 4300 digits.
    return int(digits) if len(digits) < 4000 else float(digits)
