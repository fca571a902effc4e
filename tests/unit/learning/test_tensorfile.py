import msgspec
import pytest
import torch
from safetensors.torch import save

from hcmd_lab.learning import tensorfile


class Note(msgspec.Struct, frozen=True):
    b: int
    a: str


TENSORS = {"x": torch.arange(6.0).reshape(2, 3), "n": torch.tensor([1, 2], dtype=torch.uint8)}


def test_tensors_and_record_come_back() -> None:
    tensors, record = tensorfile.decode(tensorfile.encode(TENSORS, Note(b=1, a="ä")))
    assert tensors.keys() == TENSORS.keys()
    for name, tensor in tensors.items():
        assert tensor.dtype == TENSORS[name].dtype
        assert torch.equal(tensor, TENSORS[name])
    assert msgspec.json.decode(record, type=Note) == Note(b=1, a="ä")


def test_same_content_gives_same_bytes() -> None:
    backwards = dict(reversed(TENSORS.items()))
    note = Note(b=1, a="x")
    assert tensorfile.encode(TENSORS, note) == tensorfile.encode(backwards, note)


@pytest.mark.parametrize("data", [b"", b"not a tensor file", b"\x00" * 64])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a readable tensor file"):
        tensorfile.decode(data)


@pytest.mark.parametrize("kept", [4, 40, -1])
def test_a_cut_file_is_refused(kept: int) -> None:
    data = tensorfile.encode(TENSORS, Note(b=1, a="x"))
    with pytest.raises(ValueError, match="not a readable tensor file"):
        tensorfile.decode(data[:kept])


def test_a_file_without_a_record_is_refused() -> None:
    with pytest.raises(ValueError, match="not a readable tensor file"):
        tensorfile.decode(save(TENSORS))
