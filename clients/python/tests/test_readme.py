"""The examples of the documents, run as they are written."""

import ast
import asyncio
import inspect
import re
import types
from pathlib import Path

import pytest
from conftest import ROOT, Server

DOCUMENTS = [ROOT / "README.md", ROOT / "clients/python/README.md"]


def examples(document: Path) -> list[str]:
    return re.findall(r"```python\n(.*?)```", document.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
async def test_the_first_example_prints_the_mentions(
    document: Path, workers: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NATS_URL", workers.url)
    example = examples(document)[0]
    assert len(example.splitlines()) == 5
    code = compile(example, str(document), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    assert code.co_flags & inspect.CO_COROUTINE
    running = asyncio.ensure_future(types.FunctionType(code, {})())
    printed = ""
    # It goes on reading, as the document says. The first line is all that it publishes.
    while "\n" not in printed and not running.done():
        await asyncio.sleep(0.05)
        printed += capsys.readouterr().out
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert printed == "[('Lisbon', 'LOC'), ('June', 'DATE')]\n"


def test_every_example_is_valid() -> None:
    for example in examples(DOCUMENTS[1]):
        compile(example, "README.md", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
