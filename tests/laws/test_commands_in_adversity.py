"""Whatever a command is given, it ends with a result or one sentence, and nothing breaks.

Every path of every command is tried with what is no study, no file, or cannot be one; every option
with a wrong value; every command with words that it does not take, and by a name that is not quite
its own.
"""

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from studies import playable_study
from typer.main import get_command

from hcmd_lab.cli.commands import lab_program
from hcmd_lab.cli.main import run
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study

app = lab_program()

WORKS_LONG = {"demo", "replicate", "room", "serve", "simulate"}
"""These begin to work where all else is sound: of paths, only the study of `serve` is tried."""

VALUES = {int: "3", float: "0.5", str: "theta_0", bool: "true", list[Path]: "package"}
LONG = "n" * 300
BYTES = os.fsdecode(b"name-\xff")


def nothing(place: Path) -> Path:
    return place / "nothing"


def folder(place: Path) -> Path:
    (place / "folder").mkdir()
    return place / "folder"


def noise(place: Path) -> Path:
    (place / "noise").write_bytes(bytes(range(256)) * 40)
    return place / "noise"


def below_a_file(place: Path) -> Path:
    return noise(place) / "below"


def too_long(place: Path) -> Path:
    return place / LONG


def no_text(place: Path) -> Path:
    return place / BYTES


def loop(place: Path) -> Path:
    (place / "loop").symlink_to("loop")
    return place / "loop"


def pipe(place: Path) -> Path:
    os.mkfifo(place / "pipe")
    return place / "pipe"


def noise_for_a_study(place: Path) -> Path:
    (place / "broken").mkdir()
    (place / "broken" / "study.db").write_bytes(bytes(range(256)) * 40)
    return place / "broken"


NO_STUDY = (
    nothing, folder, noise, below_a_file, too_long, no_text, loop, pipe, noise_for_a_study,
)  # fmt: skip
NO_FILE = (below_a_file, too_long, pipe)


def leaves(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, each in getattr(group, "commands", {}).items():
        yield from leaves(each, (*path, name))
    if not hasattr(group, "commands"):
        yield path, group


COMMANDS = {" ".join(path): command for path, command in leaves(get_command(app))}


def is_path(parameter: Any) -> bool:
    return parameter.type_descriptor.annotation is Path


def is_study(parameter: Any) -> bool:
    return is_path(parameter) and parameter.name == "study" and parameter.required


def arguments(path: str, tried: Any, value: Path, study: Path, place: Path) -> list[str]:
    """A command line on which one path is `value` and everything else is as it may be."""
    line = path.split()
    for parameter in COMMANDS[path].params:
        given: object
        if parameter is tried:
            given = value
        elif not parameter.required:
            continue
        elif is_path(parameter):
            given = study if is_study(parameter) else place / f"{parameter.name}.new"
        else:
            given = VALUES[parameter.type_descriptor.annotation]
        is_option = parameter.opts[0].startswith("-")
        line += [parameter.opts[0], str(given)] if is_option else [str(given)]
    return line


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    study = playable_study(tmp_path_factory.mktemp("sound") / "study", 4)
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 1)
    return study


Line = Callable[[Sequence[str]], tuple[int, str]]


@pytest.fixture
def line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], qapp: QApplication
) -> Line:
    """Runs a command line in this process, where nobody answers; its exit code and its words."""
    del qapp  # some of them draw

    def call(words: Sequence[str]) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["hcmd-lab", *words])
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        monkeypatch.setenv("COLUMNS", "2000")
        with pytest.raises(SystemExit) as ended:
            run()
        return int(ended.value.code or 0), capfd.readouterr().err

    return call


def judge(words: Sequence[str], code: int, said: str) -> None:
    assert code in (0, 1, 2), (words, said)
    if code:
        assert said.count("hcmd-lab: ") == 1, (words, said)
        assert len(said.strip().splitlines()) == 1, (words, said)
        assert said.strip().endswith((".", "?")), (words, said)


def refused(line: Line, words: Sequence[str]) -> str:
    """What is said of a command line that nothing is done for."""
    code, said = line(words)
    judge(words, code, said)
    assert code == 2, (words, said)
    return said


def needed(path: str, place: Path) -> list[str]:
    """A command with all that it requires; none of it is there."""
    return arguments(path, None, place, place / "nothing", place)


def option_of(parameter: Any) -> str:
    return max(parameter.opts, key=len)


@pytest.mark.parametrize("path", COMMANDS)
def test_a_wrong_command_line_is_one_sentence(path: str, line: Line, tmp_path: Path) -> None:
    whole, command = needed(path, tmp_path), f"hcmd-lab {path}"
    assert f"{command} has no option --nonsuch" in refused(line, [*whole, "--nonsuch"])
    assert f"{command} has no option -x" in refused(line, [*whole, "-x"])
    if not any(each.nargs == -1 for each in COMMANDS[path].params):
        assert "does not take" in refused(line, [*whole, *["word"] * 3])
    if len(whole) > len(path.split()):
        assert f"{command} needs " in refused(line, path.split())
    for each in COMMANDS[path].params:
        name, described = option_of(each), each.type_descriptor
        if not name.startswith("-") or name == "--help":
            continue
        assert f"did you mean {name}?" in refused(line, [*whole, f"{name[:-1]}x{name[-1]}"])
        if described.annotation is bool:
            assert f"{name} takes no value." in refused(line, [*whole, f"{name}=3"])
            continue
        assert f"{name} needs a value." in refused(line, [*whole, name])
        if described.choices is not None or described.annotation in (int, float):
            assert f"{name} must be " in refused(line, [*whole, name, "word"])


@pytest.mark.parametrize("path", COMMANDS)
def test_a_command_by_a_name_that_is_not_quite_its_own(path: str, line: Line) -> None:
    *groups, name = path.split()
    said = refused(line, [*groups, f"{name[:-1]}x{name[-1]}"])
    assert f"did you mean hcmd-lab {path}?" in said


@pytest.mark.parametrize("path", COMMANDS)
def test_a_language_that_there_is_not_is_told(path: str, line: Line, tmp_path: Path) -> None:
    options = [each for each in COMMANDS[path].params if "--language" in each.opts]
    for each in options:
        if each.type_descriptor.annotation is str and path != "script show":  # of the study's own
            assert "the languages are en" in refused(
                line, [*needed(path, tmp_path), "--language", "xx"]
            )
            assert " en" in each.help


@pytest.mark.skipif(os.name != "posix", reason="it needs pipes and links")
@pytest.mark.parametrize("path", [
    each for each, command in COMMANDS.items() if any(map(is_study, command.params))
])  # fmt: skip
def test_what_is_no_study_is_one_sentence(path: str, line: Line, tmp_path: Path) -> None:
    tried = next(each for each in COMMANDS[path].params if is_study(each))
    for number, make in enumerate(NO_STUDY):
        (tmp_path / str(number)).mkdir()
        words = arguments(path, tried, make(tmp_path / str(number)), tmp_path, tmp_path)
        code, said = line(words)
        judge(words, code, said)
        assert code, words


@pytest.mark.skipif(os.name != "posix", reason="it needs pipes")
@pytest.mark.parametrize("path", [
    each for each, command in COMMANDS.items()
    if each not in WORKS_LONG and any(is_path(one) and not is_study(one) for one in command.params)
])  # fmt: skip
def test_what_can_be_no_file_is_one_sentence(
    path: str, line: Line, played: Path, tmp_path: Path
) -> None:
    study = Path(shutil.copytree(played, tmp_path / "study"))
    for tried in COMMANDS[path].params:
        if is_path(tried) and not is_study(tried):
            for make in NO_FILE:
                place = tmp_path / f"{tried.name}-{make.__name__}"
                place.mkdir()
                value = make(place)
                words = arguments(path, tried, value, study, tmp_path)
                code, said = line(words)
                judge(words, code, said)
                if make is pipe:
                    assert value.is_fifo(), f"{words}: what was there is gone"


def test_a_name_that_is_no_text_is_told_before_anything_is_done(
    line: Line, played: Path, tmp_path: Path
) -> None:
    for command in ("export", "package"):
        code, said = line([command, str(played), str(tmp_path / BYTES)])
        assert (code, "rename the file or folder" in said) == (2, True), said
    assert list(tmp_path.iterdir()) == []


def test_the_root_of_a_disk_is_not_written_over(line: Line, played: Path) -> None:
    for command in ("export", "package"):
        code, said = line([command, str(played), played.anchor])
        assert (code, "is a whole disk" in said) == (2, True), said
