"""Makes spaCy's `Doc` of an article, with the text, tokens and spans of `wiredesk results --output spacy`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from .layers import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from .enriched import EnrichedArticle

_BETWEEN = "\n\n"
"""What stands between headline and body: an empty line."""
_SCHEMES = ("wikidata", "geonames", "iso3166")
"""Catalogues of entities. The first one that an entity is in names it best."""
_RUN = re.compile(r"(\s+)|\S+")

SpanType = TypeVar("SpanType", bound=Span)


class _Place(NamedTuple):
    """A range of the whole text."""

    start: int
    end: int


def to_doc(article: EnrichedArticle, vocab: Vocab | None) -> Doc:
    """Returns the article as a `Doc`."""
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan
    from spacy.vocab import Vocab

    headline = article.headline if article.headline and article.headline.strip() else None
    text = article.body if headline is None else headline + _BETWEEN + article.body
    body = 0 if headline is None else len(headline) + len(_BETWEEN)

    mentions = _visible(text, _placed(article.mentions, body))
    sentences = _visible(text, _placed(article.sentences, body))
    listed = _placed(article.tokens or (), body)
    tokens = _split(text, {edge for place, _ in [*mentions, *sentences, *listed] for edge in place})
    first = {token.start: index for index, token in enumerate(tokens)}
    last = {token.end: index for index, token in enumerate(tokens)}

    begins = {place.start for place, _ in sentences}
    following = [*(token.start for token in tokens[1:]), len(text)]
    doc = Doc(
        vocab if vocab is not None else Vocab(),
        words=[text[token.start : token.end] for token in tokens],
        spaces=[token.end < start for token, start in zip(tokens, following, strict=False)],
        sent_starts=[token.start in begins for token in tokens] if begins else None,
        user_data={"wiredesk": _about(article)},
    )
    doc.set_ents(
        [
            DocSpan(
                doc,
                first[place.start],
                last[place.end] + 1,
                label=mention.type,
                kb_id=_kb_id(article, mention),
            )
            for place, mention in mentions
        ]
    )
    return doc


def _placed(spans: Iterable[SpanType], body: int) -> list[tuple[_Place, SpanType]]:
    """Returns the spans with their places in the whole text. A blank headline is not part of it."""
    placed = []
    for span in spans:
        shift = body if span.field == "body" else 0
        if span.field == "body" or body > 0:
            placed.append((_Place(span.start + shift, span.end + shift), span))
    return placed


def _visible(text: str, spans: list[tuple[_Place, SpanType]]) -> list[tuple[_Place, SpanType]]:
    """Returns the spans without white space at their ends, in order, those left out that overlap an earlier one."""
    kept: list[tuple[_Place, SpanType]] = []
    end = 0
    for place, span in sorted(spans, key=lambda found: (found[0].start, -found[0].end)):
        inside = text[place.start : place.end]
        start = place.start + len(inside) - len(inside.lstrip())
        trimmed = _Place(start, start + len(inside.strip()))
        if place.start >= end and trimmed.start < trimmed.end:
            kept.append((trimmed, span))
            end = place.end
    return kept


def _split(text: str, edges: set[int]) -> list[_Place]:
    """Splits the text at the edges and around white space. One space belongs to the word before it."""
    tokens: list[_Place] = []
    places = sorted(edges)
    after_word = False
    for run in _RUN.finditer(text):
        start, end = run.span()
        if run.group(1) is None:
            cuts = [start, *places[bisect_right(places, start) : bisect_left(places, end)], end]
            tokens += map(_Place, cuts, cuts[1:])
        else:
            start += after_word and text[start] == " "
            if start < end:
                tokens.append(_Place(start, end))
        after_word = run.group(1) is None
    return tokens


def _kb_id(article: EnrichedArticle, mention: Mention) -> str:
    entity = article.entity(mention)
    links = entity.links if entity else {}
    return next((f"{scheme}:{links[scheme]}" for scheme in _SCHEMES if scheme in links), "")


def _about(article: EnrichedArticle) -> dict[str, str | None]:
    return {
        "id": article.id,
        "revision": article.revision,
        "language": article.language.tag if article.language else None,
        "summary": article.summary.text if article.summary else None,
    }
