"""Reads the server's state with nats-py, so that the checks share no code with the pipeline."""

import asyncio
import json
import ssl
import time

import nats
from nats.js.errors import APIError

from stack import WORKERS, Failure

INPUTS = dict(zip(WORKERS, ["RECEIVED", "DETECTED", "SEGMENTED", "TAGGED"]))
PATIENCE_SECONDS = 180


class Bus:
    """Asks one question at a time, each over a new connection."""

    def __init__(self, url, ca=None, user=None, password=None):
        self.options = {"servers": url.split(","), "connect_timeout": 5, "max_reconnect_attempts": 60}
        if ca:
            self.options |= {"tls": ssl.create_default_context(cafile=str(ca)), "user": user, "password": password}
            self.options["inbox_prefix"] = f"_INBOX_{user}".encode()

    def ask(self, question):
        async def asked():
            async def ignore(_):
                """Ignored, because errors that matter are raised as exceptions."""

            client = await nats.connect(**self.options, error_cb=ignore)
            try:
                return await question(client.jetstream())
            finally:
                await client.close()

        return asyncio.run(asked())

    def publish(self, articles):
        """Publishes like any NATS client: JSON and a message id, without code of ours."""

        async def publish(jetstream):
            for article in articles:
                payload = json.dumps(article, ensure_ascii=False).encode()
                headers = {"Nats-Msg-Id": article["id"]}
                await jetstream.publish("articles.v1.received.live", payload, headers=headers)

        self.ask(publish)

    def stored(self, event):
        async def count(jetstream):
            return (await jetstream.stream_info(f"ARTICLES_{event}")).state.messages

        return self.ask(count)

    def bytes_stored(self):
        """Returns the bytes of each event stream, in the order in which articles pass them."""

        async def size(jetstream):
            infos = [await jetstream.stream_info(f"ARTICLES_{event}") for event in [*INPUTS.values(), "SUMMARIZED"]]
            return [info.state.bytes for info in infos]

        return self.ask(size)

    def deliveries(self, worker):
        """Returns the number of deliveries of the worker's live consumer, redeliveries included."""

        async def count(jetstream):
            info = await jetstream.consumer_info(f"ARTICLES_{INPUTS[worker]}", f"{worker}-live")
            return info.delivered.consumer_seq

        return self.ask(count)

    def events(self, event):
        """Returns the payload of every stored event, in order, duplicates included."""

        async def read(jetstream):
            left = (await jetstream.stream_info(f"ARTICLES_{event}")).state.messages
            stored = await jetstream.subscribe(f"articles.v1.{event.lower()}.>", ordered_consumer=True)
            return [json.loads((await stored.next_msg(timeout=10)).data) for _ in range(left)]

        return self.ask(read)

    def wait_for_results(self, count):
        """Waits until `count` results are stored and nothing is pending or in flight."""

        async def settled(jetstream):
            stored = (await jetstream.stream_info("ARTICLES_SUMMARIZED")).state.messages
            for worker, event in INPUTS.items():
                info = await jetstream.consumer_info(f"ARTICLES_{event}", f"{worker}-live")
                if info.num_pending or info.num_ack_pending:
                    return False, stored
            return stored >= count, stored

        end = time.monotonic() + PATIENCE_SECONDS
        stored = None
        while time.monotonic() < end:
            try:
                done, stored = self.ask(settled)
                if done:
                    return
            except (APIError, nats.errors.Error, OSError) as error:
                stored = error
            time.sleep(0.1)
        raise Failure(f"{count} results did not arrive within {PATIENCE_SECONDS} s: {stored}")

    def check_results(self, published):
        """Checks that every published article has exactly one result and that there are no dead letters."""
        self.wait_for_results(len(published))
        ids = [result["article"]["id"] for result in self.events("SUMMARIZED")]
        lost, doubled, dead = published - set(ids), len(ids) - len(set(ids)), self.stored("DEAD")
        if lost or doubled or dead or set(ids) != published:
            raise Failure(f"{len(published)} published: {len(lost)} lost, {doubled} duplicated, {dead} dead letters")
        return len(ids)
