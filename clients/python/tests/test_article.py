"""Articles as publishers make them."""

import json
import re
from typing import Any

import pytest
from conftest import Server
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from wiredesk import Article, InvalidArticle
from wiredesk._identity import compact


def test_only_the_body_is_required() -> None:
    article = Article(body="Rain in Oslo.")
    assert re.fullmatch("[0-9a-f]{32}", article.id)
    assert article.id.startswith(article.revision)
    assert article.to_json() == {"id": article.id, "body": "Rain in Oslo."}


def test_a_correction_keeps_the_id_and_changes_the_revision() -> None:
    first, second = Article(id="a", body="Rain."), Article(id="a", body="Snow.")
    assert first.id == second.id and first.revision != second.revision


def test_members_with_other_names_are_kept() -> None:
    sent = {"body": "Rain.", "desk": {"name": "weather", "rank": 1.5}, "headline": None, "revision": "ignored"}
    article = Article.from_json(sent)
    assert article.other == {"desk": {"name": "weather", "rank": 1.5}}
    assert article.to_json() == {"id": article.id, "body": "Rain.", "desk": {"name": "weather", "rank": 1.5}}


def nested(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({}, "body: missing"),
        ({"body": None}, "body: missing"),
        ({"body": " \n\u2029"}, "body: it has no visible text"),
        ({"body": 7}, "body: expected a string, found a int"),
        ({"body": "Rain.", "headline": ["Secret"]}, "headline: expected a string, found a list"),
        ({"body": "Rain.", "id": "å" * 257}, "id: longer than 512 bytes"),
        ({"body": "Rain \ud800."}, "body: not valid Unicode"),
        ({"body": "Rain.", "price": float("nan")}, "price: JSON has no infinite numbers"),
        ({"body": "Rain.", "when": {1, 2}}, "when: JSON cannot hold a set"),
        ({"body": "Rain.", "by": {7: "Secret"}}, "by: the names of members must be strings"),
        ({"body": "Rain.", "deep": nested(64)}, "deep: nested more than 63 levels deep"),
    ],
)
def test_what_can_never_be_processed_is_refused(members: dict[str, Any], expected: str) -> None:
    with pytest.raises(InvalidArticle, match=f"^{re.escape(expected)}") as raised:
        Article.from_json(members)
    assert "Secret" not in str(raised.value)


def test_what_is_not_an_object_is_refused() -> None:
    with pytest.raises(InvalidArticle, match="not a str"):
        Article.from_json("Rain.")  # type: ignore[arg-type]
    with pytest.raises(InvalidArticle, match="url: set the field"):
        Article(body="Rain.", other={"url": "https://example.org"})
    with pytest.raises(InvalidArticle, match="names of members"):
        Article(body="Rain.", other={1: "x"})  # type: ignore[dict-item]
    with pytest.raises(InvalidArticle, match="n: an integer of more than 4000 digits"):
        Article(body="Rain.", other={"n": [10**5000]})


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
numbers = st.one_of(
    st.integers(-(10**25), 10**25),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(
        [1e16, 1e15, 12345e-9, 1.5e-5, -1e-5, 1e-4, 5e-324, 1e308, -0.0, 2**63, 2**64, -(2**63) - 1, 10**400]
    ),
)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
articles = st.builds(
    lambda members, other, body: {**{f"x{name}": value for name, value in other.items()}, **members, "body": body},
    st.fixed_dictionaries({}, optional={name: texts for name in ("id", "headline", "source", "language")}),
    st.dictionaries(texts, values, max_size=3),
    texts.map(lambda text: f"Rain {text}."),
)


# Shrinking would run the program hundreds of times.
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(articles, min_size=40, max_size=120))
def test_ids_and_revisions_are_those_that_wiredesk_derives(pipeline: Server, sent: list[dict[str, Any]]) -> None:
    lines = "\n".join(map(compact, sent))
    printed = pipeline.wiredesk("publish", "--json", "-", stdin=lines)
    stored = [json.loads(line) for line in printed.split("\n") if line]
    for members, found in zip(sent, stored, strict=True):
        ours = Article.from_json(members)
        assert found.get("revision") == ours.revision, (members, found)
        assert found["id"] == ours.id
