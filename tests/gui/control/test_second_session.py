"""Two sessions, one after the other, opened with the wizard of one program at one port."""

import socket
from pathlib import Path

from network_lab import HOME
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.view import Page
from hcmd_lab.hosting.preflight import Check, Verdict
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from ui.control.session.as_last_time import AsLastTime
from ui.control.session.preflight_words import finding_sentence
from ui.control.session.wizard import SessionWizard
from ui.control.session_panel import SessionPanel
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.station import Station


def first_of(panel: SessionPanel) -> SessionWizard:
    assert isinstance(panel.wizard, SessionWizard)
    return panel.wizard


def further_of(panel: SessionPanel) -> AsLastTime:
    assert isinstance(panel.wizard, AsLastTime)
    return panel.wizard


def open_session(panel: SessionPanel, port: int) -> None:
    """Click through the wizard."""
    wizard = first_of(panel)
    while wizard.number < len(wizard.pages) - 1:
        if wizard.pages[wizard.number] is wizard.kiosks:
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
    assert further_of(panel).draft.port == port
    further_of(panel).forward.click()
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
    wizard = further_of(panel)
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
    wizard = first_of(panel)
    wizard.draft.purpose = "pilot"
    wizard.preflight.enter(wizard.draft)
    step = next(each for each in wizard.preflight.findings if each.check is Check.STEP)
    assert finding_sentence(step) == (
        "A pilot is possible now. Nothing in it counts for the study."
    )


def test_a_further_session_is_one_page_to_be_changed_in_place(
    panel: SessionPanel, qtbot: QtBot
) -> None:
    desk = panel._desk
    panel.overview.act.click()
    first_of(panel).draft.payment = PaymentSettings(currency="CHF")
    open_session(panel, free_port())
    assert desk.host is not None
    desk.host.abandon()
    panel.summary.new.click()
    page = further_of(panel)
    assert page.forward.isEnabled()
    assert "CHF" in texts_of(page)
    payment, kiosks = page.sections[4], page.sections[5]
    payment.act.click()
    rows = payment._rows
    told = [each.text() for each in payment.findChildren(QLabel) if rows.indexOf(each) >= 0]
    assert told == ["Payment", ""], "what is being changed just below is not told as it was"
    payment.page.form.fields["currency"].editor.setText("SEK")
    kiosks.act.click()  # folds the payment and takes it over
    assert not payment.is_open
    qtbot.waitUntil(lambda: "SEK" in texts_of(page))
    page.kiosks.pin.setText("12")
    assert not page.forward.isEnabled()
    assert "A PIN has 4 to 12 digits." in texts_of(page)
    kiosks.act.click()
    assert kiosks.is_open  # what is wrong is not folded away
    page.kiosks.pin.setText("2468")
    page.forward.click()
    state = desk.session_state
    assert state is not None
    assert not state.closed
    assert state.plan.payment.currency == "SEK"
    assert desk.exit_pin == "2468"


def test_a_topic_that_is_opened_comes_into_sight(panel: SessionPanel, qtbot: QtBot) -> None:
    desk = panel._desk
    panel.overview.act.click()
    open_session(panel, free_port())
    assert desk.host is not None
    desk.host.abandon()
    panel.summary.new.click()
    page = further_of(panel)
    panel.resize(1000, 500)
    panel.show()
    for section in page.sections:
        section.act.click()
        assert section.is_open
        qtbot.waitUntil(lambda section=section: top_of(section, page) >= 0)
        assert top_of(section, page) + section.act.height() < page.height(), section._name


def top_of(section: QWidget, page: QWidget) -> int:
    return section.mapTo(page, QPoint(0, 0)).y()


def test_a_list_of_people_is_never_as_last_time(panel: SessionPanel) -> None:
    panel.overview.act.click()
    wizard = first_of(panel)
    while wizard.pages[wizard.number] is not wizard.groups:
        wizard.forward.click()
    wizard.groups.participant_list.listed.click()
    assert not wizard.forward.isEnabled()
    assert "The participant list is empty" in texts_of(wizard)
    wizard.groups.participant_list.draw.click()
    open_session(panel, free_port())
    assert panel._desk.host is not None
    panel._desk.host.abandon()
    panel.summary.new.click()
    page = further_of(panel)
    assert page.sections[1].is_open
    assert not page.forward.isEnabled()
    page.groups.participant_list.draw.click()
    assert page.forward.isEnabled()


def texts_of(page: QWidget) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())
