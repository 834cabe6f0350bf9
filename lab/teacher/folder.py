"""Reads a model folder that `export.py` wrote back as a checkpoint, so that training can go on without the checkpoint it was made from.

The layers come back as the folder has them, in 8 bits, which is a change far below what training makes.
"""

import json
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import load_file

from export import published_name


def weights(found: dict[str, np.ndarray], name: str) -> torch.Tensor:
    """Returns a tensor of the network in floats."""
    if name == "segment":
        return torch.from_numpy(found["bert.embeddings.token_type_embeddings.weight"][0])
    stored = found[published_name(name)]
    scale = found.get(f"{published_name(name)}_scale")
    return torch.from_numpy(stored if scale is None else stored.astype(np.float32) * scale[:, None])


def subwords(folder: Path, base: dict) -> list[int]:
    """Returns the numbers, in the tokenizer of the base, of the subwords that the folder has."""
    numbers = {piece: number for number, (piece, _) in enumerate(base["model"]["vocab"])}
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    return [numbers[piece] for piece, _ in tokenizer["model"]["vocab"]]


def checkpoint(folder: Path, names: list[str]) -> dict:
    """Returns the checkpoint with the tensors `names`. It has no optimizer: a new run begins with it (`--start`)."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    found = load_file(folder / "model.safetensors")
    state = {name: weights(found, name) for name in names}
    return {"state": state, "layers": config["num_hidden_layers"], "seen": config["wiredesk_training"]["subwords seen"]}
