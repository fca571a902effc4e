"""What is said of the locked packages is what was learned of them."""

import json
import subprocess
import sys
from pathlib import Path

import audit
import pytest
from audit import NOT_LOOKED_UP, WEAK, Package, judge, pins

WANTED = [f"package{number}==1.{number}" for number in range(7)]


def sound(pin: str) -> Package:
    name, _, version = pin.partition("==")
    return {"name": name, "version": version, "vulns": []}


def skipped(pin: str) -> Package:
    return {"name": pin.partition("==")[0], "skip_reason": "Dependency not found"}


def weak(pin: str, *fixes: str) -> Package:
    return sound(pin) | {"vulns": [{"id": "PYSEC-1", "fix_versions": list(fixes)}]}


def test_every_package_is_asked_for_whatever_system_it_is_for() -> None:
    asked = pins()
    locks = "".join(path.read_text("utf-8") for path in audit.LOCKS.glob("*.txt"))
    assert len(asked) == locks.count("==") - locks.count(" == ")
    assert any("sys_platform == 'win32'" in line for line in locks.splitlines())
    assert all(pin.count("==") == 1 and " " not in pin for pin in asked)


def test_all_sound() -> None:
    code, words = judge(WANTED, list(map(sound, WANTED)))
    assert (code, words) == (0, "None of the 7 locked packages is known to be weak.")


@pytest.mark.parametrize("packages", [[], list(map(skipped, WANTED))], ids=["cannot ask", "no"])
def test_no_list_that_can_be_reached(packages: list[Package]) -> None:
    code, words = judge(WANTED, packages)
    assert code == NOT_LOOKED_UP
    assert words.startswith("None of the 7 locked packages could be looked up: no list")
    assert words.endswith("Whether one of them is weak is not known.")


def test_some_that_are_on_no_list() -> None:
    code, words = judge(WANTED, [sound(WANTED[0]), *map(skipped, WANTED[1:])])
    assert code == NOT_LOOKED_UP
    assert words.startswith("6 of 7 locked packages could not be looked up: package1==1.1, ")
    assert "and 1 more. None of the others" in words


def test_weak_ones_go_before_those_that_could_not_be_asked() -> None:
    known = [weak(WANTED[0], "1.1", "2.0"), weak(WANTED[1]), sound(WANTED[2]), skipped(WANTED[3])]
    code, words = judge(WANTED, known)
    assert code == WEAK
    assert words.splitlines() == [
        "package0==1.0: PYSEC-1 (mended in 1.1, 2.0)",
        "package1==1.1: PYSEC-1 (not mended yet)",
        "2 of 3 packages that were looked up are known to be weak; 4 could not be looked up.",
    ]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Traceback (most recent call last):\nConnectionError: no way", NOT_LOOKED_UP),
        (json.dumps({"dependencies": [sound(pin) for pin in pins()]}), 0),
    ],
    ids=["a traceback", "an answer"],
)
def test_what_the_tool_says_is_told_in_a_sentence(
    said: str, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(command: list[str], **_: object) -> "subprocess.CompletedProcess[str]":
        assert Path(command[-1]).read_text("utf-8").split() == pins()
        is_answer = said.startswith("{")
        return subprocess.CompletedProcess(
            command, 0, said if is_answer else "", "" if is_answer else said
        )

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(sys, "argv", ["audit.py"])
    with pytest.raises(SystemExit) as ended:
        audit.main()
    assert ended.value.code == code
    told = capsys.readouterr()
    assert told.out.count("\n") == 1
    assert ("no way" in told.err) == bool(code)
