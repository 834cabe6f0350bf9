"""Reading results from a real server and real workers."""

import asyncio
import json
import signal
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from conftest import ROOT, Server, wait_for

import wiredesk
from wiredesk import InvalidEvent, InvalidSettings, NotSetUp, PositionError, Unavailable

READER = """
import asyncio, sys, wiredesk

async def main():
    async with wiredesk.connect(sys.argv[1]) as pipeline:
        async for result in pipeline.results("archive", ack_wait=0.5):
            print(result.article.id, flush=True)
            await result.ack()
            print("acknowledged", result.article.id, flush=True)

asyncio.run(main())
"""


async def publish(server: Server, count: int, first: int = 0, lane: wiredesk.Lane = "live") -> list[str]:
    """Publishes short articles and returns their ids."""
    ids = [f"a-{number}" for number in range(first, first + count)]
    articles = [{"id": name, "body": f"It rains in Oslo on day {name}."} for name in ids]
    async with wiredesk.connect(server.url) as pipeline:
        assert len([stored async for stored in pipeline.publish_many(articles, lane=lane)]) == count
    return ids


async def read(pipeline: wiredesk.Pipeline, count: int, durable: str | None = None) -> list[str]:
    """Reads and acknowledges that many results."""
    found = []
    async for result in pipeline.results(durable):
        await result.ack()
        found.append(result.article.id)
        if len(found) == count:
            break
    return found


async def test_a_published_article_comes_back_enriched(workers: Server) -> None:
    sent = json.loads((ROOT / "tests/articles/en-ferry-strike.json").read_text())
    async with wiredesk.connect(workers.url) as pipeline:
        stored = await pipeline.publish(sent)
        async for result in pipeline.results():
            article = result.article
            break
    assert (article.id, article.revision) == (stored.id, stored.revision)
    assert article.language is not None and article.language.tag == "en"
    assert {mention.type for mention in article.mentions} >= {"ORG", "LOC"}
    assert all(article.text(mention) == mention.text for mention in article.mentions)
    assert article.summary is not None and article.summary.text
    assert (result.sequence, result.deliveries, result.subject) == (1, 1, "articles.v1.summarized.live.en")
    assert result.headers["ce-type"] == "news.article.summarized.v1"
    assert json.loads(result.payload) == article.raw
    assert datetime.now(timezone.utc) - result.stored_at < timedelta(minutes=1)


async def test_ids_in_other_scripts_come_back(workers: Server) -> None:
    ids = ["нова 7", "東京/雨", "a%20b", "line\r\nbreak"]
    async with wiredesk.connect(workers.url) as pipeline:
        for name in ids:
            await pipeline.publish({"id": name, "body": "It rains in Oslo."})
        found = []
        async for result in pipeline.results():
            found.append(result.article.id)
            if len(found) == len(ids):
                break
    assert sorted(found) == sorted(ids)


async def test_the_next_reader_of_a_name_goes_on_after_what_was_acknowledged(workers: Server) -> None:
    ids = await publish(workers, 20)
    async with wiredesk.connect(workers.url) as pipeline:
        first = await read(pipeline, 7, "archive")
    async with wiredesk.connect(workers.url) as pipeline:
        second = await read(pipeline, 13, "archive")
        assert sorted(first + second) == sorted(ids)
        # Another name, or none, begins with the first.
        assert sorted(await read(pipeline, 20, "other")) == sorted(ids)
        assert sorted(await read(pipeline, 20)) == sorted(ids)
        results = pipeline.results("archive", follow=False)
        assert [result async for result in results] == []


async def test_a_reader_that_is_killed_loses_nothing(workers: Server, tmp_path: Path) -> None:
    ids = await publish(workers, 30)
    script = tmp_path / "reader.py"
    script.write_text(READER)
    seen: list[str] = []
    acknowledged: list[str] = []
    for _ in range(3):
        command = [sys.executable, str(script), workers.url]
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as reader:
            assert reader.stdout is not None
            for line in reader.stdout:
                acknowledges = line.startswith("acknowledged")
                (acknowledged if acknowledges else seen).append(line.split()[-1])
                if len(seen) % 8 == 0 and not acknowledges:
                    # It goes on printing until the signal arrives.
                    reader.send_signal(signal.SIGKILL)
    async with wiredesk.connect(workers.url) as pipeline:
        left: list[str] = []
        async for result in pipeline.results("archive", follow=False):
            left.append(result.article.id)
            await result.ack()
    assert set(seen) | set(left) == set(ids)
    assert not set(acknowledged) & set(left)
    assert len(left) == len(set(left))


async def test_what_was_read_ahead_goes_back_at_once(workers: Server) -> None:
    ids = await publish(workers, 10)
    wait_for(lambda: len(workers.wiredesk("results").splitlines()) == 10)
    async with wiredesk.connect(workers.url) as pipeline:
        first = await read(pipeline, 1, "archive")
    started = asyncio.get_running_loop().time()
    async with wiredesk.connect(workers.url) as pipeline:
        rest = await read(pipeline, 9, "archive")
    assert asyncio.get_running_loop().time() - started < 10, "it waited for `ack_wait`, which is 30 seconds"
    assert sorted(first + rest) == sorted(ids)


async def test_a_slow_reader_gets_nothing_twice(workers: Server) -> None:
    ids = await publish(workers, 5)
    wait_for(lambda: len(workers.wiredesk("results").splitlines()) == 5)
    found = []
    async with wiredesk.connect(workers.url) as pipeline:
        # All five are read ahead, and the last ones wait longer here than `ack_wait`.
        async for result in pipeline.results("archive", ack_wait=0.6, follow=False):
            await asyncio.sleep(0.4)
            found.append((result.article.id, result.deliveries))
            await result.ack()
    assert sorted(found) == [(name, 1) for name in sorted(ids)]


async def test_a_result_that_is_not_acknowledged_comes_again(workers: Server) -> None:
    (name,) = await publish(workers, 1)
    deliveries = []
    async with wiredesk.connect(workers.url) as pipeline:
        async for result in pipeline.results("archive", ack_wait=0.5):
            deliveries.append(result.deliveries)
            assert result.article.id == name
            if len(deliveries) == 2:
                await result.nak()
            elif len(deliveries) == 3:
                await result.working()
                await result.ack()
                await result.ack()
                break
    assert deliveries == [1, 2, 3]


async def test_results_are_selected_by_stage_lane_and_language(workers: Server) -> None:
    await publish(workers, 2)
    await publish(workers, 1, first=2, lane="backfill")
    async with wiredesk.connect(workers.url) as pipeline:
        await pipeline.publish(
            {"id": "pt", "body": "Os elétricos de Lisboa vão circular toda a noite a partir de junho."}
        )
        await pipeline.publish({"id": "de", "body": "Die Straßenbahnen in Lissabon fahren ab Juni die ganze Nacht."})
        await read(pipeline, 5)

        async def ids(**selection: object) -> list[str]:
            results = pipeline.results(follow=False, **selection)  # type: ignore[arg-type]
            return sorted([result.article.id async for result in results])

        assert await ids() == ["a-0", "a-1", "a-2", "de", "pt"]
        assert await ids(lane="backfill") == ["a-2"]
        assert await ids(languages=["pt", "de"]) == ["de", "pt"]
        assert await ids(languages=["en"], lane="live") == ["a-0", "a-1"]
        assert await ids(since=datetime.now(timezone.utc)) == []
        segmented = [result.article async for result in pipeline.results(stage="segment", follow=False)]
        assert len(segmented) == 5
        assert all(article.sentences and article.tagged is None for article in segmented)


async def test_a_position_is_bound_to_its_selection(pipeline: Server) -> None:
    async with wiredesk.connect(pipeline.url) as open_pipeline:
        assert [result async for result in open_pipeline.results("mine", languages=["en"], follow=False)] == []
        with pytest.raises(PositionError, match=r"'mine' reads articles\.v1\.summarized\.\*\.en, not"):
            await anext(open_pipeline.results("mine"))
        pipeline.wiredesk("results", "--durable", "tool")
        with pytest.raises(PositionError, match="'tool' is a consumer of ARTICLES_SUMMARIZED that another"):
            await anext(open_pipeline.results("tool"))
        reader = open_pipeline.results("mine", languages=["en"])
        waiting = asyncio.create_task(anext(reader))
        await asyncio.sleep(0.3)
        await open_pipeline._jetstream.delete_consumer("ARTICLES_SUMMARIZED", "mine")
        with pytest.raises(PositionError, match="was deleted"):
            await waiting


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"durable": "a b"}, "durable: 'a b' is not a name"),
        ({"durable": "summarizer-live"}, "consumer of a worker"),
        ({"stage": "parse"}, "stage: 'parse'"),
        ({"lane": "fast"}, "lane: 'fast'"),
        ({"languages": "en"}, "languages: a list"),
        ({"languages": []}, "languages: a list"),
        ({"languages": ["en-GB"]}, "languages: 'en-GB'"),
        ({"since": datetime(2026, 1, 1)}, "since: a time without a time zone"),
        ({"ack_wait": 0}, "ack_wait"),
    ],
)
async def test_an_argument_that_cannot_work_is_named(
    pipeline: Server, arguments: dict[str, object], expected: str
) -> None:
    async with wiredesk.connect(pipeline.url) as open_pipeline:
        with pytest.raises(InvalidSettings, match=expected):
            open_pipeline.results(**arguments)  # type: ignore[arg-type]


async def test_a_missing_stream_is_named(server: Server) -> None:
    async with wiredesk.connect(server.url) as pipeline:
        with pytest.raises(NotSetUp, match="ARTICLES_SUMMARIZED does not exist"):
            await anext(pipeline.results())


async def test_reading_goes_on_after_a_restart_of_the_server(workers: Server) -> None:
    first = await publish(workers, 5)
    async with wiredesk.connect(workers.url) as pipeline:
        for durable in (None, "archive"):
            results = pipeline.results(durable)
            found: list[str] = []
            while len(found) < 5:
                result = await anext(results)
                await result.ack()
                found.append(result.article.id)
            waiting = asyncio.create_task(anext(results))
            await asyncio.sleep(0.2)
            workers.kill()
            await asyncio.sleep(0.5)
            await asyncio.to_thread(workers.start)
            (later,) = await publish(workers, 1, first=10 if durable else 5)
            if durable:
                # The article of the first round is stored, too.
                assert (await waiting).article.id == "a-5"
                waiting = asyncio.create_task(anext(results))
            assert (await waiting).article.id == later
            assert sorted(found) == first


async def test_an_acknowledgement_waits_for_the_server(workers: Server) -> None:
    await publish(workers, 1)
    async with wiredesk.connect(workers.url, patience=0.3) as pipeline:
        result = await anext(pipeline.results("archive"))
        workers.kill()
        with pytest.raises(Unavailable, match="did not note the acknowledgement"):
            await asyncio.wait_for(result.ack(), 20)


async def test_an_event_that_cannot_be_read_does_not_stop_the_reader(pipeline: Server) -> None:
    async with wiredesk.connect(pipeline.url) as open_pipeline:
        await open_pipeline._jetstream.publish("articles.v1.summarized.live.en", b"{")
        result = await anext(open_pipeline.results("archive"))
        with pytest.raises(InvalidEvent):
            _ = result.article
        await result.ack()


ALERT = {
    "schema": "wiredesk.alert/1",
    "rule": "rain",
    "once": "story",
    "article": {"id": "a-1", "revision": "0f", "headline": "Rain", "language": "en", "summary": "It rained."},
    "story": {"id": "a-0", "first_seen": "2026-11-29T08:00:00Z", "size": 5, "sources": 3, "merged": ["b"]},
    "found": [{"field": "headline", "start": 0, "end": 4, "text": "Rain", "term": "rain*"}],
}


async def test_alerts_are_read_by_rule(server: Server) -> None:
    async with wiredesk.connect(server.url) as pipeline:
        with pytest.raises(NotSetUp):
            async for _ in pipeline.alerts():
                pass
        server.wiredesk("setup", "--alerts")
        for rule in ["rain", "snow", "rain"]:
            payload = json.dumps({**ALERT, "rule": rule}).encode()
            await pipeline._jetstream.publish(f"articles.v1.alerts.{rule}", payload)
        assert [result.alert.rule async for result in pipeline.alerts(follow=False)] == ["rain", "snow", "rain"]
        found = [result.alert async for result in pipeline.alerts("desk", rules=["snow"], follow=False)]
        with pytest.raises(InvalidSettings):
            pipeline.alerts(rules=["a.b"])
    (alert,) = found
    assert (alert.rule, alert.article_id, alert.once, alert.headline) == ("snow", "a-1", "story", "Rain")
    assert alert.story is not None and (alert.story.sources, alert.story.merged) == (3, ("b",))
    assert [(place.text, place.term, place.field) for place in alert.found] == [("Rain", "rain*", "headline")]


def test_what_is_no_alert_is_refused() -> None:
    for wrong in [
        "{",
        "[]",
        "{}",
        json.dumps({**ALERT, "schema": "wiredesk.alert/2"}),
        json.dumps({**ALERT, "found": 1}),
    ]:
        with pytest.raises(InvalidEvent):
            wiredesk.Alert.from_json(wrong)


async def test_articles_of_the_linker_have_their_story(server: Server) -> None:
    server.wiredesk("setup", "--stories")
    story = {"id": "a-0", "first_seen": "2026-11-29T08:00:00Z", "size": 2, "copy_of": {"id": "a-0", "share": 0.9}}
    event = {
        "schema": "wiredesk.article/1",
        "article": {"id": "a-1", "revision": "0f", "body": "Rain."},
        "story": story,
    }
    async with wiredesk.connect(server.url) as pipeline:
        await pipeline._jetstream.publish("articles.v1.linked.live.en", json.dumps(event).encode())
        (article,) = [result.article async for result in pipeline.results(stage="link", follow=False)]
    assert article.story is not None and article.story.copy_of is not None
    assert (article.story.id, article.story.sources, article.story.copy_of.share) == ("a-0", 0, 0.9)
