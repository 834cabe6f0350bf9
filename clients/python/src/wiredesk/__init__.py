"""Publishes news articles to Wiredesk and reads them back with language, structure, entities and summary.

async with wiredesk.connect("nats://localhost:4222") as pipeline:
    await pipeline.publish(wiredesk.Article(body="Trams will run all night in Lisbon from June."))
    async for result in pipeline.results("my-notebook"):
        print([mention.text for mention in result.article.mentions])
        await result.ack()
"""

from ._pandas import to_pandas
from .article import Article
from .enriched import EnrichedArticle, Rows
from .errors import (
    ArticleTooLarge,
    InvalidArticle,
    InvalidEvent,
    InvalidSettings,
    NotSetUp,
    PositionError,
    Unavailable,
    WiredeskError,
)
from .layers import (
    Abstract,
    Alternative,
    Block,
    Dateline,
    Entities,
    Entity,
    Excerpt,
    Keyword,
    Language,
    LanguageSpan,
    Mention,
    Provenance,
    Segments,
    Sentence,
    Span,
    SuggestedHeadline,
    Summary,
    Token,
)
from .pipeline import Pipeline, connect
from .publishing import Lane, Refused, Stored
from .query import Stage
from .results import Result, Results

__all__ = [
    "Abstract",
    "Alternative",
    "Article",
    "ArticleTooLarge",
    "Block",
    "Dateline",
    "EnrichedArticle",
    "Entities",
    "Entity",
    "Excerpt",
    "InvalidArticle",
    "InvalidEvent",
    "InvalidSettings",
    "Keyword",
    "Lane",
    "Language",
    "LanguageSpan",
    "Mention",
    "NotSetUp",
    "Pipeline",
    "PositionError",
    "Provenance",
    "Refused",
    "Result",
    "Results",
    "Rows",
    "Segments",
    "Sentence",
    "Span",
    "Stage",
    "Stored",
    "SuggestedHeadline",
    "Summary",
    "Token",
    "Unavailable",
    "WiredeskError",
    "connect",
    "to_pandas",
]
