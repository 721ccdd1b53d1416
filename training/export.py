"""Packs a checkpoint as an ``.argosmodel``: CTranslate2 int8 weights, SentencePiece model, metadata, model card."""

from __future__ import annotations

import argparse
import json
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import sentencepiece
import torch
from ctranslate2.specs import common_spec, transformer_spec

from training.annotate import CLOSE, OPEN, SLOTS_PER_KIND
from training.network import Size

__all__ = ["Parts", "convert", "fill_specification", "pack_package"]

PACKAGE = "translate-ja_en"
BACKWARD = "backward"
"""The folder of a package with the weights from English to Japanese."""
EPOCH = (1980, 1, 1, 0, 0, 0)


def fill_specification(state: dict[str, np.ndarray], size: Size) -> transformer_spec.TransformerSpec:
    """The CTranslate2 specification that holds these weights."""
    spec = transformer_spec.TransformerSpec.from_config(
        (size.encoder_layers, size.decoder_layers), size.heads, pre_norm=True, activation=common_spec.Activation.RELU
    )

    def norm(target: common_spec.LayerNormSpec, name: str) -> None:
        target.gamma, target.beta = state[f"{name}.weight"], state[f"{name}.bias"]

    def linear(target: common_spec.LinearSpec, *names: str) -> None:
        target.weight = np.concatenate([state[f"{name}.weight"] for name in names])
        target.bias = np.concatenate([state[f"{name}.bias"] for name in names])

    for side, prefix in ((spec.encoder, "enc"), (spec.decoder, "dec")):
        for number, layer in enumerate(side.layer):
            own = f"{prefix}.{number}"
            norm(layer.self_attention.layer_norm, f"{own}.n1")
            linear(layer.self_attention.linear[0], f"{own}.sa.q", f"{own}.sa.kv")
            linear(layer.self_attention.linear[1], f"{own}.sa.o")
            if prefix == "dec":
                norm(layer.attention.layer_norm, f"{own}.n2")
                linear(layer.attention.linear[0], f"{own}.ca.q")
                linear(layer.attention.linear[1], f"{own}.ca.kv")
                linear(layer.attention.linear[2], f"{own}.ca.o")
            norm(layer.ffn.layer_norm, f"{own}.n3" if prefix == "dec" else f"{own}.n2")
            linear(layer.ffn.linear_0, f"{own}.ff.a")
            linear(layer.ffn.linear_1, f"{own}.ff.b")
        side.position_encodings.encodings, side.scale_embeddings = state["pe"], True
    norm(spec.encoder.layer_norm, "ne")
    norm(spec.decoder.layer_norm, "nd")
    embeddings = spec.encoder.embeddings
    (embeddings[0] if isinstance(embeddings, list) else embeddings).weight = state["emb.weight"]
    spec.decoder.embeddings.weight = spec.decoder.projection.weight = state["emb.weight"]
    spec.decoder.projection.bias = np.zeros(len(state["emb.weight"]), np.float32)
    return spec


def save_weights(spec: transformer_spec.TransformerSpec, vocabulary: Path, folder: Path) -> None:
    """Write ``model.bin`` and its vocabulary as int8 into `folder`."""
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    tokens = [pieces.id_to_piece(number) for number in range(pieces.vocab_size())]
    config = spec.config
    config.add_source_bos, config.add_source_eos = False, True
    config.bos_token, config.eos_token, config.unk_token = "<s>", "</s>", "<unk>"
    config.decoder_start_token = "<s>"
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))


def convert(checkpoint: Path, vocabulary: Path, folder: Path) -> None:
    """Write a checkpoint as CTranslate2 weights into `folder`."""
    state = torch.load(checkpoint, map_location="cpu")
    weights = {name: value.float().numpy() for name, value in state.items()}
    save_weights(fill_specification(weights, Size.of(state)), vocabulary, folder)


@dataclass(frozen=True, slots=True)
class Parts:
    """What goes into a package; `backward` is a checkpoint trained from English to Japanese."""

    checkpoint: Path
    vocabulary: Path
    card: Path
    backward: Path | None = None


def pack_package(parts: Parts, version: str, target: Path) -> None:
    """Write the whole package; the same checkpoints give the same bytes."""
    metadata: dict[str, Any] = {
        "package_version": version, "argos_version": "1.9", "from_code": "ja", "from_name": "Japanese",
        "to_code": "en", "to_name": "English",
        "briefgen": {
            "constraint_markers": [OPEN, CLOSE], "slot": "<{kind}{number}>", "slots_per_kind": SLOTS_PER_KIND,
            "card": "README.md", "ctranslate2": ctranslate2.__version__,
        },
    }  # fmt: skip
    if parts.backward:
        metadata["briefgen"]["backward"] = BACKWARD
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / PACKAGE
        convert(parts.checkpoint, parts.vocabulary, root / "model")
        if parts.backward:
            convert(parts.backward, parts.vocabulary, root / BACKWARD)
        (root / "sentencepiece.model").write_bytes(parts.vocabulary.read_bytes())
        (root / "metadata.json").write_text(json.dumps(metadata, indent=1), encoding="utf-8")
        (root / "README.md").write_bytes(parts.card.read_bytes())
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for path in sorted(p for p in root.rglob("*") if p.is_file()):
                member = zipfile.ZipInfo(f"{PACKAGE}/{path.relative_to(root).as_posix()}", EPOCH)
                member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                archive.writestr(member, path.read_bytes())


def main() -> None:
    """Pack one checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path, help="average.pt of a run")
    parser.add_argument("vocabulary", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--backward", type=Path, help="average.pt of a run with --backward, to read back with")
    parser.add_argument("--card", type=Path, default=Path("training/MODEL_CARD.md"))
    parser.add_argument("--version", default="1.0")
    options = parser.parse_args()
    parts = Parts(options.checkpoint, options.vocabulary, options.card, options.backward)
    pack_package(parts, options.version, options.target)


if __name__ == "__main__":
    main()
