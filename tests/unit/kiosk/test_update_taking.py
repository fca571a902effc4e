"""A kiosk takes an update only where nobody plays, and says why if it does not."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot
from update_folders import UpdateMaker

from hcmd_lab import __version__
from hcmd_lab.network.update_messages import (
    PART_BYTES,
    UpdateBegin,
    UpdateFetch,
    UpdateOffer,
    UpdatePart,
    UpdateState,
)
from hcmd_lab.updates.offer import open_offer
from hcmd_lab.updates.programs import TakenPrograms
from hcmd_lab.updates.reasons import Why
from hcmd_lab.updates.releases import own_system
from hcmd_lab.updates.trust import trust
from ui.kiosk.options import parse_options
from ui.kiosk.update_taking import UpdateTaking
from ui.kiosk.watchdog import RESTART

pytestmark = pytest.mark.skipif(not own_system(), reason="no package is made for this system")


class Line(QObject):
    """Stands for the connector, and answers from an update's folder as a host does."""

    update_told = Signal(object)
    update_over = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.hello: tuple[object, ...] = ()
        self.states: list[UpdateState] = []
        self.fetched: list[str] = []

    def show_token(self, *facts: object) -> None:
        self.hello = facts

    def tell_update(self, message: UpdateFetch | UpdateState) -> None:
        if isinstance(message, UpdateState):
            self.states.append(message)
            return
        self.fetched.append(message.name)
        offer = open_offer(self.folder)
        parts, data = offer.part_of(message.name, message.part, PART_BYTES) or (0, b"")
        self.update_told.emit(UpdatePart(message.name, message.part, parts, data))


class Kiosk:
    """A kiosk that a watchdog has started, and an update for it."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.state = folder / "state"
        self.maker = UpdateMaker(folder / "maker")
        self.line = Line(self.maker.into)
        self.is_busy = False
        arguments = ["--state-dir", str(self.state), "--windowed", *options]
        self.taking = UpdateTaking(parse_options(arguments), self.line, lambda: self.is_busy)  # type: ignore[arg-type]
        self.ended: list[int] = []
        self.taking.ended.connect(self.ended.append)
        self.programs = TakenPrograms(self.state)

    def told(self, qtbot: QtBot) -> UpdateState:
        self.line.update_told.emit(UpdateBegin())
        qtbot.waitUntil(lambda: bool(self.line.states), timeout=20_000)
        return self.line.states[-1]


@pytest.fixture
def kiosk(tmp_path: Path, qtbot: QtBot) -> Kiosk:
    made = Kiosk(tmp_path, "--child", "first")
    trust(made.maker.keys / "root.json", made.state)
    return made


def test_it_is_taken_and_started(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.maker.sign("9.8.7", b"x" * 100_000)
    kiosk.line.update_told.emit(UpdateOffer())
    assert kiosk.line.hello == (own_system(), __version__, False, ("", ""))
    assert kiosk.told(qtbot).state == "taken"
    qtbot.waitUntil(lambda: kiosk.ended == [RESTART])
    assert kiosk.programs.newest is not None
    assert not (kiosk.programs.folder / "package.tar.gz").exists()


def test_nothing_is_fetched_while_somebody_plays(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.maker.sign("9.8.7")
    kiosk.is_busy = True
    assert kiosk.told(qtbot).why == Why.IN_SESSION
    assert kiosk.line.fetched == []
    assert kiosk.programs.newest is None


def test_it_does_not_restart_if_somebody_sits_down_meanwhile(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.maker.sign("9.8.7")
    kiosk.taking.began.connect(lambda: setattr(kiosk, "is_busy", True))
    assert kiosk.told(qtbot).why == Why.IN_SESSION
    qtbot.wait(400)
    assert kiosk.ended == []
    assert kiosk.programs.newest is None


@pytest.mark.parametrize("version", [__version__, "0.0.1"])
def test_what_is_not_newer_is_refused(kiosk: Kiosk, qtbot: QtBot, version: str) -> None:
    kiosk.maker.sign(version)
    assert kiosk.told(qtbot).why == Why.OLDER
    assert not any(name.endswith(".gz") for name in kiosk.line.fetched)
    assert kiosk.ended == []


def test_without_a_watchdog_nothing_is_taken(tmp_path: Path, qtbot: QtBot) -> None:
    kiosk = Kiosk(tmp_path)
    kiosk.maker.sign("9.8.7")
    assert kiosk.told(qtbot).why == Why.UNGUARDED
    assert kiosk.line.fetched == []


def test_a_line_that_is_cut_leaves_nothing(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.maker.sign("9.8.7", b"x" * 100_000)
    kiosk.line.tell_update = lambda message: (  # type: ignore[method-assign]
        kiosk.line.states.append(message)
        if isinstance(message, UpdateState)
        else kiosk.line.update_over.emit()
    )
    assert kiosk.told(qtbot).why == Why.CUT
    assert kiosk.programs.newest is None
    assert kiosk.ended == []


def test_what_failed_before_is_told(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.maker.sign("9.8.7")
    assert kiosk.told(qtbot).state == "taken"
    assert kiosk.programs.set_aside("it ended with 3")
    assert not kiosk.programs.set_aside("again")
    kiosk.line.update_told.emit(UpdateOffer())
    assert kiosk.line.hello[-1] == ("9.8.7", "it ended with 3")


def test_two_stations_of_a_computer_do_not_take_it_at_once(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.maker.sign("9.8.7")
    with TakenPrograms(kiosk.state).held():
        assert kiosk.told(qtbot).why == Why.BUSY
