import hashlib
from pathlib import Path

import pytest
from played_groups import played_groups

from hcmd_lab.dataset import read_dataset, write_dataset
from hcmd_lab.errors import OperatorError


def test_what_is_written_is_read_and_named_by_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "dataset.jsonl"
    groups = played_groups(3)
    sha256 = write_dataset(path, groups)
    assert read_dataset(path) == (groups, sha256)
    assert sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [file.name for file in tmp_path.iterdir()] == ["dataset.jsonl"]


def test_no_groups_are_a_dataset_too(tmp_path: Path) -> None:
    sha256 = write_dataset(tmp_path / "dataset.jsonl", [])
    assert read_dataset(tmp_path / "dataset.jsonl") == ((), sha256)


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.999])
def test_a_truncated_file_is_refused_with_its_line(tmp_path: Path, kept: float) -> None:
    path = tmp_path / "dataset.jsonl"
    write_dataset(path, played_groups(2))
    data = path.read_bytes()[: int(kept * path.stat().st_size)]
    path.write_bytes(data)
    line = data.count(b"\n") + 1
    with pytest.raises(OperatorError, match=f"Line {line} of .* is incomplete"):
        read_dataset(path)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (b"{}\n", "Line 3 of .* is not a played group"),
        (b"nonsense\n", "Line 3 of .* is not a played group"),
        (b'{"group": "\xff"}\n', "Line 3 of .* is not a played group"),
        (b"[" * 100_000 + b"\n", "Line 3 of .* is not a played group"),
        (b"\n", "Line 3 of .* is not a played group"),
    ],
)
def test_a_wrong_line_is_refused_with_its_number(
    tmp_path: Path, wrong: bytes, message: str
) -> None:
    path = tmp_path / "dataset.jsonl"
    write_dataset(path, played_groups(2))
    path.write_bytes(path.read_bytes() + wrong)
    with pytest.raises(OperatorError, match=message):
        read_dataset(path)


def test_tables_of_different_sizes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "dataset.jsonl"
    write_dataset(path, played_groups(1))
    path.write_bytes(path.read_bytes().replace(b'"payouts":[[', b'"payouts":[[0,0,0,0],[', 1))
    with pytest.raises(OperatorError, match=r"Line 1 .* stage 1 of group S-1 differ"):
        read_dataset(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="cannot be read"):
        read_dataset(tmp_path / "dataset.jsonl")


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "not a folder").write_bytes(b"")
    with pytest.raises(OperatorError, match="cannot be written"):
        write_dataset(tmp_path / "not a folder" / "dataset.jsonl", [])
