"""Writes a model folder in Hugging Face layout, with 8-bit weights, as `shared/encoder` reads it."""

import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file

from corpus import CHUNK, LABELS
from model import LAYER_TENSORS, TENSORS

# Not quantized: the table is small, and every input adds a row of it.
FLOAT_TABLES = ("positions.weight",)
ROWS = "subwords.weight"


def quantized(weight: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Returns each row as whole numbers from -127 to 127, and the scale of each row."""
    scale = weight.abs().amax(1).clamp(min=1e-8) / 127
    return (weight / scale[:, None]).round().to(torch.int8).numpy(), scale.numpy().astype(np.float32)


def published_name(name: str) -> str:
    """Returns the name that BERT's published folders have for one of our tensors."""
    *path, kind = name.split(".")
    if path[0] == "layers":
        return f"bert.encoder.layer.{path[1]}.{LAYER_TENSORS[path[2]]}.{kind}"
    return f"{TENSORS[path[0]]}.{kind}"


def tensors(model, rows: np.ndarray) -> dict[str, np.ndarray]:
    """Returns the tensors of the file. `rows` are the blocks of the subword embeddings, which training left as they are."""
    found = {}
    for name, value in model.state_dict().items():
        value = value.detach().float()
        if name == "segment":
            found["bert.embeddings.token_type_embeddings.weight"] = value[None].numpy()
        elif name == ROWS:
            found[published_name(name)] = rows
        elif value.ndim == 2 and name not in FLOAT_TABLES:
            weight = published_name(name)
            found[weight], found[f"{weight}_scale"] = quantized(value)
        else:
            found[published_name(name)] = value.numpy()
    return found


def rounded(model):
    """Rounds the model's weights as in the file. The reference logits are computed with these."""
    state = model.state_dict()
    for name, value in state.items():
        if value.ndim == 2 and name != ROWS and name not in FLOAT_TABLES:
            whole, scale = quantized(value.float())
            state[name] = torch.from_numpy(whole.astype(np.float32) * scale[:, None])
    model.load_state_dict(state)
    return model


def config(model, tokenizer: dict, name: str, languages: list[str], training: dict) -> dict:
    layer = model.layers[0]
    return {
        "architectures": ["BertForTokenClassification"],
        "model_type": "bert",
        "hidden_act": "gelu",
        "hidden_size": layer.attention_output.out_features,
        "id2label": {str(number): label for number, label in enumerate(LABELS)},
        "intermediate_size": layer.feed_forward_up.out_features,
        "label2id": {label: number for number, label in enumerate(LABELS)},
        "layer_norm_eps": layer.attention_norm.eps,
        "max_position_embeddings": CHUNK,
        "num_attention_heads": layer.heads,
        "num_hidden_layers": len(model.layers),
        "pad_token_id": 1,
        "type_vocab_size": 1,
        "vocab_size": len(tokenizer["model"]["vocab"]),
        # How the model differs from published ones. `shared/encoder/src/config.rs` documents the members.
        "wiredesk": {
            "name": name,
            "runs": True,
            "languages": languages,
            "context": 0,
            "subwords_per_word": 24,
        },
        "wiredesk_training": training,
    }


def write(model, rows: np.ndarray, tokenizer: dict, name: str, languages: list[str], folder: Path, training: dict):
    """Writes the folder. `name` is what provenance shows, `training` what the model was made from."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = json.dumps(config(model, tokenizer, name, languages, training), indent=2, ensure_ascii=False)
    (folder / "config.json").write_text(settings + "\n", encoding="utf-8")
    (folder / "tokenizer.json").write_text(compact(tokenizer), encoding="utf-8")
    weights = {key: np.ascontiguousarray(value) for key, value in tensors(model, rows).items()}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    for file in ("config.json", "tokenizer.json", "model.safetensors"):
        data = (folder / file).read_bytes()
        print(f"{folder / file}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


def with_short_scores(tokenizer: dict) -> dict:
    """Rounds the scores to four decimals, which make the file a third smaller and divide words as before."""
    model = tokenizer["model"]
    return {**tokenizer, "model": {**model, "vocab": [[piece, round(score, 4)] for piece, score in model["vocab"]]}}


def compact(tokenizer: dict) -> str:
    """Returns the tokenizer as JSON with a subword a line."""
    model = tokenizer["model"]
    subwords = ",\n".join(json.dumps(pair, ensure_ascii=False, separators=(",", ":")) for pair in model["vocab"])
    text = json.dumps({**tokenizer, "model": {**model, "vocab": "VOCABULARY"}}, ensure_ascii=False, separators=(",", ":"))
    return text.replace('"VOCABULARY"', f"[\n{subwords}\n]") + "\n"
