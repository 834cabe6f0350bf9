"""Reads the pages of this folder with trafilatura, for `cargo lab eval pages --extracted FILE`.

    python3 -m venv /tmp/trafilatura && /tmp/trafilatura/bin/pip install trafilatura lxml_html_clean
    /tmp/trafilatura/bin/python lab/pages/with_trafilatura.py > /tmp/trafilatura.jsonl
"""

import json
import pathlib
from importlib.metadata import version

import trafilatura


def page_bytes(path: pathlib.Path) -> bytes:
    """Returns the bytes of a page, without the marks of its main text."""
    head, page = path.read_text(encoding="utf-8").split("\n\n", 1)
    values = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    encoding = values.get("encoding", "utf-8").replace("shift_jis", "cp932")
    return page.replace("⟦", "").replace("⟧", "").encode(encoding, "xmlcharrefreplace")


for path in sorted(pathlib.Path(__file__).parent.glob("*.page")):
    found = trafilatura.bare_extraction(page_bytes(path), with_metadata=True, include_comments=False)
    found = found.as_dict() if found else {}
    print(json.dumps({
        "program": f"trafilatura {version('trafilatura')}",
        "name": path.stem,
        "body": found.get("text"),
        "headline": found.get("title"),
        "byline": found.get("author"),
        "published_at": found.get("date"),
    }, ensure_ascii=False))
