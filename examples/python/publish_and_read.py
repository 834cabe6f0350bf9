#!/usr/bin/env python3
"""Publishes one article, waits for the enriched article, and prints it.

    pip install nats-py
    python3 publish_and_read.py [FILE]

FILE is a plain text; the default is the sample article in `examples`. NATS_URL is the address of the server;
the default is nats://127.0.0.1:4222. The streams must exist (`wiredesk setup`), and workers of all stages must
run (`wiredesk worker`).
"""

import asyncio
import json
import os
import sys
import uuid
from pathlib import Path

import nats
from nats.errors import NoServersError, TimeoutError
from nats.js.api import ConsumerConfig, DeliverPolicy
from nats.js.errors import NoStreamResponseError, NotFoundError

PUBLISH_TO = "articles.v1.received.live"
READ_FROM = "articles.v1.summarized.live.*"
SAMPLE = Path(__file__).resolve().parent.parent / "article.txt"
PATIENCE_SECONDS = 30


async def main(path):
    body = Path(path).read_text(encoding="utf-8")
    # Only `body` is required. Our own id makes the result easy to recognise.
    article = {"id": f"example-{uuid.uuid4()}", "body": body, "source": "examples/python"}

    url = os.environ.get("NATS_URL", "nats://127.0.0.1:4222")
    try:
        # Try twice and then give up, because a person is waiting. Without our own callback the library prints a
        # traceback for each attempt.
        client = await nats.connect(
            url, allow_reconnect=False, max_reconnect_attempts=1, reconnect_time_wait=0.1, error_cb=ignore
        )
    except (NoServersError, OSError) as error:
        sys.exit(f"no NATS server at {url}: {error}")
    try:
        event = await publish_and_read(client.jetstream(), article)
    except (NotFoundError, NoStreamResponseError):
        sys.exit("the streams do not exist: run `wiredesk setup`")
    except TimeoutError:
        sys.exit(f"no result within {PATIENCE_SECONDS} seconds: start workers of all stages with `wiredesk worker`")
    finally:
        await client.close()
    show(event)


async def ignore(error):
    """Ignores errors here, because those that matter are also raised as exceptions."""


async def publish_and_read(jetstream, article):
    # Subscribe before publishing, and only to new events.
    only_new = ConsumerConfig(deliver_policy=DeliverPolicy.NEW)
    results = await jetstream.subscribe(READ_FROM, ordered_consumer=True, config=only_new)

    # The server confirms the article when it is stored. It stores a second article with the same Nats-Msg-Id
    # only once, so it is safe to repeat this after an error.
    payload = json.dumps(article, ensure_ascii=False).encode()
    await jetstream.publish(PUBLISH_TO, payload, headers={"Nats-Msg-Id": article["id"]})

    async def read():
        while True:
            message = await results.next_msg(timeout=PATIENCE_SECONDS)
            event = json.loads(message.data)
            if event["article"]["id"] == article["id"]:
                return event

    try:
        return await asyncio.wait_for(read(), PATIENCE_SECONDS)
    except asyncio.TimeoutError:
        raise TimeoutError from None


def show(event):
    language = event["language"]
    print(f"language: {language['tag']} ({language['confidence']:.2f})")
    print("entities:")
    for entity in event["entities"]["entities"][:10]:
        print(f"  {entity['type']:<4} {entity['name']} ×{entity['mentions']}")
    print("summary:")
    # Offsets count Unicode code points, as indexes of Python strings do.
    body = event["article"]["body"]
    for index in event["summary"]["sentences"]:
        sentence = event["segments"]["sentences"][index]
        print(f"  {body[sentence['start']:sentence['end']]}")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else SAMPLE))
