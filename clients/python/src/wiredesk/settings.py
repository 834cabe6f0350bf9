"""The settings of the connection, from arguments and from the environment variables of all Wiredesk programs."""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .errors import InvalidSettings

_DEFAULT_URL = "nats://localhost:4222"
_DEFAULT_PREFIX = "articles"
_NO_ADDRESS = "NATS_URL: expected an address such as nats://localhost:4222"
_IS_TOKEN = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """How to connect, and the names of the pipeline."""

    options: Mapping[str, Any]
    """The options of `nats.connect`."""
    api: str
    """The subjects of the JetStream API."""
    prefix: str
    """The first token of all subjects."""

    @classmethod
    def read(cls, url: str | None, prefix: str | None, environment: Mapping[str, str]) -> Settings:
        """Reads the settings. An argument takes precedence over its variable, an empty variable counts as unset.

        Raises `InvalidSettings`, which names the variable.
        """
        variables = {name: value for name, value in environment.items() if value}
        servers, in_url = _servers(url or variables.get("NATS_URL", _DEFAULT_URL))
        options: dict[str, Any] = {"servers": servers, **(in_url or _identity(variables))}
        tls = _tls(variables)
        if tls is not None:
            options["tls"] = tls
        if "NATS_INBOX_PREFIX" in variables:
            options["inbox_prefix"] = variables["NATS_INBOX_PREFIX"]
        return cls(options, _api(variables), _prefix(prefix or variables.get("WIREDESK_PREFIX", _DEFAULT_PREFIX)))

    def stream(self, event: str) -> str:
        """Returns the name of the stream of an event: `ARTICLES_SUMMARIZED`."""
        return f"{self.prefix}_{event}".upper()

    def subject(self, *tokens: str) -> str:
        """Returns a subject or filter: `articles.v1.received.live`."""
        return ".".join([self.prefix, "v1", *tokens])


def _servers(urls: str) -> tuple[list[str], dict[str, Any]]:
    """Returns the addresses without secrets, and the secrets as options. All servers share one user."""
    servers, identity = [], {}
    for url in filter(None, map(str.strip, urls.split(","))):
        try:
            parts = urlsplit(url if "://" in url else f"nats://{url}")
            host, port = parts.hostname, parts.port or 4222
        except ValueError:
            raise InvalidSettings(_NO_ADDRESS) from None
        if not host or parts.path.strip("/"):
            raise InvalidSettings(_NO_ADDRESS)
        servers.append(f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{port}")
        if parts.password is not None:
            identity = {"user": unquote(parts.username or ""), "password": unquote(parts.password)}
        elif parts.username:
            identity = {"token": unquote(parts.username)}
    if not servers:
        raise InvalidSettings("NATS_URL: it names no server")
    return servers, identity


def _identity(variables: Mapping[str, str]) -> dict[str, Any]:
    if "NATS_CREDS" in variables:
        return {"user_credentials": variables["NATS_CREDS"]}
    if "NATS_NKEY" in variables:
        return {"nkeys_seed": variables["NATS_NKEY"]}
    if "NATS_TOKEN" in variables:
        return {"token": variables["NATS_TOKEN"]}
    if "NATS_USER" not in variables:
        return {}
    if "NATS_PASSWORD_FILE" not in variables:
        return {"user": variables["NATS_USER"], "password": variables.get("NATS_PASSWORD", "")}
    if "NATS_PASSWORD" in variables:
        raise InvalidSettings("NATS_PASSWORD and NATS_PASSWORD_FILE are both set: keep one")
    return {"user": variables["NATS_USER"], "password": _password_in(Path(variables["NATS_PASSWORD_FILE"]))}


def _password_in(file: Path) -> Callable[[], str]:
    """Returns a function that reads the password for each connection, so that it can be replaced meanwhile."""

    def read() -> str:
        return file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")

    try:
        if not read():
            raise InvalidSettings(f"NATS_PASSWORD_FILE: the first line of {file} is empty")
    except OSError as error:
        raise InvalidSettings(f"NATS_PASSWORD_FILE: cannot read {file}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InvalidSettings(f"NATS_PASSWORD_FILE: {file} is not UTF-8") from None
    return read


def _tls(variables: Mapping[str, str]) -> ssl.SSLContext | None:
    authority, certificate, key = (variables.get(f"NATS_{name}") for name in ("CA", "CERT", "KEY"))
    if (certificate is None) != (key is None):
        raise InvalidSettings("NATS_CERT and NATS_KEY: set both or none")
    if authority is None and certificate is None:
        return None
    try:
        context = ssl.create_default_context(cafile=authority)
        if certificate is not None:
            context.load_cert_chain(certificate, key)
    except (OSError, ssl.SSLError) as error:
        raise InvalidSettings(f"NATS_CA, NATS_CERT or NATS_KEY: {error}") from None
    return context


def _api(variables: Mapping[str, str]) -> str:
    domain, api = variables.get("NATS_DOMAIN"), variables.get("NATS_API_PREFIX")
    if domain and api:
        raise InvalidSettings("NATS_DOMAIN and NATS_API_PREFIX: set one of them")
    if domain:
        return f"$JS.{domain}.API"
    return (api or "$JS.API").removesuffix(".>")


def _prefix(prefix: str) -> str:
    if not _IS_TOKEN.fullmatch(prefix):
        raise InvalidSettings(f"WIREDESK_PREFIX: {prefix!r} is not one token of letters, digits, `-` and `_`")
    return prefix
