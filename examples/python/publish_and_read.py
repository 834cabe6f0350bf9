#!/usr/bin/env python3
"""Publishes one article and prints what the pipeline made of it.

    pip install nats-py
    python3 publish_and_read.py [FILE]

FILE is plain text; without it the sample article beside this folder is taken. NATS_URL says where the
server is (nats://127.0.0.1:4222 where it is not set). The streams must be there (`wiredesk setup`), and a
worker of each stage must run.
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
    # Only `body` is required. With an id of our own the result is easy to recognise.
    article = {"id": f"example-{uuid.uuid4()}", "body": body, "source": "examples/python"}

    url = os.environ.get("NATS_URL", "nats://127.0.0.1:4222")
    try:
        # One more try at once, then give up: whoever runs this is waiting. Without a callback of ours the
        # library prints a traceback for each try.
        client = await nats.connect(
            url, allow_reconnect=False, max_reconnect_attempts=1, reconnect_time_wait=0.1, error_cb=ignore
        )
    except (NoServersError, OSError) as error:
        sys.exit(f"no NATS server at {url}: {error}")
    try:
        event = await publish_and_read(client.jetstream(), article)
    except (NotFoundError, NoStreamResponseError):
        sys.exit("the streams are not there; run `wiredesk setup`")
    except TimeoutError:
        sys.exit(f"no result within {PATIENCE_SECONDS} seconds; is a worker of each stage running?")
    finally:
        await client.close()
    show(event)


async def ignore(error):
    """Errors that matter come as exceptions."""


async def publish_and_read(jetstream, article):
    # Listen before publishing, and only to what is new.
    only_new = ConsumerConfig(deliver_policy=DeliverPolicy.NEW)
    results = await jetstream.subscribe(READ_FROM, ordered_consumer=True, config=only_new)

    # The server answers once the article is stored. A second publish with the same Nats-Msg-Id is
    # answered too, and stored only once, so it is safe to try again after an error.
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
    # Offsets count code points, which is how Python indexes a string.
    body = event["article"]["body"]
    for index in event["summary"]["sentences"]:
        sentence = event["segments"]["sentences"][index]
        print(f"  {body[sentence['start']:sentence['end']]}")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else SAMPLE))
