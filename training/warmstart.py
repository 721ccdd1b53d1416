"""Reads the int8 weights of an `.argosmodel` by `training.export` back into a checkpoint to start a new run from."""

from __future__ import annotations

import argparse
import re
import struct
import zipfile
from pathlib import Path

import numpy as np
import torch

from training.export import BACKWARD
from training.network import Size, Transformer

__all__ = ["read_weights", "size_of", "to_state"]

_TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16, 5: np.uint16}


def read_weights(content: bytes) -> dict[str, np.ndarray]:
    """The variables of a CTranslate2 ``model.bin`` (binary version 6), aliases resolved."""
    at = 0

    def number(form: str) -> int:
        nonlocal at
        value: int = struct.unpack_from("<" + form, content, at)[0]
        at += struct.calcsize(form)
        return value

    def text() -> str:
        nonlocal at
        size = number("H")
        at += size
        return content[at - size : at - 1].decode()

    number("I"), text(), number("I")
    variables: dict[str, np.ndarray] = {}
    for _ in range(number("I")):
        name = text()
        shape = [number("I") for _ in range(number("B"))]
        kind, size = np.dtype(_TYPES[number("B")]), number("I")
        variables[name] = np.frombuffer(content, kind, size // kind.itemsize, at).reshape(shape)
        at += size
    for _ in range(number("I")):
        alias = text()
        variables[alias] = variables[text()]
    return variables


def size_of(variables: dict[str, np.ndarray]) -> Size:
    """The dimensions of these weights; heads are 64 wide, as in the default."""
    vocabulary, width = variables["decoder/embeddings/weight"].shape
    encoder, decoder = (
        sum(re.fullmatch(rf"{side}/layer_\d+/ffn/layer_norm/beta", name) is not None for name in variables)
        for side in ("encoder", "decoder")
    )
    inner = len(variables["encoder/layer_0/ffn/linear_0/bias"])
    return Size(vocabulary, width, width // 64, inner, encoder, decoder)


def to_state(variables: dict[str, np.ndarray]) -> dict[str, torch.Tensor]:
    """A state dict of these weights; positions, which the file may lack, are worked out anew."""
    size = size_of(variables)
    state = Transformer(size).state_dict()

    def dense(name: str) -> torch.Tensor:
        weight = variables[f"{name}/weight"].astype(np.float32)
        scale = variables.get(f"{name}/weight_scale")
        return torch.from_numpy(weight if scale is None else weight / scale[:, None])

    def put(theirs: str, *ours: str) -> None:
        weight, bias = dense(theirs), torch.from_numpy(variables[f"{theirs}/bias"].copy())
        at = 0
        for name in ours:
            rows = state[f"{name}.weight"].shape[0]
            state[f"{name}.weight"], state[f"{name}.bias"] = weight[at : at + rows], bias[at : at + rows]
            at += rows

    def norm(theirs: str, ours: str) -> None:
        state[f"{ours}.weight"] = torch.from_numpy(variables[f"{theirs}/gamma"].copy())
        state[f"{ours}.bias"] = torch.from_numpy(variables[f"{theirs}/beta"].copy())

    for side, prefix, count in (("encoder", "enc", size.encoder_layers), ("decoder", "dec", size.decoder_layers)):
        for i in range(count):
            layer, own = f"{side}/layer_{i}", f"{prefix}.{i}"
            put(f"{layer}/self_attention/linear_0", f"{own}.sa.q", f"{own}.sa.kv")
            put(f"{layer}/self_attention/linear_1", f"{own}.sa.o")
            norm(f"{layer}/self_attention/layer_norm", f"{own}.n1")
            last = "n2"
            if side == "decoder":
                last = "n3"
                put(f"{layer}/attention/linear_0", f"{own}.ca.q")
                put(f"{layer}/attention/linear_1", f"{own}.ca.kv")
                put(f"{layer}/attention/linear_2", f"{own}.ca.o")
                norm(f"{layer}/attention/layer_norm", f"{own}.n2")
            norm(f"{layer}/ffn/layer_norm", f"{own}.{last}")
            put(f"{layer}/ffn/linear_0", f"{own}.ff.a")
            put(f"{layer}/ffn/linear_1", f"{own}.ff.b")
        norm(f"{side}/layer_norm", "ne" if side == "encoder" else "nd")
    state["emb.weight"] = dense("decoder/embeddings")
    return state


def main() -> None:
    """Convert one package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--backward", action="store_true", help="the weights from English to Japanese")
    parser.add_argument("--vocabulary", type=Path, help="where its SentencePiece model goes")
    options = parser.parse_args()
    with zipfile.ZipFile(options.package) as package:
        root = package.namelist()[0].split("/")[0]
        weights = package.read(f"{root}/{BACKWARD if options.backward else 'model'}/model.bin")
        vocabulary = package.read(f"{root}/sentencepiece.model")
    options.target.parent.mkdir(parents=True, exist_ok=True)
    torch.save(to_state(read_weights(weights)), options.target)
    if options.vocabulary:
        options.vocabulary.write_bytes(vocabulary)


if __name__ == "__main__":
    main()
