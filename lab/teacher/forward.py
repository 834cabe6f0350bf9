"""The base network in numpy, for work that needs no training and so no PyTorch."""

import numpy as np

from base import Base


def normalized(x: np.ndarray, weight: np.ndarray, bias: np.ndarray, epsilon: float) -> np.ndarray:
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + epsilon) * weight + bias


def gelu(x: np.ndarray) -> np.ndarray:
    """The approximation with tanh, which differs by less than a thousandth from the exact function."""
    return 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))


def softmax(x: np.ndarray) -> np.ndarray:
    x = np.exp(x - x.max(-1, keepdims=True))
    return x / x.sum(-1, keepdims=True)


class Network:
    """Computes the last layer for inputs of one length."""

    def __init__(self, base: Base):
        self.base = base
        matrices = {name: value for name, value in base.tensors.items() if name.endswith(".w") and value.ndim == 2}
        self.matrices = {name: np.ascontiguousarray(value.T) for name, value in matrices.items()}
        self.layers = sum(name.endswith(".q.w") for name in base.tensors)

    def linear(self, x: np.ndarray, name: str) -> np.ndarray:
        return x @ self.matrices[f"{name}.w"] + self.base.tensors[f"{name}.b"]

    def norm(self, x: np.ndarray, name: str) -> np.ndarray:
        return normalized(x, self.base.tensors[f"{name}.w"], self.base.tensors[f"{name}.b"], self.base.epsilon)

    def attention(self, x: np.ndarray, layer: str, shape: tuple[int, int]) -> np.ndarray:
        rows, width = shape
        heads, size = self.base.heads, self.base.hidden // self.base.heads

        def split(name: str) -> np.ndarray:
            return self.linear(x, f"{layer}.{name}").reshape(rows, width, heads, size).transpose(0, 2, 1, 3)

        shares = softmax(split("q") @ split("k").transpose(0, 1, 3, 2) * size**-0.5)
        return (shares @ split("v")).transpose(0, 2, 1, 3).reshape(rows * width, self.base.hidden)

    def __call__(self, embeddings: np.ndarray) -> np.ndarray:
        """`embeddings` and the result are rows x length x hidden."""
        rows, width, hidden = embeddings.shape
        tensors = self.base.tensors
        x = embeddings + tensors["emb.pos"][:width] + tensors["emb.type"][0]
        x = self.norm(x, "emb.ln").reshape(-1, hidden).astype(np.float32)
        for layer in (f"l{number}" for number in range(self.layers)):
            x = self.norm(x + self.linear(self.attention(x, layer, (rows, width)), f"{layer}.ao"), f"{layer}.aln")
            x = self.norm(x + self.linear(gelu(self.linear(x, f"{layer}.fi")), f"{layer}.fo"), f"{layer}.oln")
        return x.reshape(rows, width, hidden)
