"""Publishing to a real server."""

import asyncio
import json
from collections.abc import AsyncIterator

import nats
import pytest
from conftest import Server, free_port
from nats.aio.msg import Msg

import wiredesk
from wiredesk import Article, ArticleTooLarge, InvalidArticle, InvalidSettings, NotSetUp, Refused, Stored, Unavailable

# Ids that headers cannot carry as they are.
IDS = ["a-1", "нова 7", "東京/雨", "a%20b", 'quote"', "line\r\nNats-Msg-Id: other", "مطر", "🌧️", " leading", "\x7f\x00"]


async def stored(server: Server) -> list[Msg]:
    """Returns the received articles, read without this package."""
    client = await nats.connect(server.url)
    reader = await client.jetstream().pull_subscribe("articles.v1.received.*", stream="ARTICLES_RECEIVED")
    messages: list[Msg] = []
    try:
        while True:
            messages += await reader.fetch(100, 1)
    except asyncio.TimeoutError:
        return messages
    finally:
        await client.close()


async def test_an_article_is_stored_once_however_often_it_is_published(pipeline: Server) -> None:
    article = Article(id="a-1", headline="Rain", body="It rains.", other={"desk": "weather"})
    async with wiredesk.connect(pipeline.url) as open_pipeline:
        first = await open_pipeline.publish(article)
        second = await open_pipeline.publish(article.to_json())
        corrected = await open_pipeline.publish(Article(id="a-1", body="It snows."))
    assert first == Stored(id="a-1", revision=article.revision, sequence=1, duplicate=False)
    assert second == Stored(id="a-1", revision=article.revision, sequence=1, duplicate=True)
    assert (corrected.sequence, corrected.duplicate) == (2, False)
    assert [json.loads(message.data) for message in await stored(pipeline)] == [
        {"id": "a-1", "headline": "Rain", "body": "It rains.", "desk": "weather"},
        {"id": "a-1", "body": "It snows."},
    ]


async def test_the_tool_and_this_package_store_an_article_once(pipeline: Server) -> None:
    sent = [{"id": name, "body": "It rains.", "desk": {"rank": 1e16}} for name in IDS]
    pipeline.wiredesk("publish", "-", stdin="\n".join(json.dumps(article) for article in sent))
    async with wiredesk.connect(pipeline.url) as open_pipeline:
        outcomes = [outcome async for outcome in open_pipeline.publish_many(sent)]
    assert all(isinstance(outcome, Stored) and outcome.duplicate for outcome in outcomes)


async def test_headers_carry_ids_in_any_script(pipeline: Server) -> None:
    async with wiredesk.connect(pipeline.url) as open_pipeline:
        for name in IDS:
            assert not (await open_pipeline.publish(Article(id=name, body="It rains."))).duplicate
    messages = await stored(pipeline)
    assert [json.loads(message.data)["id"] for message in messages] == IDS
    for message in messages:
        assert message.headers is not None
        assert all(value.isascii() and value.isprintable() for value in message.headers.values())
        assert message.headers["Nats-Msg-Id"] == message.headers["ce-id"]
        assert message.headers["ce-type"] == "news.article.received.v1"


async def test_a_trace_is_passed_on_and_other_headers_are_checked(pipeline: Server) -> None:
    trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    async with wiredesk.connect(pipeline.url) as open_pipeline:
        await open_pipeline.publish({"body": "It rains."}, lane="backfill", headers={"traceparent": trace})
        with pytest.raises(InvalidSettings, match="Nats-Msg-Id is set by this package"):
            await open_pipeline.publish({"body": "It rains."}, headers={"Nats-Msg-Id": "x"})
        with pytest.raises(InvalidSettings, match="tracestate has a character"):
            await open_pipeline.publish({"body": "It rains."}, headers={"tracestate": "ü"})
        with pytest.raises(InvalidSettings, match="not a name"):
            await open_pipeline.publish({"body": "It rains."}, headers={"x: y\r\nz": "1"})
    (message,) = await stored(pipeline)
    assert message.subject == "articles.v1.received.backfill"
    assert message.headers is not None and message.headers["traceparent"] == trace


async def test_many_are_confirmed_in_order_and_a_bad_one_does_not_stop_the_rest(pipeline: Server) -> None:
    async def articles() -> AsyncIterator[dict[str, object]]:
        for number in range(1000):
            yield {"id": f"a-{number}", "body": "It rains." if number % 100 else ""}

    async with wiredesk.connect(pipeline.url) as open_pipeline:
        outcomes = [outcome async for outcome in open_pipeline.publish_many(articles(), in_flight=100)]
    assert [outcome.id for outcome in outcomes] == [f"a-{number}" for number in range(1000)]
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert [outcome.position for outcome in refused] == list(range(0, 1000, 100))
    assert "no visible text" in str(refused[0].error)
    assert len(await stored(pipeline)) == 990


async def test_what_can_never_be_stored_is_refused(pipeline: Server) -> None:
    async with wiredesk.connect(pipeline.url) as open_pipeline:
        with pytest.raises(ArticleTooLarge, match="takes 983040 at most"):
            await open_pipeline.publish({"body": "x" * 983_040})
        with pytest.raises(InvalidArticle, match="body: missing"):
            await open_pipeline.publish({"headline": "Rain"})
        with pytest.raises(InvalidSettings, match="lane: 'fast'"):
            await open_pipeline.publish({"body": "It rains."}, lane="fast")  # type: ignore[arg-type]
    assert await stored(pipeline) == []


async def test_publishing_survives_a_restart_of_the_server(pipeline: Server) -> None:
    async with wiredesk.connect(pipeline.url) as open_pipeline:
        await open_pipeline.publish({"id": "before", "body": "It rains."})
        pipeline.kill()
        during = asyncio.create_task(open_pipeline.publish({"id": "during", "body": "It rains."}))
        await asyncio.sleep(0.2)
        assert not during.done()
        await asyncio.to_thread(pipeline.start)
        assert not (await during).duplicate
    assert [json.loads(message.data)["id"] for message in await stored(pipeline)] == ["before", "during"]


async def test_a_server_that_stays_away_is_an_error(pipeline: Server) -> None:
    async with wiredesk.connect(pipeline.url, patience=0.3) as open_pipeline:
        pipeline.kill()
        with pytest.raises(Unavailable, match=r"did not confirm the article in 0\.3 s"):
            await open_pipeline.publish({"body": "It rains."})


async def test_a_missing_pipeline_or_server_is_named(server: Server) -> None:
    async with wiredesk.connect(server.url) as open_pipeline:
        with pytest.raises(NotSetUp, match="ARTICLES_RECEIVED does not exist: run `wiredesk setup`"):
            await open_pipeline.publish({"body": "It rains."})
    with pytest.raises(Unavailable, match=r"no connection to the NATS server at nats://127\.0\.0\.1"):
        async with wiredesk.connect(f"nats://user:s3cret@127.0.0.1:{free_port()}") as _:
            raise AssertionError("there is no server")
