"""Reading enriched articles, with a position that the server keeps."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from datetime import datetime

from nats.aio.msg import Msg
from nats.errors import Error as NatsError
from nats.js.client import JetStreamContext
from nats.js.errors import NotFoundError

from . import _consumers
from ._patience import Patience
from .alert import Alert
from .enriched import EnrichedArticle
from .errors import NotSetUp, Unavailable
from .query import Query

_BATCH = 64
"""How many results one request asks for."""
_PULL_WAIT = 5.0
"""How long one request waits for results, in seconds."""
_LAST_PULL_WAIT = 1.0
"""How long it waits if the reader ends with the last stored result."""
_MOST_REMEMBERED = 10_000
"""How many acknowledged sequences are remembered, in case that an acknowledgement was lost."""


class Result:
    """One enriched article as it was read, to be acknowledged if the reader has a durable position."""

    __slots__ = ("_article", "_message", "_results", "deliveries", "sequence", "stored_at")

    def __init__(self, results: Results, message: Msg) -> None:
        self._results = results
        self._message = message
        self._article: EnrichedArticle | None = None
        metadata = message.metadata
        self.sequence: int = metadata.sequence.stream
        """Its place in the stream."""
        self.deliveries: int = metadata.num_delivered
        """How often it has been delivered. More than 1 if it was not acknowledged before."""
        self.stored_at: datetime = metadata.timestamp
        """When the server stored it."""

    @property
    def article(self) -> EnrichedArticle:
        """The article with its layers. Raises `InvalidEvent` if it cannot be read."""
        if self._article is None:
            self._article = EnrichedArticle.from_json(self._message.data)
        return self._article

    @property
    def alert(self) -> Alert:
        """The alert, if `Pipeline.alerts` reads. Raises `InvalidEvent` if it is none."""
        return Alert.from_json(self._message.data)

    @property
    def payload(self) -> bytes:
        """The JSON as it is stored."""
        return self._message.data

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the message: `ce-*`, `Wiredesk-*` and `Nats-Msg-Id`."""
        return self._message.headers or {}

    @property
    def subject(self) -> str:
        """The subject: `articles.v1.summarized.live.en`."""
        return self._message.subject

    async def ack(self) -> None:
        """Tells the server that this result is dealt with, and waits until it has noted that.

        Raises `Unavailable` if the server did not answer in time. This reader then does not see the result again,
        but the next one of its name may. Without a durable position it does nothing.
        """
        await self._results._acknowledge(self._message)

    async def nak(self, delay: float | None = None) -> None:
        """Asks for another delivery, at once or after `delay` seconds."""
        await self._results._return(self._message, delay)

    async def working(self) -> None:
        """Tells the server that the work on this result goes on, so that `ack_wait` begins anew."""
        if self._results.is_durable and not self._message.is_acked:
            await self._message.in_progress()


class Results:
    """An asynchronous iterator of `Result`. `Pipeline.results` makes it; leaving the pipeline closes it."""

    def __init__(
        self,
        jetstream: JetStreamContext,
        query: Query,
        patience: float,
        on_close: Callable[[Results], None],
    ) -> None:
        self._jetstream = jetstream
        self._query = query
        self._patience = patience
        self._on_close = on_close
        self._closed = False
        self._waiting: deque[Msg] = deque()
        """What was read ahead."""
        self._renewal: asyncio.Task[None] | None = None
        self._outage: Patience | None = None
        self._subscription: JetStreamContext.PullSubscription | None = None
        self._consumer: str | None = None
        self._ack_wait = query.ack_wait
        self._last = 0
        """The last sequence of the stream that was handed out."""
        self._delivered = 0
        """The last sequence of a nameless consumer."""
        self._end: int | None = None
        """The last sequence of the stream when reading began, if reading ends there."""
        self._handed_out: set[int] = set()
        """The sequences that were handed out and not acknowledged."""
        self._acknowledged: OrderedDict[int, None] = OrderedDict()
        """The sequences that were acknowledged. The server may not know of all of them."""

    @property
    def is_durable(self) -> bool:
        """Whether the server keeps the position."""
        return self._query.durable is not None

    def __aiter__(self) -> Results:
        return self

    async def __anext__(self) -> Result:
        while not self._closed:
            while self._waiting:
                message = self._waiting.popleft()
                if await self._is_next(message):
                    return Result(self, message)
            if not await self._read_ahead():
                break
        await self.close()
        raise StopAsyncIteration

    async def close(self) -> None:
        """Ends reading. What was read ahead goes back to the server at once, for the next reader of this name."""
        if self._closed:
            return
        self._closed = True
        self._on_close(self)
        if self._renewal is not None:
            self._renewal.cancel()
        try:
            while self.is_durable and self._waiting:
                await self._waiting.popleft().nak()
            await self._unsubscribe()
            if self._consumer is not None and not self.is_durable:
                await self._jetstream.delete_consumer(self._query.stream, self._consumer)
        except (NatsError, asyncio.TimeoutError, OSError):
            # The server is away. After `ack_wait` it delivers again what was read ahead.
            self._waiting.clear()

    async def _is_next(self, message: Msg) -> bool:
        """Reports whether to hand out a message: whether it was not dealt with, and none before it was lost."""
        sequence = message.metadata.sequence
        if self.is_durable:
            if sequence.stream in self._acknowledged:
                await message.ack()
                return False
            self._handed_out.add(sequence.stream)
        else:
            self._delivered += 1
            if sequence.consumer != self._delivered:
                # A connection broke with messages on their way. Read them again.
                await self._restart()
                return False
        self._last = max(self._last, sequence.stream)
        return True

    async def _acknowledge(self, message: Msg) -> None:
        if not self.is_durable or message.is_acked:
            return
        sequence = message.metadata.sequence.stream
        self._handed_out.discard(sequence)
        self._acknowledged[sequence] = None
        if len(self._acknowledged) > _MOST_REMEMBERED:
            self._acknowledged.popitem(last=False)
        patience = Patience(self._patience)
        while True:
            try:
                await message.ack_sync(timeout=_PULL_WAIT)
            except (NatsError, asyncio.TimeoutError, OSError) as error:
                if not await patience.wait():
                    raise Unavailable(f"the server did not note the acknowledgement: {error}") from error
            else:
                return

    async def _return(self, message: Msg, delay: float | None) -> None:
        if self.is_durable and not message.is_acked:
            self._handed_out.discard(message.metadata.sequence.stream)
            await message.nak(delay)

    async def _read_ahead(self) -> bool:
        """Waits for messages. Returns false at the end."""
        while not self._closed:
            try:
                subscription = self._subscription or await self._open()
                if self._end is not None and await self._has_reached_end():
                    return False
                messages = await self._pull(subscription)
            except (NatsError, asyncio.TimeoutError, OSError) as error:
                await self._restart()
                await self._wait_for_server(error)
                continue
            self._outage = None
            if messages:
                self._waiting.extend(messages)
                self._keep_waiting_ones()
                return True
        return False

    async def _pull(self, subscription: JetStreamContext.PullSubscription) -> list[Msg]:
        assert self._consumer is not None
        try:
            return await subscription.fetch(_BATCH, _PULL_WAIT if self._query.follow else _LAST_PULL_WAIT)
        except asyncio.TimeoutError:
            # No message came, or the consumer is gone. Only the latter is an error.
            await self._jetstream.consumer_info(self._query.stream, self._consumer)
            return []

    async def _wait_for_server(self, error: Exception) -> None:
        if self._outage is None:
            self._outage = Patience(float("inf") if self._query.follow else self._patience)
        if not await self._outage.wait():
            raise Unavailable(f"the server does not answer: {error}") from error

    async def _has_reached_end(self) -> bool:
        assert self._consumer is not None and self._end is not None
        info = await self._jetstream.consumer_info(self._query.stream, self._consumer)
        pending = 0 if self._last >= self._end else info.num_pending or 0
        if self.is_durable:
            # Others of this name may hold messages, or a reader that was killed.
            return pending == 0 and (info.num_ack_pending or 0) <= len(self._handed_out)
        lost = (info.delivered.consumer_seq if info.delivered else 0) - self._delivered
        if pending == 0 and lost and self._last < self._end:
            await self._restart()
            return False
        return pending == 0

    async def _restart(self) -> None:
        """Lets the next read open the consumer again. A nameless one is made anew after the last message."""
        if not self.is_durable:
            self._waiting.clear()
        try:
            await self._unsubscribe()
        except (NatsError, OSError):
            self._subscription = None

    async def _unsubscribe(self) -> None:
        subscription, self._subscription = self._subscription, None
        if subscription is not None:
            await subscription.unsubscribe()

    async def _open(self) -> JetStreamContext.PullSubscription:
        stream = self._query.stream
        try:
            state = (await self._jetstream.stream_info(stream)).state
        except NotFoundError:
            raise NotSetUp(f"the stream {stream} does not exist: run `wiredesk setup`") from None
        is_new = self._consumer is None
        if self._last > state.last_seq:
            # The stream was made anew, so its sequences begin again.
            is_new, self._last = True, 0
            self._acknowledged.clear()
            self._handed_out.clear()
        if not self._query.follow and self._end is None:
            self._end = state.last_seq
        if self._query.durable is not None:
            self._ack_wait = await _consumers.durable(self._jetstream, self._query, self._query.durable, is_new)
            self._consumer = self._query.durable
        else:
            self._consumer = await _consumers.nameless(self._jetstream, self._query, self._last)
            self._delivered = 0
        self._subscription = await self._jetstream.pull_subscribe_bind(self._consumer, stream)
        return self._subscription

    def _keep_waiting_ones(self) -> None:
        """Renews what was read ahead until it is handed out, so that the server does not deliver it again."""
        if self.is_durable and (self._renewal is None or self._renewal.done()):
            self._renewal = asyncio.create_task(self._renew())

    async def _renew(self) -> None:
        while self._waiting:
            await asyncio.sleep(self._ack_wait / 3)
            try:
                for message in list(self._waiting):
                    await message.in_progress()
            except (NatsError, OSError):
                continue  # The server is away. What it delivers again is acknowledged once and skipped later.
