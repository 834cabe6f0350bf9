"""Reads server-sent events from the bytes of an answer, as the HTML standard defines them."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass

_MOST_BYTES = 1 << 20
"""The longest line. An event of a console has a few kilobytes."""


@dataclass(frozen=True, slots=True)
class ServerSentEvent:
    """What lies between two empty lines."""

    id: str | None
    """The id of the last event: where a reader goes on. Also events without data move it."""
    data: str | None


async def server_sent_events(parts: AsyncIterable[bytes]) -> AsyncIterator[ServerSentEvent]:
    """Yields the whole events in `parts`. What comes after the last empty line was cut off, and is left out.

    Raises `ValueError` if a line is longer than a mebibyte.
    """
    last_id: str | None = None
    data: list[str] = []
    async for line in _lines(parts):
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if not line:
            yield ServerSentEvent(last_id, "\n".join(data) if data else None)
            data = []
        elif name == "data":
            data.append(value)
        elif name == "id" and "\0" not in value:
            last_id = value


async def _lines(parts: AsyncIterable[bytes]) -> AsyncIterator[str]:
    """Yields the lines that have ended. The console ends them with a line feed only."""
    rest = b""
    async for part in parts:
        *lines, rest = (rest + part).split(b"\n")
        for line in lines:
            yield line.removesuffix(b"\r").decode("utf-8", errors="replace")
        if len(rest) > _MOST_BYTES:
            raise ValueError("a line of the events is longer than a mebibyte")
