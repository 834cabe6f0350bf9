"""Publishing articles, each confirmed by the server."""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Literal

from nats.aio.client import Client
from nats.errors import Error as NatsError
from nats.errors import MaxPayloadError
from nats.js.client import JetStreamContext
from nats.js.errors import APIError, NoStreamResponseError, NotFoundError

from ._identity import compact, percent_encoded
from ._patience import Patience
from .article import Article
from .errors import ArticleTooLarge, InvalidArticle, InvalidSettings, NotSetUp, Unavailable
from .settings import Settings

Lane = Literal["live", "backfill"]
"""The priority. Workers process `live` articles first; use `backfill` for archives."""

LANES = ("live", "backfill")
_RECEIVED = "received"
_TYPE = "news.article.received.v1"
_RESERVED = ("nats-", "ce-", "wiredesk-")
"""How the headers begin that NATS, CloudEvents and Wiredesk define."""
_IS_HEADER = re.compile(r"[!-9;-~]+")
# The server's codes for a message, or its headers, that a stream will never take.
_NEVER_TAKEN = (10054, 10097)
_OTHER_STREAM = 10060
_DEAD_LETTER_HEADERS = 64 << 10
"""What an article leaves free for the headers of a dead letter, in bytes; of a small `max_payload` a sixteenth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """The server's confirmation that it has stored an article."""

    id: str
    revision: str
    sequence: int
    """Its place in the stream."""
    duplicate: bool
    """Whether the same content was already stored under this id. Then nothing is processed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """An article that can never be published."""

    position: int
    """Its place among the articles, from 0."""
    id: str | None
    """Its id, if it has a readable one."""
    error: InvalidArticle


class Publisher:
    """A publisher on one lane."""

    def __init__(
        self, client: Client, jetstream: JetStreamContext, settings: Settings, lane: Lane, patience: float
    ) -> None:
        if lane not in LANES:
            raise InvalidSettings(f"lane: {lane!r} is none of {', '.join(LANES)}")
        self._client = client
        self._jetstream = jetstream
        self._subject = settings.subject(_RECEIVED, lane)
        self._stream = settings.stream(_RECEIVED)
        self._patience = patience

    async def publish(self, article: Article | Mapping[str, Any], headers: Mapping[str, str]) -> Stored:
        """Publishes one article. See `Pipeline.publish`."""
        if not isinstance(article, Article):
            article = Article.from_json(article)
        payload = compact(article.to_json()).encode()
        self._check_size(payload)
        all_headers = {**_checked(headers), **_cloud_event(article)}
        patience = Patience(self._patience)
        while True:
            try:
                stored = await self._jetstream.publish(
                    self._subject, payload, stream=self._stream, headers=dict(all_headers)
                )
            except MaxPayloadError:
                raise ArticleTooLarge(f"the article has {len(payload)} bytes, more than the server accepts") from None
            except (NatsError, asyncio.TimeoutError, OSError) as error:
                await self._explain(error, patience)
            else:
                return Stored(
                    id=article.id,
                    revision=article.revision,
                    sequence=stored.seq,
                    duplicate=bool(stored.duplicate),
                )

    async def publish_many(
        self,
        articles: Iterable[Article | Mapping[str, Any]] | AsyncIterable[Article | Mapping[str, Any]],
        in_flight: int,
    ) -> AsyncIterator[Stored | Refused]:
        """Publishes many articles. See `Pipeline.publish_many`."""
        if in_flight < 1:
            raise InvalidSettings("in_flight: at least 1")
        tasks: deque[asyncio.Task[Stored | Refused]] = deque()
        position = 0
        try:
            async for article in _each(articles):
                if len(tasks) >= in_flight:
                    yield await tasks.popleft()
                tasks.append(asyncio.create_task(self._outcome(position, article)))
                position += 1
            while tasks:
                yield await tasks.popleft()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _outcome(self, position: int, article: Article | Mapping[str, Any]) -> Stored | Refused:
        try:
            return await self.publish(article, {})
        except InvalidArticle as error:
            article_id = article.id if isinstance(article, Article) else _id_in(article)
            return Refused(position=position, id=article_id, error=error)

    def _check_size(self, payload: bytes) -> None:
        most = self._client.max_payload
        most -= min(_DEAD_LETTER_HEADERS, most // 16)
        if len(payload) > most:
            raise ArticleTooLarge(f"the article has {len(payload)} bytes; this server takes {most} at most")

    async def _explain(self, error: Exception, patience: Patience) -> None:
        """Waits before the next attempt, or raises what makes it useless."""
        if isinstance(error, APIError) and error.err_code in _NEVER_TAKEN:
            raise ArticleTooLarge(f"the stream {self._stream} does not take it: {error.description}") from error
        if isinstance(error, NoStreamResponseError):
            await self._check_stream(error)
        if isinstance(error, APIError) and error.err_code == _OTHER_STREAM:
            raise NotSetUp(f"another stream than {self._stream} takes {self._subject}: run `wiredesk setup`") from error
        if not await patience.wait():
            raise Unavailable(f"the server did not confirm the article in {self._patience:g} s: {error}") from error

    async def _check_stream(self, error: NoStreamResponseError) -> None:
        try:
            await self._jetstream.stream_info(self._stream)
        except NotFoundError:
            raise NotSetUp(f"the stream {self._stream} does not exist: run `wiredesk setup`") from error
        except (NatsError, asyncio.TimeoutError, OSError):
            return


def _cloud_event(article: Article) -> dict[str, str]:
    """Returns the headers of a received article: its message id, and CloudEvents 1.0 in binary mode."""
    return {
        "Nats-Msg-Id": article.message_id,
        "ce-specversion": "1.0",
        "ce-id": article.message_id,
        "ce-source": "wiredesk/python",
        "ce-type": _TYPE,
        "ce-subject": percent_encoded(article.id),
        "ce-time": datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "ce-datacontenttype": "application/json",
        "ce-dataschema": f"urn:wiredesk:schema:{_TYPE}",
    }


def _checked(headers: Mapping[str, str]) -> dict[str, str]:
    for name, value in headers.items():
        if not _IS_HEADER.fullmatch(name):
            raise InvalidSettings(f"headers: {name!r} is not a name of visible ASCII without a colon")
        if name.lower().startswith(_RESERVED):
            raise InvalidSettings(f"headers: {name} is set by this package")
        if not value.isascii() or not value.isprintable():
            raise InvalidSettings(f"headers: {name} has a character that is not printable ASCII: percent-encode it")
    return dict(headers)


def _id_in(article: object) -> str | None:
    found = article.get("id") if isinstance(article, Mapping) else None
    return found if isinstance(found, str) else None


async def _each(
    articles: Iterable[Article | Mapping[str, Any]] | AsyncIterable[Article | Mapping[str, Any]],
) -> AsyncIterator[Article | Mapping[str, Any]]:
    if isinstance(articles, AsyncIterable):
        async for article in articles:
            yield article
    else:
        for article in articles:
            yield article
