"""Requests to a console, repeated while it is away, with its problems as errors."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

from ._patience import Patience
from .errors import (
    ArticleTooLarge,
    Conflict,
    Denied,
    InvalidArticle,
    InvalidSettings,
    NotFound,
    Unavailable,
    WiredeskError,
)

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession

_ERRORS: dict[int, type[WiredeskError]] = {
    400: InvalidSettings,
    401: Denied,
    403: Denied,
    404: NotFound,
    409: Conflict,
    413: ArticleTooLarge,
    415: InvalidArticle,
    422: InvalidArticle,
    429: Unavailable,
    503: Unavailable,
}
_LATER = (429, 503)
"""The answers after which a request may succeed."""
_SECONDS = 90.0
"""How long an answer may take. The console ends it after 75 seconds."""
_SILENCE = 45.0
"""How long the console may be silent between two events. It sends a sign of life every 15 seconds."""


class Http:
    """An open session with a console."""

    def __init__(self, session: ClientSession, url: str, patience: float) -> None:
        self._session = session
        self._url = url
        self.patience = patience

    async def get(self, path: str, parameters: Mapping[str, object] | None = None) -> bytes:
        """Returns the body of an answer."""
        patience = Patience(self.patience)
        while True:
            try:
                async with self._answer("GET", path, parameters, None, {}) as answer:
                    return await answer.read()
            except Unavailable as error:
                if not await patience.wait(error.retry_after):
                    raise

    async def post(
        self, path: str, body: bytes, content_type: str, parameters: Mapping[str, object] | None = None
    ) -> tuple[int, bytes]:
        """Returns status and body of the answer to a request that may be repeated, because it changes nothing then."""
        patience = Patience(self.patience)
        while True:
            try:
                return await self.post_once(path, body, content_type, parameters)
            except Unavailable as error:
                if not await patience.wait(error.retry_after):
                    raise

    async def post_once(
        self, path: str, body: bytes, content_type: str, parameters: Mapping[str, object] | None = None
    ) -> tuple[int, bytes]:
        """Returns status and body of the answer to a request that is sent once."""
        async with self._answer("POST", path, parameters, body, {"Content-Type": content_type}) as answer:
            return answer.status, await answer.read()

    @asynccontextmanager
    async def stream(
        self, path: str, parameters: Mapping[str, object], headers: Mapping[str, str]
    ) -> AsyncIterator[ClientResponse]:
        """Opens an answer that does not end."""
        from aiohttp import ClientTimeout

        timeout = ClientTimeout(total=None, sock_connect=_SECONDS, sock_read=_SILENCE)
        async with self._answer("GET", path, parameters, None, headers, timeout=timeout) as answer:
            yield answer

    @asynccontextmanager
    async def _answer(
        self,
        method: str,
        path: str,
        parameters: Mapping[str, object] | None,
        body: bytes | None,
        headers: Mapping[str, str],
        **options: Any,
    ) -> AsyncIterator[ClientResponse]:
        from aiohttp import ClientError
        from yarl import URL

        given = {name: value for name, value in (parameters or {}).items() if value is not None}
        url = URL(f"{self._url}{path}?{urlencode(given)}" if given else f"{self._url}{path}", encoded=True)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, allow_redirects=False, **options
            ) as answer:
                # The answer to lines has the problem of each in its line.
                if answer.status >= 300 and answer.content_type != "application/x-ndjson":
                    raise _problem(answer.status, await answer.read(), answer.headers.get("Retry-After"))
                yield answer
        except (ClientError, asyncio.TimeoutError, OSError) as error:
            raise Unavailable(f"the console at {self._url} does not answer: {error!r}") from error


@asynccontextmanager
async def opened(url: str, token: str | None, patience: float) -> AsyncIterator[Http]:
    """Opens a session. The console is asked only with the first request."""
    try:
        from aiohttp import ClientSession, ClientTimeout
    except ImportError as error:
        raise InvalidSettings("the console's client needs aiohttp: pip install wiredesk[console]") from error
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with ClientSession(headers=headers, timeout=ClientTimeout(total=_SECONDS)) as session:
        yield Http(session, address(url), patience)


def address(url: str) -> str:
    """Returns the address of a console without a path. Raises `InvalidSettings` if it is none."""
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address or parts.username is not None or parts.query or parts.path.strip("/"):
        raise InvalidSettings("WIREDESK_CONSOLE_URL: expected an address such as http://localhost:8080")
    return f"{parts.scheme}://{parts.netloc}"


def segment(text: object) -> str:
    """Returns a text as one segment of a path."""
    return quote(str(text), safe="")


def _problem(status: int, body: bytes, retry_after: str | None) -> WiredeskError:
    """Returns the error that an answer means. The console answers problems with a sentence for people."""
    try:
        message = str(json.loads(body)["error"]["message"])
    except (ValueError, KeyError, TypeError):
        message = f"the console answered {status}"
    error = _ERRORS.get(status, Unavailable if status >= 500 else WiredeskError)(message)
    if status in _LATER and retry_after and retry_after.isdecimal():
        error.retry_after = float(retry_after)
    return error
