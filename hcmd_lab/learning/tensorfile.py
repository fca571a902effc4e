"""Tensors and a small record in one safetensors file, written atomically.

safetensors holds numbers and text alone: reading one executes nothing.
"""

import json
from collections.abc import Mapping

import msgspec
from safetensors import SafetensorError
from safetensors.torch import load as decode_tensors
from safetensors.torch import save as encode_tensors
from torch import Tensor

# The library keeps its metadata in an unordered map: one key alone gives the same bytes each time.
_KEY = "hcmd_lab"


def encode(tensors: Mapping[str, Tensor], record: msgspec.Struct) -> bytes:
    """The bytes of a file; the same tensors and record always give the same bytes."""
    on_cpu = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    return encode_tensors(on_cpu, {_KEY: msgspec.json.encode(record, order="sorted").decode()})


def decode(data: bytes) -> tuple[dict[str, Tensor], bytes]:
    """The tensors by name, on the CPU, and the record as JSON.

    Raises:
        ValueError: The bytes are not such a file, or are cut short.
    """
    try:
        tensors = decode_tensors(data)
        header_end = 8 + int.from_bytes(data[:8], "little")
        record: str = json.loads(data[8:header_end])["__metadata__"][_KEY]
    except (SafetensorError, KeyError, ValueError) as error:
        raise ValueError(f"not a readable tensor file: {error}") from error
    return tensors, record.encode()
