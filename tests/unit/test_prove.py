"""The proof of the packaged programs ends what it has started, also when they do not end."""

import os
import sys
from pathlib import Path

import pytest
from comparison import differences, run_source
from placing import placed
from programs import Program, wait_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are scripts")

HANGS = """\
#!/bin/sh
sh -c 'echo $$ > grandchild; trap "" TERM; while :; do sleep 1; done' &
trap "" TERM
wait
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder as people have it: with blanks and umlauts in its name."""
    folder = tmp_path / "Ökonomie Labor"
    folder.mkdir()
    return folder


def program(home: Path, script: str) -> Program:
    file = home / "dist" / "hcmd-lab" / "hcmd-lab"
    file.parent.mkdir(parents=True)
    file.write_text(script)
    file.chmod(0o755)
    return Program(home / "dist", "hcmd-lab", home)


def is_there(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return ") Z" not in state  # ended, and only not yet asked for its exit code


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="reads /proc")
def test_what_does_not_end_is_ended_with_all_that_it_started(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("programs._END_S", 0.2)
    with pytest.raises(SystemExit, match=r"hcmd-lab demo had not ended after 2 s; it was ended"):
        program(home, HANGS).run("demo", limit_s=2)
    grandchild = int((home / "grandchild").read_text())
    # It has been killed; the system takes it away in its own time.
    wait_for(lambda: not is_there(grandchild), "the end of what it had started")


def test_sources_that_do_not_end_are_ended_with_a_sentence(home: Path) -> None:
    told = r"The sources' --version had not ended after 0.01 s; it was ended"
    with pytest.raises(SystemExit, match=told):
        run_source("--version", home=home, limit_s=0.01)


def test_a_context_that_is_left_by_an_error_ends_it_too(home: Path) -> None:
    told = program(home, "#!/bin/sh\necho ready\nexec sleep 600\n")
    started = []

    def leave() -> None:
        with told.running() as process:
            started.append(process)
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            raise KeyError

    with pytest.raises(KeyError):
        leave()
    assert started[0].poll() is not None


def test_a_failure_is_told_with_the_programs_own_words(home: Path) -> None:
    with pytest.raises(SystemExit, match=r"hcmd-lab check study ended with 3: It is damaged\."):
        program(home, "#!/bin/sh\necho It is damaged. >&2\nexit 3\n").run("check", "study")


def test_a_warning_of_python_is_none_of_the_users_business(home: Path) -> None:
    script = "#!/bin/sh\necho 'torch/x.py:7: UserWarning: Unable to retrieve source' >&2\n"
    with pytest.raises(SystemExit, match=r"hcmd-lab model study has a warning of Python .* source"):
        program(home, script).run("model", "study")


def export(folder: Path, name: str, payout: str, at: str) -> Path:
    (folder / name).mkdir()
    text = f"group,payout,session.time_opened_utc\n1,{payout},{at}\n"
    (folder / name / "long.csv").write_text(text, encoding="utf-8")
    return folder / name


def test_exports_are_the_same_but_for_their_clocks(tmp_path: Path) -> None:
    first = export(tmp_path, "a", "1.25", "2026-01-01")
    assert differences(first, export(tmp_path, "b", "1.25", "2027-02-02")) == []
    other = export(tmp_path, "c", "1.26", "2026-01-01")
    assert differences(first, other) == ["long.csv (payout)"]
    (other / "votes.csv").touch()
    assert differences(first, other) == ["long.csv (payout)", "votes.csv (only in one)"]


def test_mechanisms_are_compared_and_the_time_that_training_took_is_not(tmp_path: Path) -> None:
    for name, weight, took_ms in (("a", "1", "3.5"), ("b", "2", "4.5")):
        (tmp_path / name / "mechanisms").mkdir(parents=True)
        (tmp_path / name / "mechanisms" / "theta_1.csv").write_text(f"weight\n{weight}\n")
        (tmp_path / name / "optimize.csv").write_text(f"optimize.ms_per_update\n{took_ms}\n")
    told = differences(tmp_path / "a", tmp_path / "b")
    assert told == ["mechanisms/theta_1.csv (weight)"]
    with pytest.raises(SystemExit, match="There are no tables"):
        differences(tmp_path / "c", tmp_path / "d")


def test_programs_are_proved_in_a_folder_that_is_read_only(home: Path) -> None:
    there = program(home, "#!/bin/sh\nexit 0\n")
    aside = home / "aside"
    aside.mkdir()
    with placed(home / "dist", aside) as place:
        assert " " in place.name
        assert not place.name.isascii()
        assert {path.stat().st_mode & 0o222 for path in (place, place / "hcmd-lab")} == {0}
        Program(place, "hcmd-lab", home).run("--version")
    (place / "hcmd-lab" / "hcmd-lab").unlink()
    assert there.file.stat().st_mode & 0o777 == 0o755, "the programs themselves stay as they are"
