"""The client of a console, with a real console, server and workers."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator
from contextlib import aclosing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from conftest import RunningConsole, Server, free_port
from hypothesis import given
from hypothesis import strategies as st

import wiredesk
from wiredesk import (
    Article,
    ArticleTooLarge,
    Conflict,
    Console,
    DeadLetter,
    Denied,
    InvalidArticle,
    InvalidSettings,
    NotFound,
    Refused,
    Stored,
    StoredEvent,
    Unavailable,
)
from wiredesk._events import ServerSentEvent, server_sent_events
from wiredesk._http import address
from wiredesk.console_answers import moment

IDS = ["a-1", "нова 7", "東京/雨", "a%20b", "line\r\nbreak", "?q=1#x", "..", "🌧️"]


async def taken(events: AsyncGenerator[StoredEvent, None], count: int) -> list[StoredEvent]:
    """Returns the first events."""
    found: list[StoredEvent] = []
    async with aclosing(events):
        async for event in events:
            found.append(event)
            if len(found) == count:
                break
    return found


def articles(first: int, count: int) -> list[Article]:
    return [
        Article(id=f"a-{number}", body=f"It rains in Oslo on day {number}.") for number in range(first, first + count)
    ]


async def stored(client: Console, first: int, count: int) -> None:
    """Publishes that many articles."""
    outcomes = [outcome async for outcome in client.publish_many(articles(first, count))]
    assert all(isinstance(outcome, Stored) for outcome in outcomes) and len(outcomes) == count


async def test_a_published_article_comes_back_enriched(console: RunningConsole) -> None:
    sent = Article(headline="Trams", body="Trams will run all night in Lisbon from June.", source="Wire")
    async with wiredesk.console(console.url) as client:
        enriched = await client.publish_and_wait(sent, seconds=60)
        assert enriched is not None
        again = await client.publish(sent)
        assert (again.id, again.revision, again.duplicate) == (sent.id, sent.revision, True)
        assert [mention.text for mention in enriched.mentions] == ["Lisbon", "June"]
        assert await client.article(sent.id) == enriched
        assert await client.article(sent.id, revision=sent.revision) == enriched
        tagged = await client.article(sent.id, stage="segment")
        assert tagged.segments == enriched.segments and tagged.summary is None
        steps = await client.timeline(sent.id)
        assert {"received", "summarized"} <= {step.what for step in steps}
        assert all(datetime.now(timezone.utc) - step.at < timedelta(minutes=5) for step in steps)
        (row,) = [row async for row in client.search("trams", name="Lisbon", type="LOC", source="wire", since="1h")]
        assert (row.id, row.state, row.language, row.dead) == (sent.id, "summarized", "en", None)
        assert [name.name for name in row.names] == ["Lisbon"]
        assert [row async for row in client.search(language="de")] == []
        assert [stage["stage"] for stage in (await client.flow())["stages"]] == [
            "detect",
            "segment",
            "tag",
            "summarize",
        ]


async def test_any_id_is_found(console: RunningConsole) -> None:
    async with wiredesk.console(console.url) as client:
        for name in IDS:
            enriched = await client.publish_and_wait({"id": name, "body": "It rains in Oslo."}, seconds=60)
            assert enriched is not None and enriched.id == name
            assert (await client.article(name)).id == name
            assert await client.timeline(name)
        assert {row.id async for row in client.search()} == set(IDS)


async def test_many_are_answered_in_order_and_a_bad_one_does_not_stop_the_rest(console: RunningConsole) -> None:
    sent = [{"id": f"a-{number}", "body": "It rains." if number % 100 else ""} for number in range(1500)]
    async with wiredesk.console(console.url) as client:
        outcomes = [outcome async for outcome in client.publish_many(sent)]
        assert [outcome.id for outcome in outcomes] == [f"a-{number}" for number in range(1500)]
        refused = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
        assert [outcome.position for outcome in refused] == list(range(0, 1500, 100))
        again = [outcome async for outcome in client.publish_many(sent[1:3], lane="backfill")]
        assert all(isinstance(outcome, Stored) and outcome.duplicate for outcome in again)
        assert [outcome async for outcome in client.publish_many([])] == []
        too_large = Article(id="large", body="x" * 1_000_000)
        (only,) = [outcome async for outcome in client.publish_many([too_large])]
        assert isinstance(only, Refused) and isinstance(only.error, ArticleTooLarge)
        with pytest.raises(ArticleTooLarge):
            await client.publish(too_large)


async def test_a_reader_of_events_misses_nothing_when_the_console_is_killed(console: RunningConsole) -> None:
    async with wiredesk.console(console.url) as client:
        reader = asyncio.create_task(taken(client.events(after=0), 30))
        await stored(client, 0, 10)
        console.kill()
        console.start()
        await stored(client, 10, 20)
        events = await reader
        assert sorted(event.id for event in events) == sorted(f"a-{number}" for number in range(30))
        assert len({event.sequence for event in events}) == 30
        rest = await taken(client.events(after=events[19].sequence, language="en"), 10)
        assert [event.id for event in rest] == [event.id for event in events[20:]]


async def test_a_reader_that_has_seen_nothing_yet_misses_nothing_either(
    console: RunningConsole, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with wiredesk.console(console.url) as client, wiredesk.console(console.url) as other:
        await stored(other, 0, 5)
        assert len(await taken(client.events(after=0), 5)) == 5
        has_begun = asyncio.Event()

        async def noted(parts: AsyncIterable[bytes]) -> AsyncIterator[ServerSentEvent]:
            async for event in server_sent_events(parts):
                yield event
                has_begun.set()

        monkeypatch.setattr("wiredesk.console_client.server_sent_events", noted)
        reader = asyncio.create_task(taken(client.events(), 10))
        await has_begun.wait()
        console.kill()
        async with wiredesk.connect(console.server.url) as pipeline:
            for article in articles(5, 10):
                await pipeline.publish(article)
        console.start()
        assert sorted(event.id for event in await reader) == sorted(f"a-{number}" for number in range(5, 15))


async def test_dead_letters_are_found_repaired_and_dropped(console: RunningConsole) -> None:
    async with wiredesk.connect(console.server.url) as pipeline:
        for number in range(3):
            await pipeline._jetstream.publish("articles.v1.received.live", b'{"id": "bad-%d"}' % number)
    async with wiredesk.console(console.url) as client:
        letters: list[DeadLetter] = []
        while len(letters) < 3:
            letters = [letter async for letter in client.dead_letters(stage="detect", since="1h")]
        assert {letter.reason for letter in letters} == {"missing_body"}
        first = await client.dead_letter(letters[0].sequence)
        assert first.payload is not None and json.loads(first.payload)["id"].startswith("bad-")
        with pytest.raises(Conflict, match="3 letters, not 2"):
            await client.drop(reason="missing_body", expect=2)
        said = await client.replay(reason="missing_body", dry_run=True)
        assert (said.count, {letter.fate for letter in said.letters}) == (3, {None})
        repaired = json.dumps({"id": "good", "body": "It rains in Oslo."})
        outcome = await client.replay([first.sequence], payload=repaired)
        assert [letter.fate for letter in outcome.letters] == ["replayed"]
        dropped = await client.drop([letter.sequence for letter in letters[1:]])
        assert [letter.fate for letter in dropped.letters] == ["dropped", "dropped"]
        with pytest.raises(NotFound):
            await client.dead_letter(letters[1].sequence)
        with pytest.raises(InvalidSettings, match="select"):
            await client.drop()


async def test_a_console_with_tokens_denies_others(workers: Server, tmp_path: Path) -> None:
    tokens = tmp_path / "tokens.txt"
    tokens.write_text("reader " + "r" * 32 + "\n")
    tokens.chmod(0o600)
    console = RunningConsole(workers, "--listen", f"127.0.0.1:{free_port()}", "--tokens", str(tokens))
    try:
        async with wiredesk.console(console.url) as client:
            with pytest.raises(Denied):
                await client.flow()
        variables = {"WIREDESK_CONSOLE_URL": console.url, "WIREDESK_CONSOLE_TOKEN": "r" * 32}
        async with wiredesk.console(environment=variables) as client:
            assert [row async for row in client.search()] == []
            with pytest.raises(Denied):
                await client.publish({"body": "It rains."})
    finally:
        console.kill()


async def test_what_is_wrong_is_named(console: RunningConsole) -> None:
    async with wiredesk.console(console.url) as client:
        with pytest.raises(NotFound, match="no article with this id"):
            await client.article("missing")
        with pytest.raises(InvalidSettings, match="type: use one of PER"):
            await anext(client.search(type="PERSON"))
        with pytest.raises(InvalidSettings, match="time zone"):
            await anext(client.search(since=datetime(2026, 11, 29)))
        with pytest.raises(InvalidArticle, match="body: missing"):
            await client.publish({"headline": "Rain"})
        with pytest.raises(InvalidSettings, match="seconds"):
            await client.publish_and_wait({"body": "x"}, seconds=61)
    async with wiredesk.console(f"http://127.0.0.1:{free_port()}", patience=0.1) as nowhere:
        with pytest.raises(Unavailable, match="does not answer"):
            await nowhere.flow()


async def test_the_stages_run_in_the_console(console: RunningConsole) -> None:
    async with wiredesk.console(console.url) as client:
        annotated = await client.annotate({"body": "Trams will run all night in Lisbon from June."})
        assert [mention.text for mention in annotated.mentions] == ["Lisbon", "June"]
        assert [row async for row in client.search()] == []


@pytest.mark.parametrize(
    "url", ["", "localhost:8080", "ftp://x", "http://", "http://x/path", "http://a:b@x", "http://[x"]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(InvalidSettings, match="http://localhost:8080"):
        address(url)


def test_times_keep_their_microseconds() -> None:
    expected = datetime(2026, 11, 29, 8, 0, 0, 123456, timezone.utc)
    assert moment("2026-11-29T08:00:00.123456789Z") == expected
    assert moment("2026-11-29T09:00:00.123456+01:00") == expected
    assert moment("2026-11-29T08:00:00.5Z").microsecond == 500_000


async def events_in(parts: list[bytes]) -> list[ServerSentEvent]:
    async def answer() -> AsyncIterator[bytes]:
        for part in parts:
            yield part

    return [event async for event in server_sent_events(answer())]


async def test_events_end_with_an_empty_line() -> None:
    text = b"id: 6\n\n:\n\nevent: article\nid: 7\ndata: {}\n\ndata:a\ndata: b\n\ndata: cut"
    expected = [
        ServerSentEvent("6", None),
        ServerSentEvent("6", None),
        ServerSentEvent("7", "{}"),
        ServerSentEvent("7", "a\nb"),
    ]
    assert await events_in([text]) == expected
    assert await events_in([text[place : place + 1] for place in range(len(text))]) == expected
    with pytest.raises(ValueError, match="mebibyte"):
        await events_in([b"x" * (2 << 20)])


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_any_bytes_are_read(parts: list[bytes]) -> None:
    whole = asyncio.run(events_in([b"".join(parts)]))
    assert asyncio.run(events_in(parts)) == whole
