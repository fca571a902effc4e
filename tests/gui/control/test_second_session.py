"""Two sessions, one after the other, opened with the wizard of one program at one port."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import studies
from network_lab import HOME
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import Page
from hcmd_lab.hosting.preflight import Check, Verdict
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from ui.control.desk import Desk
from ui.control.session.preflight_words import finding_sentence
from ui.control.session.wizard import SessionWizard
from ui.control.session_panel import SessionPanel
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.station import Station


@pytest.fixture
def panel(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionPanel]:
    desk = Desk()
    desk.open_study(studies.playable_study(tmp_path / "study", 4))
    made = SessionPanel(desk)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.show()
    yield made
    desk.close_study()


def wizard_of(panel: SessionPanel) -> SessionWizard:
    assert panel.wizard is not None
    return panel.wizard


def open_session(panel: SessionPanel, port: int | None) -> None:
    """Click through the wizard; None leaves the port as it is proposed."""
    wizard = wizard_of(panel)
    while wizard.number < len(wizard.pages) - 1:
        if wizard.pages[wizard.number] is wizard.kiosks and port is not None:
            wizard.kiosks.address.setCurrentIndex(wizard.kiosks.address.findData(HOME))
            wizard.kiosks.port.setValue(port)
        wizard.forward.click()
    assert wizard.forward.isEnabled(), wizard.preflight.findings
    wizard.forward.click()


def free_port() -> int:
    with socket.create_server((HOME, 0)) as free:
        return int(free.getsockname()[1])


def kiosk(qtbot: QtBot, panel: SessionPanel, folder: Path) -> Station:
    screen = ParticipantScreen(animate=False)
    qtbot.addWidget(screen)
    screen.show()
    host = panel._desk.host
    assert host is not None
    code = parse_code(host.pairing_code)
    link = StationLink(HOME, host.port, folder.name, folder, code=code, parent=screen)
    station = Station(screen, screen)
    station.join(link)
    link.start()
    return station


def test_the_second_session_takes_over_port_and_kiosks(
    panel: SessionPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    desk, port = panel._desk, free_port()
    panel.overview.act.click()
    open_session(panel, port)
    kiosks = [kiosk(qtbot, panel, tmp_path / str(number)) for number in range(1, 5)]
    shown: dict[int, list[str]] = {number: [] for number in range(4)}
    for number, each in enumerate(kiosks):
        each.shown.connect(lambda view, number=number: shown[number].append(view.page))
    qtbot.waitUntil(lambda: all(Page.CHECK_IN in pages for pages in shown.values()))
    first = desk.host
    assert first is not None
    first.abandon()
    qtbot.waitUntil(lambda: not desk.session_is_running)
    for pages in shown.values():
        pages.clear()

    panel.summary.new.click()
    wizard = wizard_of(panel)
    assert wizard.draft.port == port
    open_session(panel, None)
    second = desk.host
    assert second is not None
    assert second is not first
    assert second.session != first.session
    assert second.port == port
    qtbot.waitUntil(
        lambda: all(pages[-1:] == [Page.CHECK_IN] for pages in shown.values()), timeout=10_000
    )
    for each in kiosks:
        assert each.view is not None


def test_the_check_knows_what_the_program_holds(panel: SessionPanel, qtbot: QtBot) -> None:
    desk, port = panel._desk, free_port()
    panel.overview.act.click()
    open_session(panel, port)
    host = desk.host
    assert host is not None
    host.abandon()
    panel.summary.new.click()
    wizard = wizard_of(panel)
    wizard.draft.port = port
    wizard.preflight.enter(wizard.draft)
    found = {finding.check: finding for finding in wizard.preflight.findings}
    assert found[Check.PORT].verdict is Verdict.OK
    assert f"from session {host.session}" in finding_sentence(found[Check.PORT])
    assert found[Check.UNFINISHED].verdict is Verdict.OK
    # What another program holds still stops: on an address that the session did not listen on.
    with socket.create_server(("127.0.0.2", port)):
        wizard.draft.address = "127.0.0.2"
        wizard.preflight.enter(wizard.draft)
    found = {finding.check: finding for finding in wizard.preflight.findings}
    assert found[Check.PORT].verdict is Verdict.STOPS


def test_a_pilot_is_not_called_what_the_study_needs(panel: SessionPanel) -> None:
    panel.overview.act.click()
    wizard = wizard_of(panel)
    wizard.draft.purpose = "pilot"
    wizard.preflight.enter(wizard.draft)
    step = next(each for each in wizard.preflight.findings if each.check is Check.STEP)
    assert finding_sentence(step) == (
        "A pilot is possible now. Nothing in it counts for the study."
    )
