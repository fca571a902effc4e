"""A whole session: the control window, four kiosks' real widgets, real sockets."""

from dataclasses import replace
from pathlib import Path

import kiosk_hands
import pytest
import studies
from network_lab import HOME
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hcmd_lab.export.study_export import export_study
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.game.state import Phase
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.storage.checker import check_study
from ui.control.desk import Desk
from ui.control.main import make_window
from ui.control.preferences import Preferences
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.station import Station

ROUNDS = pytest.mark.parametrize("rounds", [3, pytest.param(10, marks=pytest.mark.release)])


class Kiosk:
    """A participant's screen, joined to a host, and the hands in front of it."""

    def __init__(
        self, qtbot: QtBot, hands: kiosk_hands.Mouse | kiosk_hands.Keyboard, number: int
    ) -> None:
        self.number = number
        self.screen = ParticipantScreen(animate=False)
        qtbot.addWidget(self.screen)
        self.screen.resize(960, 540)
        self.screen.show()
        self.station = Station(self.screen, self.screen)
        self.station.shown.connect(self._on_shown)
        self._hands = hands
        self.views: list[SeatView] = []
        self._done: set[tuple[object, ...]] = set()

    def connect(self, port: int, code: str, folder: Path) -> None:
        self.link = StationLink(
            HOME, port, str(self.number), folder, code=parse_code(code), parent=self.screen
        )
        self.station.join(self.link)
        self.link.start()

    def coins(self, view: SeatView) -> int:
        """Another number in every round, from nothing to everything."""
        endowment = view.endowments[0] if view.endowments else 0
        return (self.number + view.round + view.stage) % (endowment + 1)

    def act(self) -> bool:
        """Do what the screen asks for, once; whether there was anything to do."""
        view = self.station.view
        if view is None or view.paused or view.continued:
            return False
        moment = (view.page, view.participant, view.stage, view.round)
        if moment in self._done or not self.screen.page or not self.screen.page.is_open:
            return False
        self._done.add(moment)
        self._hands.act(self.screen, view, self.coins(view), stage=1 + self.number % 2)
        return True

    def _on_shown(self, view: SeatView) -> None:
        self.views.append(replace(view, time_left_ms=None))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("hands", [kiosk_hands.Mouse, kiosk_hands.Keyboard])
@ROUNDS
def test_four_people_play_a_session_to_its_end(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    hands: type[kiosk_hands.Mouse | kiosk_hands.Keyboard],
    rounds: int,
) -> None:
    window = make_window(qapp, Preferences(tmp_path / "settings.ini"), "light")
    desk = Desk(window)
    # A window asks before it closes while a session runs.
    qtbot.addWidget(window, before_close_func=lambda _: desk.close_study())
    window.show()
    game = {"rounds": rounds}
    desk.open_study(studies.playable_study(tmp_path / "study", 4, own_game=game))
    window.take(desk)
    window.show_panel("session")
    desk.open_session("acquire", 1, GAME_ALONE, address=HOME, port=0, exit_pin="")
    host = desk.host
    assert host is not None
    kiosks = [Kiosk(qtbot, hands(qtbot), number) for number in range(1, 5)]
    for kiosk in kiosks:
        kiosk.connect(host.port, host.pairing_code, tmp_path / str(kiosk.number))

    def ended() -> bool:
        for kiosk in kiosks:
            kiosk.act()
        return host.runner.state.closed and all(
            kiosk.station.view is not None and kiosk.station.view.page is Page.FINISHED
            for kiosk in kiosks
        )

    qtbot.waitUntil(ended, timeout=240_000)
    group = host.runner.state.groups[1]
    assert group.phase is Phase.FINISHED
    store = desk.study.store
    decisions = store.tables.decisions(host.session)
    assert len(decisions) == 3 * rounds * 4
    assert {decision.decided_by for decision in decisions} == {"participant"}
    for kiosk in kiosks:
        last = kiosk.station.view
        assert last is not None
        for paid in last.history:
            then = replace(last, stage=paid.stage, round=paid.round)
            assert paid.contributions[0] == kiosk.coins(then)
    assert [vote.choice for vote in store.tables.votes(host.session)].count(1) == 2
    assert not any(participant.is_bot for participant in store.tables.participants(host.session))
    assert check_study(store) == []
    assert export_study(store, tmp_path / "export").rows["long"] == len(decisions)


def test_a_kiosk_that_is_started_anew_shows_the_same_page(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk()
    desk.open_study(studies.playable_study(tmp_path / "study", 4))
    desk.open_session("acquire", 1, GAME_ALONE, address=HOME, port=0, exit_pin="")
    host = desk.host
    assert host is not None
    hands = kiosk_hands.Keyboard(qtbot)
    kiosks = [Kiosk(qtbot, hands, number) for number in range(1, 5)]
    for kiosk in kiosks:
        kiosk.connect(host.port, host.pairing_code, tmp_path / str(kiosk.number))

    def all_decide() -> bool:
        for kiosk in kiosks:
            view = kiosk.station.view
            if view is not None and view.page in (Page.CHECK_IN, Page.STAGE_INTRO):
                kiosk.act()
        return all(k.station.view and k.station.view.page is Page.DECIDE for k in kiosks)

    qtbot.waitUntil(all_decide, timeout=20_000)
    kiosks[0].act()
    qtbot.waitUntil(lambda: kiosks[0].views[-1].page is Page.WAIT)
    before = kiosks[0].views[-1]

    # The host dies and comes back on the same port: every screen stays and says what is wrong.
    session, port = host.session, host.port
    desk.end_hosting()
    banner_seen = [kiosk.screen for kiosk in kiosks]
    qtbot.waitUntil(lambda: not any(s.page and s.page.is_open for s in banner_seen[1:]))
    assert all(k.station.view and k.station.view.page in (Page.DECIDE, Page.WAIT) for k in kiosks)
    desk.resume_session(session, address=HOME, port=port, exit_pin="")
    qtbot.waitUntil(
        lambda: all(s.page is not None and s.page.is_open for s in banner_seen[1:]), timeout=10_000
    )
    assert kiosks[0].views[-1] == before

    # A kiosk dies; another program in its place shows where its participant was.
    kiosks[1].link.stop()
    kiosks[1].screen.hide()
    again = Kiosk(qtbot, hands, 2)
    assert desk.host is not None
    again.connect(desk.host.port, desk.host.pairing_code, tmp_path / "2")
    qtbot.waitUntil(
        lambda: again.station.view is not None and again.station.view.page is Page.DECIDE,
        timeout=10_000,
    )
    desk.close_study()
