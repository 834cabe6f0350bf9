"""The files of `wiredesk sink parquet`, read by pandas."""

import json
import subprocess
from pathlib import Path

import pandas
from conftest import WIREDESK, Server, wait_for

import wiredesk


def events(server: Server, folder: Path, articles: list[str]) -> list[wiredesk.EnrichedArticle]:
    """Publishes articles to a running pipeline, and returns the results when the sink has written them."""
    server.wiredesk("publish", "--input", "jsonl", "-", stdin="\n".join(articles))
    sink = [str(WIREDESK), "sink", "parquet", str(folder), "--batch-time", "50ms", "--file-time", "1s"]
    running = subprocess.Popen(sink, env=server.environment, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: rows(folder) == len(articles))
    finally:
        running.terminate()
        running.wait()
    # Not `splitlines`, which also splits at characters that may stand in a JSON string.
    lines = server.wiredesk("results", "--output", "jsonl").split("\n")
    return [wiredesk.EnrichedArticle.from_json(line) for line in lines if line]


def rows(folder: Path) -> int:
    files = list(folder.glob("articles/*.parquet"))
    return sum(len(pandas.read_parquet(file)) for file in files)


def test_pandas_reads_what_the_stages_found(workers: Server, tmp_path: Path, annotated: list[str]) -> None:
    folder = tmp_path / "archive"
    articles = [json.dumps(json.loads(line)["article"]) for line in annotated]
    results = events(workers, folder, articles)
    assert len(results) == len(articles)
    table = pandas.read_parquet(folder / "articles").set_index("id")
    assert set(table.index) == {result.id for result in results}
    for result in results:
        row = table.loc[result.id]
        assert (row.body, row.revision) == (result.article.body, result.revision)
        assert row.language == (result.language.tag if result.language else None)
        assert row.summary == (result.summary.text if result.summary else None)
        assert row.stored_at.tzinfo is not None
    mentions = pandas.read_parquet(folder / "mentions")
    assert len(mentions) == sum(len(result.mentions) for result in results) > 0
    joined = mentions.merge(table.reset_index(), left_on=["article_id", "stored_at"], right_on=["id", "stored_at"])
    for mention in joined.to_dict("records"):
        field: str = mention[mention["field"]]
        assert field[mention["start_offset"] : mention["end_offset"]] == mention["text"]
    entities = pandas.read_parquet(folder / "entities")
    assert len(entities) == sum(len(result.entities) for result in results)
    assert all(isinstance(json.loads(links), dict) for links in entities.links)
    layers = pandas.read_parquet(folder / "layers")
    assert {"language", "segments", "entities", "summary", "provenance"} <= set(layers.layer)
    assert all(json.loads(content) is not None for content in layers.content)
