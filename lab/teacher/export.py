"""The weight file that `shared/encoder` reads: 8-bit weights with a scale a row, in the layout of safetensors."""

import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file

from corpus import CHUNK, LABELS


def quantized(weight: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Each row in whole numbers from -127 to 127, and what one of them is worth."""
    scale = weight.abs().amax(1).clamp(min=1e-8) / 127
    return (weight / scale[:, None]).round().to(torch.int8).numpy(), scale.numpy().astype(np.float32)


def tensors(model) -> dict[str, np.ndarray]:
    state = {name: value.detach().float() for name, value in model.state_dict().items()}
    found = {}
    for name, value in state.items():
        if name in ("segment", "shape.weight", "position.weight"):
            continue
        if value.ndim == 2:
            found[name], found[name.replace(".weight", ".scale")] = quantized(value)
        else:
            found[name] = value.numpy()
    # The one segment is part of every position; training saw no position beyond its chunks.
    found["position.weight"] = (state["position.weight"] + state["segment"])[:CHUNK].numpy()
    found["shape.weight"] = state["shape.weight"].numpy()
    return found


def rounded(model):
    """The model with its weights as the file has them: what the reference logits are computed with."""
    state = model.state_dict()
    for name, value in state.items():
        if value.ndim == 2 and name not in ("shape.weight", "position.weight"):
            whole, scale = quantized(value.float())
            state[name] = torch.from_numpy(whole.astype(np.float32) * scale[:, None])
    model.load_state_dict(state)
    return model


def write(model, vocabulary: list[str], name: str, path: Path, about: dict):
    found = tensors(model)
    found["vocabulary"] = np.frombuffer(("\n".join(vocabulary) + "\n").encode(), np.uint8)
    layer = model.layers[0]
    settings = {
        "name": name,
        "labels": LABELS,
        "layers": len(model.layers),
        "hidden": layer.mix.out_features,
        "inner": layer.widen.out_features,
        "heads": layer.heads,
        "epsilon": layer.mix_norm.eps,
        "about": about,
    }
    metadata = {key: json.dumps(value) for key, value in settings.items()}
    save_file({key: np.ascontiguousarray(value) for key, value in found.items()}, path, metadata=metadata)
    data = path.read_bytes()
    print(f"{path}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")
