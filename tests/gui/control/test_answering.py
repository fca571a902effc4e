"""A disk that does not answer keeps nobody waiting."""

import os
import time
from pathlib import Path
from threading import Event

import pytest

from ui.control.answering import files_there


def test_what_is_there_in_the_given_order(tmp_path: Path) -> None:
    names = [tmp_path / name for name in ("b", "missing", "a", "folder")]
    for name in ("a", "b"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    assert files_there(names) == [tmp_path / "b", tmp_path / "a"]
    assert files_there([]) == []


def test_those_that_do_not_answer_are_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, real = Event(), os.path.isfile
    (tmp_path / "here").touch()

    def asked(file: Path) -> bool:
        if file.name == "here":
            return real(file)
        return answers.wait(30)

    monkeypatch.setattr(os.path, "isfile", asked)
    began_s = time.monotonic()
    silent = [tmp_path / f"silent {number}" for number in range(8)]
    assert files_there([*silent, tmp_path / "here"]) == [tmp_path / "here"]
    assert time.monotonic() - began_s < 5
    answers.set()
