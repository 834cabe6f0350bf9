"""Makes data frames of articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .errors import InvalidSettings

if TYPE_CHECKING:
    from pandas import DataFrame

    from .enriched import EnrichedArticle, Rows


def to_pandas(articles: Iterable[EnrichedArticle], rows: Rows = "mentions") -> DataFrame:
    """Returns a data frame of articles (needs `pip install wiredesk[pandas]`).

    Each row is an article, or a mention, entity or sentence of one. The column `id` has the id of the article. The
    columns are always the same, also without articles. A missing value is `None`.
    """
    from pandas import DataFrame

    if rows not in _ROWS:
        raise InvalidSettings(f"rows: {rows!r} is none of {', '.join(_ROWS)}")
    columns, make = _ROWS[rows]
    values = [row for article in articles for row in make(article)]
    frame = DataFrame(values, columns=list(columns), dtype=object)
    return frame.astype({name: kind for name, kind in columns.items() if kind != "object"})


_Row = tuple[Any, ...]


def _articles(article: EnrichedArticle) -> Iterator[_Row]:
    sent, language, summary = article.article, article.language, article.summary
    yield (
        article.id,
        article.revision,
        language and language.tag,
        sent.source,
        sent.url,
        sent.published_at,
        sent.headline,
        sent.body,
        summary and summary.text,
        [keyword.text for keyword in summary.keywords] if summary else [],
        len(article.sentences),
        len(article.mentions),
    )


def _mentions(article: EnrichedArticle) -> Iterator[_Row]:
    for mention in article.mentions:
        entity = article.entity(mention)
        yield (
            article.id,
            mention.field,
            mention.start,
            mention.end,
            mention.text,
            mention.type,
            entity and entity.name,
            mention.value,
            mention.score,
        )


def _entities(article: EnrichedArticle) -> Iterator[_Row]:
    for entity in article.entities:
        yield article.id, entity.name, entity.type, entity.salience, entity.mentions, dict(entity.links)


def _sentences(article: EnrichedArticle) -> Iterator[_Row]:
    chosen = set(article.summary.sentences) if article.summary else set()
    for index, sentence in enumerate(article.sentences):
        kind = article.blocks[sentence.block].kind
        text = article.text(sentence)
        yield article.id, sentence.field, sentence.start, sentence.end, text, kind, index in chosen


_TEXT, _COUNT, _NUMBER, _FLAG = "object", "int64", "float64", "bool"
_ROWS: dict[str, tuple[dict[str, str], Callable[[EnrichedArticle], Iterator[_Row]]]] = {
    "articles": (
        {
            "id": _TEXT,
            "revision": _TEXT,
            "language": _TEXT,
            "source": _TEXT,
            "url": _TEXT,
            "published_at": _TEXT,
            "headline": _TEXT,
            "body": _TEXT,
            "summary": _TEXT,
            "keywords": _TEXT,
            "sentences": _COUNT,
            "mentions": _COUNT,
        },
        _articles,
    ),
    "mentions": (
        {
            "id": _TEXT,
            "field": _TEXT,
            "start": _COUNT,
            "end": _COUNT,
            "text": _TEXT,
            "type": _TEXT,
            "entity": _TEXT,
            "value": _TEXT,
            "score": _NUMBER,
        },
        _mentions,
    ),
    "entities": (
        {
            "id": _TEXT,
            "name": _TEXT,
            "type": _TEXT,
            "salience": _NUMBER,
            "mentions": _COUNT,
            "links": _TEXT,
        },
        _entities,
    ),
    "sentences": (
        {
            "id": _TEXT,
            "field": _TEXT,
            "start": _COUNT,
            "end": _COUNT,
            "text": _TEXT,
            "block": _TEXT,
            "in_summary": _FLAG,
        },
        _sentences,
    ),
}
