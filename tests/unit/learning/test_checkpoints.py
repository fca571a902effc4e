import hashlib
from pathlib import Path

import pytest
import torch

from hcmd_lab.bounded_reader import MAX_BYTES, FileKind
from hcmd_lab.errors import OperatorError
from hcmd_lab.learning import checkpoints, tensorfile
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels

ARCHITECTURE = ParticipantArchitecture(linear_size=5, lstm_size=3)


def models() -> ParticipantSet:
    made = ParticipantSet.of(ParticipantModels(ARCHITECTURE))
    made[0].contribution.reset_parameters(torch.Generator().manual_seed(1))
    return made


def test_a_module_is_rebuilt_from_its_file_alone(tmp_path: Path) -> None:
    made = models()
    sha256 = made.save(tmp_path)
    path = tmp_path / f"{sha256}.safetensors"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    loaded = ParticipantSet.load(tmp_path, sha256)
    assert loaded[0].architecture == ARCHITECTURE
    for name, tensor in made.state_dict().items():
        assert torch.equal(loaded.state_dict()[name], tensor)


def test_same_parameters_have_the_same_name(tmp_path: Path) -> None:
    assert models().save(tmp_path / "a") == models().save(tmp_path / "b")
    other = models()
    with torch.no_grad():
        other[0].vote.weight += 1
    assert other.save(tmp_path / "a") != models().save(tmp_path / "a")


def test_missing_and_misnamed_checkpoints(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match=r"cannot be read .*if there is a backup"):
        ParticipantSet.load(tmp_path, "0" * 64)
    with pytest.raises(OperatorError, match="64 hexadecimal digits"):
        ParticipantSet.load(tmp_path, "../secret")


@pytest.mark.parametrize("position", [0, 30, -1])
def test_a_changed_byte_is_noticed(tmp_path: Path, position: int) -> None:
    sha256 = models().save(tmp_path)
    path = tmp_path / f"{sha256}.safetensors"
    data = bytearray(path.read_bytes())
    data[position] ^= 1
    path.write_bytes(data)
    with pytest.raises(OperatorError, match="is damaged"):
        ParticipantSet.load(tmp_path, sha256)


def test_too_large_a_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sha256 = models().save(tmp_path)
    monkeypatch.setitem(MAX_BYTES, FileKind.CHECKPOINT, 100)
    with pytest.raises(OperatorError, match="larger than"):
        ParticipantSet.load(tmp_path, sha256)


def _write(folder: Path, data: bytes) -> str:
    sha256 = hashlib.sha256(data).hexdigest()
    (folder / f"{sha256}.safetensors").write_bytes(data)
    return sha256


def test_another_file_under_its_own_hash_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="not an HCMD Lab checkpoint"):
        ParticipantSet.load(tmp_path, _write(tmp_path, b"hello"))
    foreign = tensorfile.encode(models().state_dict(), ARCHITECTURE)
    with pytest.raises(OperatorError, match="not an HCMD Lab checkpoint"):
        ParticipantSet.load(tmp_path, _write(tmp_path, foreign))


def test_another_kind_is_refused(tmp_path: Path) -> None:
    sha256 = checkpoints.save(tmp_path, "policy", ARCHITECTURE, models())
    with pytest.raises(OperatorError, match="holds a policy model where a participants model"):
        ParticipantSet.load(tmp_path, sha256)


def test_an_absurd_architecture_is_refused_before_it_is_built(tmp_path: Path) -> None:
    absurd = ParticipantArchitecture(linear_size=10**9, lstm_size=3)
    sha256 = checkpoints.save(tmp_path, "participants", absurd, models())
    with pytest.raises(OperatorError, match="cannot build"):
        ParticipantSet.load(tmp_path, sha256)


def test_parameters_that_do_not_fit_the_architecture_are_refused(tmp_path: Path) -> None:
    other = ParticipantArchitecture(linear_size=6, lstm_size=3)
    sha256 = checkpoints.save(tmp_path, "participants", other, models())
    with pytest.raises(OperatorError, match="lacks parameters"):
        ParticipantSet.load(tmp_path, sha256)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OperatorError, match="cannot be written"):
        models().save(tmp_path / "file")
