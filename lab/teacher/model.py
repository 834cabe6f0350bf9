"""The encoder: BERT's layers as all-MiniLM-L6-v2 has them, with an embedding of word shape added."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from corpus import LABELS
from pieces import SHAPES


def dropped(x, share: float):
    """Dropout of whole features in a chunk: drawing for each position would cost a fifth of the training's time."""
    if share == 0.0:
        return x
    kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= share
    return x * (kept / (1 - share)).to(x.dtype)


def attend(query, key, value, mask):
    """Spelled out, since the backward pass of torch's fused form takes four times as long on a CPU."""
    scores = query @ key.transpose(-1, -2) * query.shape[-1] ** -0.5
    if mask is not None:
        scores = scores + mask.to(scores.dtype)
    return scores.softmax(-1) @ value


class Layer(nn.Module):
    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(hidden, hidden) for _ in range(3))
        self.mix = nn.Linear(hidden, hidden)
        self.mix_norm = nn.LayerNorm(hidden, eps=epsilon)
        self.widen = nn.Linear(hidden, inner)
        self.narrow = nn.Linear(inner, hidden)
        self.narrow_norm = nn.LayerNorm(hidden, eps=epsilon)

    def forward(self, x, mask, drop: float):
        rows, width, hidden = x.shape

        def split(y):
            return y.view(rows, width, self.heads, hidden // self.heads).transpose(1, 2)

        attended = attend(split(self.query(x)), split(self.key(x)), split(self.value(x)), mask)
        attended = self.mix(attended.transpose(1, 2).reshape(rows, width, hidden))
        x = self.mix_norm(x + dropped(attended, drop))
        inner = self.narrow(F.gelu(self.widen(x)))
        return self.narrow_norm(x + dropped(inner, drop))


class Encoder(nn.Module):
    """Logits of each label at each piece."""

    def __init__(self, vocabulary=30522, hidden=384, heads=12, inner=1536, layers=6, positions=512, epsilon=1e-12):
        super().__init__()
        self.drop = 0.1
        self.piece = nn.Embedding(vocabulary, hidden)
        self.position = nn.Embedding(positions, hidden)
        self.segment = nn.Parameter(torch.zeros(hidden))  # BERT's token type 0, the only one used
        self.shape = nn.Embedding(len(SHAPES), hidden)
        self.norm = nn.LayerNorm(hidden, eps=epsilon)
        self.layers = nn.ModuleList(Layer(hidden, heads, inner, epsilon) for _ in range(layers))
        self.label = nn.Linear(hidden, len(LABELS))

    def forward(self, pieces, shapes, real):
        drop = self.drop if self.training else 0.0
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.piece(pieces) + self.position(positions) + self.segment + self.shape(shapes)
        x = dropped(self.norm(x), drop)
        # Without padding there is nothing to mask, and attention is faster.
        mask = None if bool(real.all()) else (~real)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask, drop)
        return self.label(x)


# Our names beside those of the base weights.
IN_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mix": "attention.output.dense",
    "mix_norm": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "narrow_norm": "output.LayerNorm",
}


def from_base(folder: Path, layers: int = 6) -> Encoder:
    """An encoder with the base weights; shapes begin near nothing, labels at random."""
    config = json.loads((folder / "config.json").read_text())
    model = Encoder(
        config["vocab_size"], config["hidden_size"], config["num_attention_heads"], config["intermediate_size"],
        layers, config["max_position_embeddings"], config["layer_norm_eps"],
    )
    base = load_file(folder / "model.safetensors")
    state = {
        "piece.weight": base["embeddings.word_embeddings.weight"],
        "position.weight": base["embeddings.position_embeddings.weight"],
        "segment": base["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": base["embeddings.LayerNorm.weight"],
        "norm.bias": base["embeddings.LayerNorm.bias"],
    }
    for index in range(layers):
        for ours, theirs in IN_LAYER.items():
            for part in ("weight", "bias"):
                state[f"layers.{index}.{ours}.{part}"] = base[f"encoder.layer.{index}.{theirs}.{part}"]
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert set(missing) == {"shape.weight", "label.weight", "label.bias"} and not unexpected, (missing, unexpected)
    nn.init.normal_(model.shape.weight, std=0.01)
    nn.init.normal_(model.label.weight, std=0.02)
    nn.init.zeros_(model.label.bias)
    return model


def vocabulary(folder: Path) -> list[str]:
    return (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
