"""What was taken is started in place of the installed program, if it is newer."""

import os
import sys
from pathlib import Path

import pytest
from update_folders import package

from hcmd_lab.updates.programs import TakenPrograms
from hcmd_lab.updates.reasons import NotTakenError
from hcmd_lab.updates.unpacking import unpack_program


def taken(state: Path, version: str, own: str = "1.0.0") -> TakenPrograms:
    programs = TakenPrograms(state, own)
    programs.take(version, package(state / "made", version))
    return programs


def test_the_newest_is_started(tmp_path: Path) -> None:
    programs = taken(tmp_path, "1.1.0")
    taken(tmp_path, "1.2.0", own="1.1.0")
    assert programs.newest is not None
    assert programs.newest.is_relative_to(tmp_path / "updates" / "programs" / "1.2.0")
    assert (tmp_path / "updates" / "programs" / "1.1.0").exists()  # it may be running
    taken(tmp_path, "1.3.0", own="1.2.0")
    assert not (tmp_path / "updates" / "programs" / "1.1.0").exists()


@pytest.mark.parametrize("installed", ["1.1.0", "1.2.0"])
def test_an_installed_program_that_is_no_older_counts(tmp_path: Path, installed: str) -> None:
    taken(tmp_path, "1.1.0")
    assert TakenPrograms(tmp_path, installed).newest is None


def test_a_version_that_was_set_aside_can_be_taken_again(tmp_path: Path) -> None:
    programs = taken(tmp_path, "1.1.0")
    assert programs.set_aside("it ended with 3")
    assert programs.newest is None
    assert taken(tmp_path, "1.1.0").newest is not None


def test_a_package_that_cannot_be_unpacked_leaves_what_was_taken(tmp_path: Path) -> None:
    programs = taken(tmp_path, "1.1.0")
    (tmp_path / "noise").write_bytes(b"noise")
    with pytest.raises(NotTakenError):
        programs.take("1.2.0", tmp_path / "noise")
    assert programs.newest is not None
    with pytest.raises(NotTakenError):
        unpack_program(tmp_path / "nothing", tmp_path / "elsewhere")


def test_another_version_is_told_nothing_of_this_ones_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = TakenPrograms(tmp_path, "1.0.0")
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/old/_internal", raising=False)
    assert programs.environment() is None
    taken(tmp_path, "1.1.0")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/old/_internal:/usr/mine")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/mine")
    monkeypatch.setenv("QT_PLUGIN_PATH", "/opt/old/_internal/PySide6/Qt/plugins")
    monkeypatch.setenv("_PYI_ARCHIVE_FILE", "/opt/old/hcmd-kiosk")
    told = programs.environment()
    assert told is not None
    assert told["LD_LIBRARY_PATH"] == "/usr/mine"
    assert not {"QT_PLUGIN_PATH", "_PYI_ARCHIVE_FILE", "LD_LIBRARY_PATH_ORIG"} & told.keys()
    assert told["PATH"] == os.environ["PATH"]


def test_a_program_from_the_sources_hands_on_its_environment(tmp_path: Path) -> None:
    assert taken(tmp_path, "1.1.0").environment() is None
