"""A session without a window tells everything that its experimenter has to know, once."""

import errno
import io
import json
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal

from hcmd_lab.cli.session_reporter import SessionReporter
from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.game.state import Phase
from hcmd_lab.network.alarm import Alarms
from hcmd_lab.network.door import Knock, WhyKnocks
from hcmd_lab.sentence import Sentence


class Runner(QObject):
    group_ended = Signal(int)
    happened = Signal(object)
    storage_failed = Signal(object)
    storage_works = Signal()

    def __init__(self, *phases: Phase) -> None:
        super().__init__()
        groups = {
            number: SimpleNamespace(phase=phase, ended=phase is not Phase.DECIDE)
            for number, phase in enumerate(phases, start=1)
        }
        self.state = SimpleNamespace(groups=groups, closed=False)


class Host(QObject):
    door_changed = Signal()

    def __init__(self, *phases: Phase) -> None:
        super().__init__()
        self.session, self.port, self.pairing_code = "abcd1234", 8765, "K7QX-2M4P"
        self.runner = Runner(*phases)
        self.alarms = Alarms(self)
        self.door = SimpleNamespace(knocks=())


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def reporter(host: Host, *, as_json: bool = True) -> SessionReporter:
    return SessionReporter(host, as_json=as_json)  # type: ignore[arg-type]


def test_where_a_session_is_reached_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    host = Host()
    reporter(host).listening(None, "2468", resumed=False)
    (told,) = lines(capsys)
    assert (told["code"], told["port"], told["exit_pin"]) == ("K7QX-2M4P", 8765, "2468")
    reporter(host, as_json=False).listening(None, "", resumed=True)
    words = " ".join(capsys.readouterr().out.split())
    assert "Session abcd1234 continues on port 8765. Pairing code: K7QX-2M4P." in words
    assert "as before (only its hash is kept)" in words


def test_each_ending_of_a_group_is_told_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    host = Host(Phase.FINISHED, Phase.VOID, Phase.UNFILLED, Phase.ENDED_EARLY, Phase.DECIDE)
    told = reporter(host, as_json=False)
    for number in range(1, 5):
        host.runner.group_ended.emit(number)
    told.finished()
    words = " ".join(capsys.readouterr().out.split())
    for number, ending in enumerate(
        (
            "is complete",
            "has been declared void",
            "has closed before it started",
            "has ended early",
        ),
        start=1,
    ):
        assert f"Group {number} of 5 {ending}." in words
    assert "4 of 5 groups ended. To continue it, add --resume." in words


def test_an_alarm_that_is_repeated_is_told_ever_more_rarely(
    capsys: pytest.CaptureFixture[str],
) -> None:
    host = Host()
    kept = reporter(host)
    for _ in range(9):
        host.alarms.sound(AlarmKind.WRONG_CODE, "", "10.0.0.7")
    assert [each["count"] for each in lines(capsys)] == [1, 2, 4, 8]
    assert kept is not None


@pytest.mark.parametrize("why", WhyKnocks)
def test_who_knocks_is_told_once_with_the_way_in(
    why: WhyKnocks, capsys: pytest.CaptureFixture[str]
) -> None:
    host = Host()
    kept = reporter(host)
    host.door.knocks = (Knock("7", "10.0.0.7", why),)
    host.door_changed.emit()
    host.door_changed.emit()
    (told,) = lines(capsys)
    assert (told["event"], told["station"], told["why"]) == ("knock", "7", why)
    assert "To let it in," in str(told["sentence"])
    assert kept is not None


def test_check_ins_and_a_failing_disk_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    host = Host()
    kept = reporter(host)
    host.runner.happened.emit(
        (
            ev.CheckedIn(0, "p1", "1", "Anna", is_bot=False, took_part_before=True),
            ev.CheckedIn(0, "p2", "2", "Bert", is_bot=False),
            ev.CheckInRefused(0, "3", "full"),
        )
    )
    host.runner.storage_failed.emit(Sentence("The disk is full."))
    host.runner.storage_works.emit()
    told = lines(capsys)
    assert [each["event"] for each in told] == [
        "took_part_before", "check_in_refused", "storage_failed", "storage_works",
    ]  # fmt: skip
    assert "Anna" not in str(told)
    assert kept is not None


class Gone(io.StringIO):
    """A standard output whose reader is gone, or whose disk is full, after some lines."""

    def __init__(self, error: OSError, after: int) -> None:
        super().__init__()
        self._error, self._left = error, after

    def write(self, text: str) -> int:
        if self._left <= 0:
            raise self._error
        self._left -= text.count("\n")
        return super().write(text)


@pytest.mark.parametrize("as_json", [True, False])
@pytest.mark.parametrize(
    "error",
    [BrokenPipeError(errno.EPIPE, "Broken pipe"), OSError(errno.ENOSPC, "No space left on device")],
)
def test_a_session_goes_on_though_nobody_can_read_of_it(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: OSError,
    as_json: bool,
) -> None:
    host = Host(Phase.FINISHED, Phase.FINISHED)
    told = reporter(host, as_json=as_json)
    monkeypatch.setattr(sys, "stdout", Gone(error, 1))
    told.listening(None, "2468", resumed=False)
    host.runner.group_ended.emit(1)
    host.runner.group_ended.emit(2)
    host.runner.storage_works.emit()
    told.finished()
    words = " ".join(capsys.readouterr().err.split())
    assert words.count("cannot be told on standard output any more") == 1
    assert words.endswith(f"({error.strerror}). The session goes on.")


def test_a_session_that_is_over_does_not_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As where the reader left while the last group played."""
    told = reporter(Host(Phase.FINISHED))
    monkeypatch.setattr(sys, "stdout", Gone(BrokenPipeError(errno.EPIPE, "Broken pipe"), 1))
    told.listening(None, "2468", resumed=False)
    told.finished()
    words = " ".join(capsys.readouterr().err.split())
    assert words.endswith("cannot be told on standard output (Broken pipe). It is saved.")
    assert "goes on" not in words


def test_a_session_whose_code_cannot_be_told_is_not_left_to_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = reporter(Host())
    monkeypatch.setattr(sys, "stdout", Gone(OSError(errno.ENOSPC, "No space left on device"), 0))
    with pytest.raises(OperatorError, match="No space left on device"):
        told.listening(None, "2468", resumed=False)
