"""Publishes news articles to Wiredesk and reads them back with language, structure, entities and summary.

async with wiredesk.connect("nats://localhost:4222") as pipeline:
    await pipeline.publish(wiredesk.Article(body="Trams will run all night in Lisbon from June."))
    async for result in pipeline.results("my-notebook"):
        print([mention.text for mention in result.article.mentions])
        await result.ack()
"""

from ._pandas import to_pandas
from .alert import Alert, Found
from .article import Article
from .console_answers import DeadLetter, Failed, Fate, Listed, Name, Outcome, Step, StoredEvent
from .console_client import Console, console
from .enriched import EnrichedArticle, Rows
from .errors import (
    ArticleTooLarge,
    Conflict,
    Denied,
    InvalidArticle,
    InvalidEvent,
    InvalidSettings,
    NotFound,
    NotSetUp,
    PositionError,
    Unavailable,
    WiredeskError,
)
from .layers import (
    Abstract,
    Alternative,
    Block,
    CopyOf,
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
    Story,
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
    "Alert",
    "Alternative",
    "Article",
    "ArticleTooLarge",
    "Block",
    "Conflict",
    "Console",
    "CopyOf",
    "Dateline",
    "DeadLetter",
    "Denied",
    "EnrichedArticle",
    "Entities",
    "Entity",
    "Excerpt",
    "Failed",
    "Fate",
    "Found",
    "InvalidArticle",
    "InvalidEvent",
    "InvalidSettings",
    "Keyword",
    "Lane",
    "Language",
    "LanguageSpan",
    "Listed",
    "Mention",
    "Name",
    "NotFound",
    "NotSetUp",
    "Outcome",
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
    "Step",
    "Stored",
    "StoredEvent",
    "Story",
    "SuggestedHeadline",
    "Summary",
    "Token",
    "Unavailable",
    "WiredeskError",
    "connect",
    "console",
    "to_pandas",
]
