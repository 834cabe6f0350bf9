"""The users of the pipeline: this package needs no more than they may."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import WIREDESK, Server

import wiredesk


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[Server]:
    """A server that knows only the users of the pipeline."""
    printed = subprocess.run([WIREDESK, "setup", "--print-permissions"], check=True, capture_output=True, text=True)
    variables = "".join(f'{name}: "secret"\n' for name in set(re.findall(r"\$([A-Z_]+_PASSWORD)", printed.stdout)))
    server = Server(tmp_path, f"jetstream {{}}\n{variables}{printed.stdout}")
    setup = subprocess.run([WIREDESK, "setup"], env={**os.environ, **user(server, "operator")}, capture_output=True)
    assert setup.returncode == 0, setup.stderr
    yield server
    server.kill()


def user(server: Server, name: str) -> dict[str, str]:
    return {
        "NATS_URL": server.url,
        "NATS_USER": name,
        "NATS_PASSWORD": "secret",
        "NATS_INBOX_PREFIX": f"_INBOX_{name}",
    }


async def test_publisher_and_reader_may_do_what_they_need(guarded: Server) -> None:
    async with wiredesk.connect(environment=user(guarded, "publisher")) as pipeline:
        assert not (await pipeline.publish({"id": "a-1", "body": "It rains."})).duplicate
    environment = {**os.environ, **user(guarded, "worker")}
    worker = subprocess.Popen([WIREDESK, "worker"], env=environment, stderr=subprocess.DEVNULL)
    try:
        async with wiredesk.connect(environment=user(guarded, "reader")) as pipeline:
            for durable in (None, "archive"):
                result = await anext(pipeline.results(durable, languages=["en", "und"]))
                await result.working()
                await result.ack()
                assert result.article.id == "a-1"
    finally:
        worker.kill()
        worker.wait()


async def test_a_wrong_password_is_named(guarded: Server) -> None:
    settings = {**user(guarded, "reader"), "NATS_PASSWORD": "not-the-s3cret"}
    with pytest.raises(wiredesk.Unavailable, match=r"(?i)authorization|refuses the user") as raised:
        async with wiredesk.connect(environment=settings) as _:
            raise AssertionError("the password is wrong")
    assert "s3cret" not in str(raised.value)
