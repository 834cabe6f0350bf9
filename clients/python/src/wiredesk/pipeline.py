"""The connection to a pipeline."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from nats.aio.client import Client
from nats.errors import Error as NatsError
from nats.errors import NoServersError

from .article import Article
from .errors import Unavailable
from .publishing import Lane, Publisher, Refused, Stored
from .query import Query, Stage
from .results import Results
from .settings import Settings

_REQUEST_TIMEOUT = 5.0
"""How long one request to the server may take, in seconds. It is repeated until the patience ends."""


@asynccontextmanager
async def connect(
    url: str | None = None,
    *,
    prefix: str | None = None,
    patience: float = 30.0,
    environment: Mapping[str, str] | None = None,
) -> AsyncIterator[Pipeline]:
    """Connects to a pipeline: `async with wiredesk.connect() as pipeline`.

    `url` is the address of the server, or several separated by commas. Without it, and for everything else such
    as users and TLS, the environment variables of the other Wiredesk programs hold: `NATS_URL`, `NATS_USER`,
    `NATS_CREDS`, `NATS_CA`, `WIREDESK_PREFIX` and so on (docs/operations.md). `environment` replaces them.

    `patience` is how long a publish or an acknowledgement is tried again while the server is away, in seconds.

    Raises `Unavailable` if there is no connection after five seconds. A connection that is lost later is restored.
    """
    settings = Settings.read(url, prefix, os.environ if environment is None else environment)
    client = await _connected(settings)
    pipeline = Pipeline(client, settings, patience)
    try:
        yield pipeline
    finally:
        await pipeline._close()
        await client.close()


async def _connected(settings: Settings) -> Client:
    failures: list[Exception] = []

    async def note(error: Exception) -> None:
        failures.append(error)

    client = Client()
    options: dict[str, Any] = {
        **settings.options,
        "name": "wiredesk-python",
        "error_cb": note,
        "max_reconnect_attempts": -1,
        "reconnect_time_wait": 0.25,
    }
    try:
        await asyncio.wait_for(client.connect(**options), _REQUEST_TIMEOUT)
    except (asyncio.TimeoutError, NoServersError, NatsError, OSError) as error:
        servers = ", ".join(settings.options["servers"])
        reason = _reason(failures or [error])
        raise Unavailable(f"no connection to the NATS server at {servers}: {reason}") from error
    return client


def _reason(failures: list[Exception]) -> str:
    """Returns what the attempts to connect say: a refusal if the server named one, else the last failure.

    A server that refuses a user closes the connection, sometimes before its answer is read.
    """
    refused = [failure for failure in failures if "authorization" in str(failure).lower()]
    last = (refused or failures)[-1]
    hint = " (a server that refuses the user also does this)" if isinstance(last, ConnectionError) else ""
    return f"{last}{hint}"


class Pipeline:
    """An open connection to a pipeline. `connect` makes it."""

    def __init__(self, client: Client, settings: Settings, patience: float) -> None:
        self._client = client
        self._settings = settings
        self._patience = patience
        self._jetstream = client.jetstream(prefix=settings.api, timeout=_REQUEST_TIMEOUT)
        self._open: set[Results] = set()

    async def publish(
        self,
        article: Article | Mapping[str, Any],
        *,
        lane: Lane = "live",
        headers: Mapping[str, str] | None = None,
    ) -> Stored:
        """Publishes an article, waits until the server has stored it, and says whether it was there before.

        An article with the same id and content is stored once, by whatever program it was published; the server
        remembers it for an hour. So it is safe to publish again after an error. `headers` may carry a
        `traceparent` and `tracestate`, which Wiredesk passes on.

        Raises `InvalidArticle` or `ArticleTooLarge` if it can never be published, `NotSetUp` if the pipeline does
        not exist, and `Unavailable` if the server did not confirm it in time.
        """
        return await self._publisher(lane).publish(article, headers or {})

    def publish_many(
        self,
        articles: Iterable[Article | Mapping[str, Any]] | AsyncIterable[Article | Mapping[str, Any]],
        *,
        lane: Lane = "live",
        in_flight: int = 256,
    ) -> AsyncIterator[Stored | Refused]:
        """Publishes articles, up to `in_flight` at once, and yields what became of each, in their order.

        An article that can never be published is `Refused` and does not stop the others. Raises `NotSetUp` and
        `Unavailable` as `publish` does; it is safe to publish all of them again.
        """
        return self._publisher(lane).publish_many(articles, in_flight)

    def results(
        self,
        durable: str | None = None,
        *,
        stage: Stage = "summarize",
        lane: Lane | None = None,
        languages: Sequence[str] | None = None,
        since: datetime | None = None,
        follow: bool = True,
        ack_wait: float = 30.0,
    ) -> Results:
        """Returns the enriched articles, oldest first, as an asynchronous iterator of `Result`.

        With `durable`, the server keeps the position under this name: acknowledge each result with
        `await result.ack()`, and the next reader of this name goes on after it. Several readers of one name share
        the results. What a killed reader has not acknowledged is delivered again after `ack_wait` seconds, so keep
        that longer than the work on one result, or call `result.working()`.

        Without `durable`, each reader gets all stored results, and there is nothing to acknowledge.

        `stage` is the last stage whose layer you need: `detect`, `segment`, `tag` or `summarize`; a
        worker that runs several stages stores only what the last of them makes. `link` is the story-linker, whose
        articles have a `story`. `lane` and
        `languages` (primary tags such as `en`) select articles on the server, `since` the time from which on they
        were stored. With `follow=False` the iterator ends with the last result that is stored when it begins.

        Raises `InvalidSettings` here, and while it is iterated `NotSetUp` if the stream does not exist and
        `PositionError` if the position has other settings. While the server is away it waits.
        """
        query = Query.of(self._settings, durable, stage, lane, languages, since, follow, ack_wait)
        results = Results(self._jetstream, query, self._patience, self._open.discard)
        self._open.add(results)
        return results

    def alerts(
        self,
        durable: str | None = None,
        *,
        rules: Sequence[str] | None = None,
        since: datetime | None = None,
        follow: bool = True,
        ack_wait: float = 30.0,
    ) -> Results:
        """Returns the alerts of `wiredesk alerts run`, oldest first: each result has an `alert`.

        `rules` are the names of the rules whose alerts are read; without it, those of all rules. Everything else is as
        for `results`. It raises `NotSetUp` while it is iterated if the pipeline has no stream of alerts.
        """
        query = Query.of_alerts(self._settings, durable, rules, since, follow, ack_wait)
        results = Results(self._jetstream, query, self._patience, self._open.discard)
        self._open.add(results)
        return results

    def _publisher(self, lane: Lane) -> Publisher:
        return Publisher(self._client, self._jetstream, self._settings, lane, self._patience)

    async def _close(self) -> None:
        for results in list(self._open):
            await results.close()
