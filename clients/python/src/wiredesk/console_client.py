"""The client of a console: publishes, searches and reads over HTTP, without NATS."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from ._events import server_sent_events
from ._http import Http, opened, segment
from ._identity import compact
from ._patience import Patience
from .article import Article
from .console_answers import DeadLetter, Listed, Outcome, Step, StoredEvent, read
from .enriched import EnrichedArticle
from .errors import ArticleTooLarge, InvalidArticle, InvalidSettings, Unavailable
from .publishing import LANES, Lane, Refused, Stored
from .query import Stage

_DEFAULT_URL = "http://localhost:8080"
_JSON = "application/json"
_LINES = "application/x-ndjson"
_LONGEST_WAIT = 60.0
_MOST_ARTICLES = 1_000
"""How many articles one request publishes."""
_MOST_BYTES = 16 << 20
"""How large one request is. The console takes 64 MiB."""
_PAGE = 500
_TOO_LARGE = "too_large"


@asynccontextmanager
async def console(
    url: str | None = None,
    *,
    token: str | None = None,
    patience: float = 30.0,
    environment: Mapping[str, str] | None = None,
) -> AsyncIterator[Console]:
    """Opens the client of a console: `async with wiredesk.console() as console` (needs `wiredesk[console]`).

    `url` is its address, and `token` opens a console that wants one. Without them, the environment variables
    `WIREDESK_CONSOLE_URL` and `WIREDESK_CONSOLE_TOKEN` hold, as for `wiredesk trace`. `environment` replaces them.

    `patience` is how long a request is tried again while the console or its server is away, in seconds.
    """
    variables = os.environ if environment is None else environment
    where = url or variables.get("WIREDESK_CONSOLE_URL") or _DEFAULT_URL
    async with opened(where, token or variables.get("WIREDESK_CONSOLE_TOKEN"), patience) as http:
        yield Console(http)


class Console:
    """An open client. `console` makes it. All methods raise `Unavailable` if the console stayed away."""

    def __init__(self, http: Http) -> None:
        self._http = http

    async def publish(self, article: Article | Mapping[str, Any], *, lane: Lane = "live") -> Stored:
        """Publishes an article, waits until the server has stored it, and says whether it was there before.

        Raises `InvalidArticle` or `ArticleTooLarge` if it can never be published.
        """
        _, answer = await self._publish(article, {"lane": _checked(lane)})
        return _stored(json.loads(answer))

    async def publish_and_wait(
        self, article: Article | Mapping[str, Any], *, lane: Lane = "live", seconds: float = 10.0
    ) -> EnrichedArticle | None:
        """Publishes an article, and returns it as soon as it is enriched. Returns `None` if that takes longer.

        `seconds` is 60 at most.
        """
        if not 0 < seconds <= _LONGEST_WAIT:
            raise InvalidSettings(f"seconds: more than 0, at most {_LONGEST_WAIT:g}")
        wait = f"{max(1, round(seconds * 1000))}ms"
        status, answer = await self._publish(article, {"lane": _checked(lane), "wait": wait})
        return EnrichedArticle.from_json(answer) if status == 200 else None

    async def publish_many(
        self, articles: Iterable[Article | Mapping[str, Any]], *, lane: Lane = "live"
    ) -> AsyncGenerator[Stored | Refused, None]:
        """Publishes articles, many in one request, and yields what became of each, in their order.

        An article that can never be published is `Refused` and does not stop the others. It is safe to publish all
        of them again.
        """
        parameters = {"lane": _checked(lane)}
        for batch in _batches(articles):
            lines = b"\n".join(line for line in batch.lines if line is not None)
            answers = iter(await self._lines(lines, parameters) if lines else ())
            for place, line in enumerate(batch.lines):
                position = batch.first + place
                if line is None:
                    yield batch.refused[place]
                else:
                    yield _outcome(position, json.loads(line).get("id"), next(answers))

    async def article(
        self, article_id: str, *, revision: str | None = None, stage: Stage | None = None
    ) -> EnrichedArticle:
        """Returns an article as it is stored: the newest result, or that of a revision or stage.

        Raises `NotFound` with the reason: it is not there yet, is a dead letter, or the console no longer knows it.
        """
        path = f"/api/articles/{segment(article_id)}"
        return EnrichedArticle.from_json(await self._http.get(path, {"revision": revision, "stage": stage}))

    async def timeline(self, article_id: str) -> tuple[Step, ...]:
        """Returns the way of an article through the stages, oldest step first. Raises `NotFound`."""
        answer = await self._http.get(f"/api/articles/{segment(article_id)}/timeline")
        return tuple(read(Step, step) for step in json.loads(answer)["steps"])

    async def search(
        self,
        words: str | None = None,
        *,
        language: str | None = None,
        name: str | None = None,
        type: str | None = None,
        source: str | None = None,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
    ) -> AsyncGenerator[Listed, None]:
        """Yields the articles that match, newest first, until all are listed or you stop.

        `words` are looked for in headlines, names, keywords, sources and ids, not in bodies. Times are datetimes
        with a time zone, or durations such as `"1h"`, counted back from now.
        """
        selection = _selection(words, language, name, type, source, since, until)
        cursor: str | None = None
        while True:
            answer = await self._http.get("/api/articles", {**selection, "limit": _PAGE, "cursor": cursor})
            page = json.loads(answer)
            for row in page["articles"]:
                yield read(Listed, row)
            cursor = page.get("next")
            if cursor is None:
                return

    async def events(
        self,
        words: str | None = None,
        *,
        after: int | None = None,
        language: str | None = None,
        name: str | None = None,
        type: str | None = None,
        source: str | None = None,
    ) -> AsyncGenerator[StoredEvent, None]:
        """Yields the enriched articles that match as they are stored, without end.

        `after` is the `sequence` of the last event that you have seen: everything after it comes first, and 0 means
        everything that is stored. Without it, reading begins now. When the connection breaks, reading goes on where
        it was, without a gap.
        """
        selection = _selection(words, language, name, type, source, None, None)
        last = None if after is None else str(after)
        patience = Patience(self._http.patience)
        while True:
            headers = {} if last is None else {"Last-Event-ID": last}
            try:
                async with self._http.stream("/api/events", selection, headers) as answer:
                    async for event in server_sent_events(answer.content.iter_any()):
                        last, patience = event.id or last, Patience(self._http.patience)
                        if event.data is not None:
                            yield read(StoredEvent, {**json.loads(event.data), "sequence": int(last or 0)})
                problem = Unavailable("the console ended the events")
            except Unavailable as error:
                problem = error
            if not await patience.wait(problem.retry_after):
                raise problem

    async def annotate(self, article: Article | Mapping[str, Any]) -> EnrichedArticle:
        """Runs the four stages in the console on an article. Nothing is stored."""
        _, answer = await self._http.post("/api/annotate", _payload(article), _JSON)
        return EnrichedArticle.from_json(answer)

    async def flow(self) -> Mapping[str, Any]:
        """Returns what waits in each stage, how fast it goes and how long it takes, as the API documents it."""
        flow: Mapping[str, Any] = json.loads(await self._http.get("/api/flow"))
        return flow

    async def dead_letters(
        self, *, stage: str | None = None, reason: str | None = None, since: datetime | str | None = None
    ) -> AsyncGenerator[DeadLetter, None]:
        """Yields the dead letters that match, newest first."""
        selection = {"stage": stage, "reason": reason, "since": _moment("since", since)}
        before: int | None = None
        while True:
            page = json.loads(await self._http.get("/api/dead", {**selection, "before": before}))
            for letter in page["letters"]:
                yield read(DeadLetter, letter)
            before = page.get("next")
            if before is None:
                return

    async def dead_letter(self, sequence: int) -> DeadLetter:
        """Returns a dead letter with its payload. Raises `NotFound`."""
        answer = json.loads(await self._http.get(f"/api/dead/{segment(sequence)}"))
        return read(DeadLetter, {**answer["letter"], "payload": answer["payload"]})

    async def replay(
        self,
        sequences: Sequence[int] | None = None,
        *,
        stage: str | None = None,
        reason: str | None = None,
        since: datetime | str | None = None,
        payload: str | None = None,
        expect: int | None = None,
        again: bool = False,
        dry_run: bool = False,
    ) -> Outcome:
        """Publishes dead letters again, and says what became of each.

        They are chosen by `sequences`, or by `stage`, `reason` and `since`. `payload` replaces that of one letter.
        With `expect`, nothing is done and `Conflict` raised if there are not that many. `again` includes letters
        that were replayed before. `dry_run` only says which letters it is about. It is sent once: after
        `Unavailable`, look before you repeat it.
        """
        select = _letters(sequences, stage, reason, since)
        return await self._act(
            "replay", {"select": select, "payload": payload, "expect": expect, "again": again, "dry_run": dry_run}
        )

    async def drop(
        self,
        sequences: Sequence[int] | None = None,
        *,
        stage: str | None = None,
        reason: str | None = None,
        since: datetime | str | None = None,
        expect: int | None = None,
        dry_run: bool = False,
    ) -> Outcome:
        """Deletes dead letters for good. The arguments are those of `replay`."""
        select = _letters(sequences, stage, reason, since)
        return await self._act("drop", {"select": select, "expect": expect, "dry_run": dry_run})

    async def _publish(
        self, article: Article | Mapping[str, Any], parameters: Mapping[str, object]
    ) -> tuple[int, bytes]:
        return await self._http.post("/api/articles", _payload(article), _JSON, parameters)

    async def _lines(self, lines: bytes, parameters: Mapping[str, object]) -> list[Mapping[str, Any]]:
        """Publishes lines again until none waits for a server that was away, and returns an answer to each."""
        patience = Patience(self._http.patience)
        while True:
            _, answer = await self._http.post("/api/articles", lines, _LINES, parameters)
            answers = [json.loads(line) for line in answer.splitlines()]
            waiting = [found for found in answers if not _is_final(found)]
            if not waiting:
                return answers
            if not await patience.wait():
                raise Unavailable(str(waiting[0]["error"]["message"]))

    async def _act(self, action: str, members: Mapping[str, Any]) -> Outcome:
        given = {name: value for name, value in members.items() if value is not None}
        _, answer = await self._http.post_once(f"/api/dead/{action}", json.dumps(given).encode(), _JSON)
        return Outcome.read(json.loads(answer))


class _Batch:
    """Articles for one request. A line is `None` if the article can never be published."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.lines: list[bytes | None] = []
        self.refused: dict[int, Refused] = {}
        self.size = 0

    def add(self, article: Article | Mapping[str, Any]) -> None:
        place = len(self.lines)
        try:
            line = _payload(article)
        except InvalidArticle as error:
            found = article.get("id") if isinstance(article, Mapping) else None
            article_id = found if isinstance(found, str) else None
            self.refused[place] = Refused(position=self.first + place, id=article_id, error=error)
            self.lines.append(None)
        else:
            self.lines.append(line)
            self.size += len(line) + 1


def _batches(articles: Iterable[Article | Mapping[str, Any]]) -> Iterator[_Batch]:
    batch = _Batch(0)
    for article in articles:
        batch.add(article)
        if len(batch.lines) >= _MOST_ARTICLES or batch.size >= _MOST_BYTES:
            yield batch
            batch = _Batch(batch.first + len(batch.lines))
    if batch.lines:
        yield batch


def _payload(article: Article | Mapping[str, Any]) -> bytes:
    checked = article if isinstance(article, Article) else Article.from_json(article)
    return compact(checked.to_json()).encode()


def _stored(answer: Mapping[str, Any]) -> Stored:
    return Stored(
        id=answer["id"],
        revision=answer["revision"],
        sequence=answer["sequence"],
        duplicate=answer["status"] == "duplicate",
    )


def _outcome(position: int, article_id: str, answer: Mapping[str, Any]) -> Stored | Refused:
    problem = answer.get("error")
    if problem is None:
        return _stored(answer)
    kind = ArticleTooLarge if problem["code"] == _TOO_LARGE else InvalidArticle
    return Refused(position=position, id=article_id, error=kind(problem["message"]))


def _is_final(answer: Mapping[str, Any]) -> bool:
    """Returns whether an article is stored or can never be: it is too large, or a stage does not take it."""
    problem = answer.get("error")
    return problem is None or problem["code"] == _TOO_LARGE or "stage" in problem


def _checked(lane: Lane) -> Lane:
    if lane not in LANES:
        raise InvalidSettings(f"lane: {lane!r} is none of {', '.join(LANES)}")
    return lane


def _selection(
    words: str | None,
    language: str | None,
    name: str | None,
    type: str | None,
    source: str | None,
    since: datetime | str | None,
    until: datetime | str | None,
) -> dict[str, object]:
    times = {"since": _moment("since", since), "until": _moment("until", until)}
    return {"q": words, "language": language, "name": name, "type": type, "source": source, **times}


def _letters(
    sequences: Sequence[int] | None, stage: str | None, reason: str | None, since: datetime | str | None
) -> dict[str, object]:
    chosen = {"stage": stage, "reason": reason, "since": _moment("since", since)}
    select: dict[str, object] = {name: value for name, value in chosen.items() if value is not None}
    if sequences is not None:
        select["sequences"] = list(sequences)
    return select


def _moment(name: str, moment: datetime | str | None) -> str | None:
    if isinstance(moment, datetime):
        if moment.tzinfo is None:
            raise InvalidSettings(f"{name}: a time without a time zone can mean any: add one")
        return moment.isoformat()
    return moment
