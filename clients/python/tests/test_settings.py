"""Settings from arguments and environment variables."""

import re
from pathlib import Path

import pytest

from wiredesk import InvalidSettings
from wiredesk.settings import Settings


def read(**variables: str) -> Settings:
    return Settings.read(None, None, variables)


def test_without_settings_it_is_the_server_of_this_machine() -> None:
    settings = read()
    assert settings.options == {"servers": ["nats://localhost:4222"]}
    assert settings.api == "$JS.API"
    assert settings.stream("summarized") == "ARTICLES_SUMMARIZED"
    assert settings.subject("received", "live") == "articles.v1.received.live"


def test_an_argument_takes_precedence_over_its_variable() -> None:
    settings = Settings.read("nats://a:1", "wire-2", {"NATS_URL": "nats://b:2", "WIREDESK_PREFIX": "other"})
    assert settings.options["servers"] == ["nats://a:1"]
    assert settings.stream("tagged") == "WIRE-2_TAGGED"


@pytest.mark.parametrize(
    ("url", "servers", "identity"),
    [
        ("localhost", ["nats://localhost:4222"], {}),
        ("tls://a:1, nats://b", ["tls://a:1", "nats://b:4222"], {}),
        ("nats://[::1]:7", ["nats://[::1]:7"], {}),
        ("nats://u:p%40ss%2C@a", ["nats://a:4222"], {"user": "u", "password": "p@ss,"}),
        ("nats://s3cret@a", ["nats://a:4222"], {"token": "s3cret"}),
    ],
)
def test_a_url_may_name_several_servers_and_a_user(url: str, servers: list[str], identity: dict[str, str]) -> None:
    assert read(NATS_URL=url).options == {"servers": servers, **identity}


def test_secrets_come_from_variables_and_files(tmp_path: Path) -> None:
    assert read(NATS_TOKEN="t").options["token"] == "t"
    assert read(NATS_CREDS="f").options["user_credentials"] == "f"
    assert read(NATS_NKEY="f").options["nkeys_seed"] == "f"
    file = tmp_path / "password"
    file.write_text("first\nsecond\n")
    password = read(NATS_USER="u", NATS_PASSWORD_FILE=str(file)).options["password"]
    assert password() == "first"
    file.write_text("rotated\r\n")
    assert password() == "rotated"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"NATS_URL": "nats://a:port"}, "NATS_URL"),
        ({"NATS_URL": "nats://a/path"}, "NATS_URL"),
        ({"NATS_URL": "nats://[::1"}, "NATS_URL"),
        ({"NATS_URL": ","}, "NATS_URL: it names no server"),
        ({"WIREDESK_PREFIX": "my wire"}, "WIREDESK_PREFIX"),
        ({"NATS_DOMAIN": "leaf", "NATS_API_PREFIX": "x"}, "NATS_DOMAIN and NATS_API_PREFIX"),
        ({"NATS_CERT": "c.pem"}, "NATS_CERT and NATS_KEY"),
        ({"NATS_CA": "/no/such/file"}, "NATS_CA"),
        ({"NATS_USER": "u", "NATS_PASSWORD_FILE": "/no/such/file"}, "NATS_PASSWORD_FILE: cannot read"),
        ({"NATS_USER": "u", "NATS_PASSWORD": "p", "NATS_PASSWORD_FILE": "f"}, "keep one"),
    ],
)
def test_a_setting_that_cannot_work_is_named(variables: dict[str, str], expected: str) -> None:
    with pytest.raises(InvalidSettings, match=re.escape(expected)):
        read(**variables)


def test_a_password_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_bytes(b"\xff")
    with pytest.raises(InvalidSettings, match="is not UTF-8"):
        read(NATS_USER="u", NATS_PASSWORD_FILE=str(file))


def test_a_domain_or_an_import_changes_the_subjects_of_the_api() -> None:
    assert read(NATS_DOMAIN="leaf").api == "$JS.leaf.API"
    assert read(NATS_API_PREFIX="other.API.>").api == "other.API"
