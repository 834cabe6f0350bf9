"""The network: BERT as in all-MiniLM-L6-v2, plus an embedding of the word shape."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from corpus import LABELS
from pieces import SHAPES


def dropped(x, share: float):
    """Drops whole features of a chunk. Drawing for each position would cost a fifth of the training time."""
    if share == 0.0:
        return x
    kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= share
    return x * (kept / (1 - share)).to(x.dtype)


def attend(query, key, value, mask):
    """Scaled dot-product attention, spelled out: the backward pass of torch's fused form takes four times as long on a CPU."""
    scores = query @ key.transpose(-1, -2) * query.shape[-1] ** -0.5
    if mask is not None:
        scores = scores + mask.to(scores.dtype)
    return scores.softmax(-1) @ value


class Layer(nn.Module):
    def __init__(self, hidden: int, heads: int, intermediate: int, epsilon: float):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(hidden, hidden) for _ in range(3))
        self.attention_output = nn.Linear(hidden, hidden)
        self.attention_norm = nn.LayerNorm(hidden, eps=epsilon)
        self.feed_forward_up = nn.Linear(hidden, intermediate)
        self.feed_forward_down = nn.Linear(intermediate, hidden)
        self.output_norm = nn.LayerNorm(hidden, eps=epsilon)

    def forward(self, x, mask, drop: float):
        rows, width, hidden = x.shape

        def split(y):
            return y.view(rows, width, self.heads, hidden // self.heads).transpose(1, 2)

        context = attend(split(self.query(x)), split(self.key(x)), split(self.value(x)), mask)
        attended = self.attention_output(context.transpose(1, 2).reshape(rows, width, hidden))
        x = self.attention_norm(x + dropped(attended, drop))
        output = self.feed_forward_down(F.gelu(self.feed_forward_up(x)))
        return self.output_norm(x + dropped(output, drop))


class Encoder(nn.Module):
    """Computes the logits of each label at each subword."""

    def __init__(self, vocabulary=30522, hidden=384, heads=12, intermediate=1536, layers=6, positions=512, epsilon=1e-12):
        super().__init__()
        self.drop = 0.1
        self.subwords = nn.Embedding(vocabulary, hidden)
        self.positions = nn.Embedding(positions, hidden)
        self.segment = nn.Parameter(torch.zeros(hidden))  # BERT's token type 0, the only one used
        self.word_shapes = nn.Embedding(len(SHAPES), hidden)
        self.norm = nn.LayerNorm(hidden, eps=epsilon)
        self.layers = nn.ModuleList(Layer(hidden, heads, intermediate, epsilon) for _ in range(layers))
        self.classifier = nn.Linear(hidden, len(LABELS))

    def forward(self, pieces, shapes, real):
        drop = self.drop if self.training else 0.0
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.subwords(pieces) + self.positions(positions) + self.segment + self.word_shapes(shapes)
        x = dropped(self.norm(x), drop)
        # Without padding no mask is needed, and attention is faster.
        mask = None if bool(real.all()) else (~real)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask, drop)
        return self.classifier(x)


# The names that BERT's published folders have for our tensors.
LAYER_TENSORS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attention_output": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "feed_forward_up": "intermediate.dense",
    "feed_forward_down": "output.dense",
    "output_norm": "output.LayerNorm",
}
TENSORS = {
    "subwords": "bert.embeddings.word_embeddings",
    "positions": "bert.embeddings.position_embeddings",
    "word_shapes": "bert.embeddings.word_shape_embeddings",
    "norm": "bert.embeddings.LayerNorm",
    "classifier": "classifier",
}


def from_base(folder: Path, layers: int = 6) -> Encoder:
    """Creates an encoder with the base weights. Word shapes start near zero, the classifier at random."""
    config = json.loads((folder / "config.json").read_text())
    model = Encoder(
        config["vocab_size"], config["hidden_size"], config["num_attention_heads"], config["intermediate_size"],
        layers, config["max_position_embeddings"], config["layer_norm_eps"],
    )
    base = load_file(folder / "model.safetensors")
    state = {
        "subwords.weight": base["embeddings.word_embeddings.weight"],
        "positions.weight": base["embeddings.position_embeddings.weight"],
        "segment": base["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": base["embeddings.LayerNorm.weight"],
        "norm.bias": base["embeddings.LayerNorm.bias"],
    }
    for index in range(layers):
        for ours, theirs in LAYER_TENSORS.items():
            for part in ("weight", "bias"):
                state[f"layers.{index}.{ours}.{part}"] = base[f"encoder.layer.{index}.{theirs}.{part}"]
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert set(missing) == {"word_shapes.weight", "classifier.weight", "classifier.bias"} and not unexpected, (missing, unexpected)
    nn.init.normal_(model.word_shapes.weight, std=0.01)
    nn.init.normal_(model.classifier.weight, std=0.02)
    nn.init.zeros_(model.classifier.bias)
    return model


def vocabulary(folder: Path) -> list[str]:
    return (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
