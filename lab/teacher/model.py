"""The network: BERT as in multilingual-e5-small, with a row for each subword that the vocabulary keeps."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from base import Base, floats
from corpus import CHUNK, LABELS


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
    """Computes the logits of each label at each subword. The rows of the subwords are frozen, because the file has them in 4 bits."""

    def __init__(self, vocabulary: int, hidden=384, heads=12, intermediate=1536, layers=12, positions=CHUNK, epsilon=1e-12):
        super().__init__()
        self.drop = 0.1
        self.brief = False
        self.subwords = nn.Embedding(vocabulary, hidden)
        self.subwords.weight.requires_grad = False
        self.positions = nn.Embedding(positions, hidden)
        self.segment = nn.Parameter(torch.zeros(hidden))  # BERT's token type 0, the only one used
        self.norm = nn.LayerNorm(hidden, eps=epsilon)
        self.layers = nn.ModuleList(Layer(hidden, heads, intermediate, epsilon) for _ in range(layers))
        self.classifier = nn.Linear(hidden, len(LABELS))

    def forward(self, pieces, real):
        drop = self.drop if self.training else 0.0
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.subwords(pieces) + self.positions(positions) + self.segment
        x = dropped(self.norm(x), drop)
        # Without padding no mask is needed, and attention is faster.
        mask = None if bool(real.all()) else (~real)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask, drop)
        return self.classifier(x)

    def freeze(self, layers: int):
        """Freezes the lowest layers and the input."""
        frozen = [self.positions, self.norm, *self.layers[:layers]] if layers else []
        for module in frozen:
            module.requires_grad_(False)
        if layers:
            self.segment.requires_grad = False


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
    "norm": "bert.embeddings.LayerNorm",
    "classifier": "classifier",
}


BASE_TENSORS = {
    "query": "q", "key": "k", "value": "v", "attention_output": "ao", "attention_norm": "aln",
    "feed_forward_up": "fi", "feed_forward_down": "fo", "output_norm": "oln",
}


def from_base(base: Base, kept: np.ndarray, layers: int = 12) -> Encoder:
    """Creates an encoder with the base weights and the rows `kept`. The classifier starts at random."""
    model = Encoder(len(kept), base.hidden, base.heads, base.intermediate, layers, CHUNK, base.epsilon)
    state = {
        "subwords.weight": floats(base.rows[kept]),
        "positions.weight": base.tensors["emb.pos"][:CHUNK],
        "segment": base.tensors["emb.type"][0],
        "norm.weight": base.tensors["emb.ln.w"],
        "norm.bias": base.tensors["emb.ln.b"],
    }
    for index in range(layers):
        for ours, theirs in BASE_TENSORS.items():
            for part in ("weight", "bias"):
                state[f"layers.{index}.{ours}.{part}"] = base.tensors[f"l{index}.{theirs}.{part[0]}"]
    missing, unexpected = model.load_state_dict({name: torch.from_numpy(value) for name, value in state.items()}, strict=False)
    assert set(missing) == {"classifier.weight", "classifier.bias"} and not unexpected, (missing, unexpected)
    nn.init.normal_(model.classifier.weight, std=0.02)
    nn.init.zeros_(model.classifier.bias)
    return model
