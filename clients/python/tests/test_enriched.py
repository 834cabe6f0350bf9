"""Enriched articles as objects, in spaCy and in pandas."""

import json
from typing import Any

import pytest
from conftest import annotate
from spacy.tokens import Doc
from spacy.vocab import Vocab

from wiredesk import EnrichedArticle, InvalidEvent, InvalidSettings, to_pandas


@pytest.fixture(scope="module")
def articles(annotated: list[str]) -> list[EnrichedArticle]:
    return [EnrichedArticle.from_json(line) for line in annotated]


def test_every_span_slices_right(articles: list[EnrichedArticle]) -> None:
    mentions = [(article, mention) for article in articles for mention in article.mentions]
    assert len(mentions) > 300
    for article, mention in mentions:
        assert article.text(mention) == mention.text
    for article in articles:
        for block in article.blocks:
            for excerpt in (block.dateline.place, block.dateline.date, block.dateline.source) if block.dateline else ():
                assert excerpt is None or article.text(excerpt) == excerpt.text
        for sentence in article.sentences:
            block = article.blocks[sentence.block]
            assert sentence.field == block.field
            assert block.start <= sentence.start < sentence.end <= block.end
            assert article.text(sentence).strip()
        assert article.tokens is not None and all(article.text(token).strip() for token in article.tokens)


def test_the_summary_is_made_of_sentences(articles: list[EnrichedArticle]) -> None:
    for article in articles:
        assert article.summary is not None
        for index in article.summary.sentences:
            assert article.text(article.sentences[index]).split() == [
                word for word in article.text(article.sentences[index]).split() if word in article.summary.text
            ]


def test_an_entity_has_its_mentions(articles: list[EnrichedArticle]) -> None:
    for article in articles:
        for entity in article.entities:
            found = article.mentions_of(entity)
            assert len(found) == entity.mentions
            assert entity.type in {mention.type for mention in found}
    assert any(entity.links for article in articles for entity in article.entities)
    assert any(mention.value for article in articles for mention in article.mentions if mention.entity is None)


def test_nothing_of_the_wire_is_lost(articles: list[EnrichedArticle], annotated: list[str]) -> None:
    for article, line in zip(articles, annotated, strict=True):
        raw = json.loads(line)
        assert article.raw == raw
        assert {**article.article.to_json(), "revision": article.revision} == raw["article"]
        assert [entry.stage for entry in article.provenance] == ["detect", "segment", "tag", "summarize"]
        assert len(article.mentions) == len(raw["entities"]["mentions"])
        assert [keyword.text for keyword in article.summary.keywords] == [  # type: ignore[union-attr]
            keyword["text"] for keyword in raw["summary"]["keywords"]
        ]


def test_layers_that_are_missing_are_none_or_empty() -> None:
    article = EnrichedArticle.from_json({"article": {"id": "a", "revision": "1", "body": "It rains."}})
    assert (article.language, article.segments, article.tagged, article.summary) == (None,) * 4
    assert (article.blocks, article.sentences, article.mentions, article.entities) == ((),) * 4
    assert article.tokens is None
    assert article.to_spacy().text == "It rains."


def test_members_and_values_of_later_versions_are_accepted() -> None:
    event: dict[str, Any] = {
        "schema": "wiredesk.article/1",
        "article": {"id": "a", "revision": "1", "body": "Rain.", "huge": "1e400"},
        "entities": {
            "mentions": [{"start": 0, "end": 4, "text": "Rain", "type": "WEATHER", "score": 1, "new": []}],
            "entities": [],
        },
        "mood": "wet",
    }
    article = EnrichedArticle.from_json(json.dumps(event).replace('"1e400"', "1" * 5000))
    assert article.mentions[0].type == "WEATHER"
    assert article.raw["mood"] == "wet"
    assert article.article.other["huge"] == float("inf")


def test_a_sentence_of_an_early_version_takes_the_field_of_its_block() -> None:
    event = {
        "article": {"id": "a", "revision": "1", "headline": "Rain.", "body": "It pours."},
        "segments": {
            "blocks": [{"kind": "headline", "field": "headline", "start": 0, "end": 5}],
            "sentences": [{"start": 0, "end": 5, "block": 0}],
        },
    }
    article = EnrichedArticle.from_json(event)
    assert article.text(article.sentences[0]) == "Rain."


def test_the_doc_of_a_long_article_takes_linear_time() -> None:
    # Quadratic work on this text takes more than a minute.
    tokens = [{"start": 5 * index, "end": 5 * index + 4} for index in range(40_000)]
    event = {
        "article": {"id": "a", "revision": "1", "body": "rain " * len(tokens)},
        "segments": {"blocks": [], "sentences": [], "tokens": tokens},
    }
    assert len(EnrichedArticle.from_json(event).to_spacy()) == len(tokens)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (b"\xff", "not JSON"),
        ("{", "not JSON"),
        ("[]", "an event is an object"),
        ('{"schema": "wiredesk.article/2", "article": {}}', "the schema is 'wiredesk.article/2'"),
        ('{"offsets": "utf16", "article": {"id": "a", "revision": "1", "body": "b"}}', "do not count code points"),
        ('{"article": {"id": "a", "body": "b"}}', "lacks a member"),
        ('{"article": {"id": "a", "revision": "1", "body": 7}}', "lacks a member"),
        ('{"article": {"id": "a", "revision": "1", "body": null}}', "lacks a member"),
        ('{"article": {"id": "a", "revision": "1", "body": "b"}, "segments": {"blocks": 3}}', "lacks a member"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_what_is_not_an_event_is_refused(event: str | bytes, expected: str) -> None:
    with pytest.raises(InvalidEvent, match=expected):
        EnrichedArticle.from_json(event)


@pytest.mark.parametrize("flags", [["--tokens"], []])
def test_the_doc_is_that_of_the_spacy_format(flags: list[str]) -> None:
    expected = annotate("--output", "spacy", *flags)
    lines = annotate("--output", "jsonl", *flags)
    assert len(expected) == len(lines) > 20
    for line, written in zip(lines, expected, strict=True):
        ours = EnrichedArticle.from_json(line).to_spacy()
        theirs = Doc(Vocab()).from_json(json.loads(written))
        assert ours.text == theirs.text
        assert [token.text for token in ours] == [token.text for token in theirs]
        assert [(ent.text, ent.label_) for ent in ours.ents] == [(ent.text, ent.label_) for ent in theirs.ents]
        # `Doc.from_json` does not read these.
        assert [ent.kb_id_ for ent in ours.ents] == [ent.get("kb_id", "") for ent in json.loads(written)["ents"]]
        if theirs.has_annotation("SENT_START"):
            assert [span.text for span in ours.sents] == [span.text for span in theirs.sents]
        assert ours.user_data["wiredesk"]["id"] == json.loads(written)["article"]["id"]


def test_data_frames_have_a_row_for_each_part(articles: list[EnrichedArticle]) -> None:
    mentions = to_pandas(articles)
    assert len(mentions) == sum(len(article.mentions) for article in articles)
    bodies = {article.id: article for article in articles}
    for row in mentions.to_dict("records"):
        article = bodies[str(row["id"])].article
        text = article.body if row["field"] == "body" else article.headline or ""
        assert text[int(row["start"]) : int(row["end"])] == row["text"]
    assert len(to_pandas(articles, "articles")) == len(articles)
    sentences = to_pandas(articles, "sentences")
    assert len(sentences) == sum(len(article.sentences) for article in articles)
    assert sentences.in_summary.sum() == sum(len(a.summary.sentences) for a in articles if a.summary)
    entities = to_pandas(articles, "entities")
    assert (entities.mentions >= 1).all()
    assert articles[0].to_pandas("entities").equals(entities[entities.id == articles[0].id].reset_index(drop=True))


def test_a_data_frame_without_rows_has_the_same_columns(articles: list[EnrichedArticle]) -> None:
    for rows in ("articles", "mentions", "entities", "sentences"):
        empty, full = to_pandas([], rows), to_pandas(articles, rows)
        assert list(empty.columns) == list(full.columns)
        assert list(empty.dtypes) == list(full.dtypes)
    with pytest.raises(InvalidSettings, match="rows: 'tokens' is none of"):
        to_pandas([], "tokens")  # type: ignore[arg-type]
