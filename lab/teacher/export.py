"""Writes a model folder in Hugging Face layout, with 8-bit weights, as `shared/encoder` reads it."""

import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file

from corpus import CHUNK, LABELS
from model import LAYER_TENSORS, TENSORS

# Not quantized: the tables are small, and every input adds a row of each.
FLOAT_TABLES = ("word_shapes.weight", "positions.weight")


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


def tensors(model) -> dict[str, np.ndarray]:
    found = {}
    for name, value in model.state_dict().items():
        value = value.detach().float()
        if name == "segment":
            found["bert.embeddings.token_type_embeddings.weight"] = value[None].numpy()
        elif value.ndim == 2 and name not in FLOAT_TABLES:
            weight = published_name(name)
            found[weight], found[f"{weight}_scale"] = quantized(value)
        else:
            found[published_name(name)] = value.numpy()
    # Training saw no position beyond its chunks.
    positions = published_name("positions.weight")
    found[positions] = found[positions][:CHUNK]
    return found


def rounded(model):
    """Rounds the model's weights as in the file. The reference logits are computed with these."""
    state = model.state_dict()
    for name, value in state.items():
        if value.ndim == 2 and name not in FLOAT_TABLES:
            whole, scale = quantized(value.float())
            state[name] = torch.from_numpy(whole.astype(np.float32) * scale[:, None])
    model.load_state_dict(state)
    return model


def config(model, vocabulary: list[str], name: str, training: dict) -> dict:
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
        "pad_token_id": vocabulary.index("[PAD]"),
        "type_vocab_size": 1,
        "vocab_size": len(vocabulary),
        # How the model differs from published ones. `shared/encoder/src/config.rs` documents the members.
        "wiredesk": {
            "name": name,
            "word_shapes": True,
            "separate_words": True,
            "context": 0,
            "subwords_per_word": 24,
        },
        "wiredesk_training": training,
    }


def tokenizer(vocabulary: list[str]) -> dict:
    index = {piece: number for number, piece in enumerate(vocabulary)}
    special = [piece for piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]") if piece in index]
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [{"id": index[piece], "content": piece, **flags} for piece in special],
        "normalizer": {
            "type": "BertNormalizer",
            "clean_text": True,
            "handle_chinese_chars": True,
            "strip_accents": None,
            "lowercase": True,
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "BertProcessing",
            "sep": ["[SEP]", index["[SEP]"]],
            "cls": ["[CLS]", index["[CLS]"]],
        },
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": index,
        },
    }


def write(model, vocabulary: list[str], name: str, folder: Path, training: dict):
    """Writes the folder. `name` is what provenance shows, `training` what the model was made from."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in [
        ("config.json", config(model, vocabulary, name, training)),
        ("tokenizer.json", tokenizer(vocabulary)),
    ]:
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        (folder / file).write_text(text, encoding="utf-8")
    weights = {key: np.ascontiguousarray(value) for key, value in tensors(model).items()}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    for file in ("config.json", "tokenizer.json", "model.safetensors"):
        data = (folder / file).read_bytes()
        print(f"{folder / file}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")
