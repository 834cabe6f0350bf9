"""Waiting for a server that is away, with growing pauses and an end."""

from __future__ import annotations

import asyncio
import random
import time

_FIRST_PAUSE = 0.05
_LONGEST_PAUSE = 2.0


class Patience:
    """Pauses between attempts until `seconds` have passed. `float("inf")` never ends."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._pause = _FIRST_PAUSE

    async def wait(self, least: float = 0.0) -> bool:
        """Waits before the next attempt, at least so many seconds. Returns false at once if the time is up."""
        left = self._end - time.monotonic()
        if left <= 0:
            return False
        # The jitter keeps many clients from asking at the same moment.
        await asyncio.sleep(min(left, max(least, self._pause * random.uniform(0.5, 1.0))))
        self._pause = min(2 * self._pause, _LONGEST_PAUSE)
        return True
