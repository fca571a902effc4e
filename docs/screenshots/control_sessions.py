"""Sessions in the control window: the wizard, joining, four stations, forty-eight, a pilot."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from unittest.mock import patch

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox

from docs.screenshots.kiosk_script import RULES
from docs.screenshots.staged import HERE, resume_staged
from docs.screenshots.studies import MIDDLE
from docs.screenshots.studio import Studio
from docs.screenshots.taking import picture, rest, wait_until
from hcmd_lab.game import events as ev
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.network.addresses import NetworkAddress
from ui.control.data.privacy_desk import PrivacyDesk
from ui.control.live_panel import LivePanel
from ui.control.session.as_last_time import AsLastTime
from ui.control.session.joining import Joining
from ui.control.session.participant_list_desk import ParticipantListDesk
from ui.control.session.projector import Projector
from ui.control.session.script_preview import ScriptPreview
from ui.control.session.session_end import end_session
from ui.control.session.session_review import ReviewPage, SessionReview
from ui.control.session.wizard import SessionWizard
from ui.control.session_panel import SessionPanel

_JOINING = Joining("7Q4M-X2KD-90AB-C3FT", ("192.168.1.10:8765",))
_NETWORK = (NetworkAddress("192.168.1.10", "eth0"),)
_GUESTS = ("B7NRF", "JSF6K", "KCTN4", "RMHZG", "WBPDM", "6LB8G")
_ONE_GROUP_DONE_MS = 470_000
"""By then the first of two groups has played everything."""
_PAGES = ("mode", "groups", "rules", "script", "payment", "kiosks", "check")


def sessions() -> Iterator[tuple[str, QImage]]:
    """Names and pictures."""
    yield from _wizard()
    yield from _joining("pairing", "m4k7w2pa", "acquire", 3)
    yield from _joining("pilot", "t9c3xq5e", "pilot", 4)
    yield from _participant_list()
    yield from _projector()
    yield from _script()
    yield from _four_stations()
    yield from _many_stations()
    yield from _payments()


def _wizard() -> Iterator[tuple[str, QImage]]:
    studio = Studio(MIDDLE)
    studio.desk.exit_pin = "471902"
    panel = studio.panel("session", SessionPanel)
    panel.begin_session()
    again = panel.wizard
    if not isinstance(again, AsLastTime):
        raise ValueError("the study plays no further session now")
    yield "session-as-last-time", studio.picture()
    again.cancelled.emit()
    first = replace(again.draft, is_first=True)
    with patch("ui.control.session_panel.new_draft", lambda _desk: first):
        panel.begin_session()
    wizard = panel.wizard
    if not isinstance(wizard, SessionWizard):
        raise ValueError("a first session is planned without the wizard")
    with (
        patch("ui.control.session.kiosks_page.network_addresses", lambda: list(_NETWORK)),
        patch("hcmd_lab.hosting.preflight.network_addresses", lambda: list(_NETWORK)),
    ):
        for number, name in enumerate(_PAGES):
            if name == "script":
                for part in ("consent", "instructions", "control_questions", "payment_screen"):
                    switch = wizard.script.form.fields[part].editor
                    if isinstance(switch, QCheckBox) and not switch.isChecked():
                        switch.click()
            yield f"wizard-{number + 1}-{name}", studio.picture()
            if number + 1 < len(_PAGES):
                wizard.forward.click()
    studio.close()


def _joining(name: str, code: str, purpose: Purpose, stations: int) -> Iterator[tuple[str, QImage]]:
    """A session that has just been opened."""
    studio = Studio(MIDDLE)
    panel = studio.panel("session", SessionPanel)
    with patch("hcmd_lab.hosting.session_host.new_code", lambda: code):
        studio.desk.open_session(purpose, 1, GAME_ALONE, address=HERE, port=0, exit_pin="")
    host = studio.desk.host
    if host is None:
        raise ValueError("the session was not opened")
    for station in range(1, stations + 1):
        host.runner.do(ev.StationBack, str(station))
    host.runner.do(ev.CheckedIn, "k2qiocpd", "1", "", False)
    host.runner.do(ev.CheckedIn, "x7d03mfe", "2", "", False)
    panel.running.pairing.show_joining(_JOINING)
    panel.running.header.code_requested.emit()
    yield f"session-{name}", studio.picture()
    host.abandon()
    studio.close()


def _script() -> Iterator[tuple[str, QImage]]:
    """Before the game: somebody calls, others read."""
    studio = Studio(MIDDLE)
    panel = studio.panel("session", SessionPanel)
    with patch("hcmd_lab.hosting.session_host.new_code", lambda: "b6r1n8yd"):
        studio.desk.open_session("acquire", 1, RULES, address=HERE, port=0, exit_pin="")
    host = studio.desk.host
    if host is None:
        raise ValueError("the session was not opened")
    do, version = host.runner.do, host.runner.state.plan.materials.consent_version
    for number, code in enumerate(("k2qiocpd", "x7d03mfe", "w5s8gt1b", "p0z4hj6q"), start=1):
        do(ev.StationBack, str(number))
        do(ev.CheckedIn, code, str(number), f"A{number}", False)
        if number < 4:
            do(ev.ConsentAnswered, code, True, version)
    for page in range(1, 5):
        do(ev.PageTurned, "k2qiocpd", page)
    for answer in (1, 3, 1):
        do(ev.QuestionAnswered, "k2qiocpd", "keep", answer, False)
    do(ev.PageTurned, "x7d03mfe", 1)
    do(ev.TurnedAway, "c3v9ml2e", "A5", "every seat is taken")
    panel.running.grid.point_at("1")
    yield "session-script", studio.picture()
    plan = host.runner.state.plan
    preview = ScriptPreview(plan.materials, RULES, plan.game, {}, panel)
    preview.script.pages.setCurrentRow(2)
    preview.show()
    rest()
    yield "script-preview", picture(preview)
    preview.close()
    host.abandon()
    studio.close()


def _participant_list() -> Iterator[tuple[str, QImage]]:
    """Who of the participant list is here, and what is done for everyone's privacy."""
    studio = Studio(MIDDLE)
    rules = parse_rules({"participant_list": True}, GAME_ALONE)
    with patch("hcmd_lab.hosting.session_host.new_code", lambda: "w5h2x8kd"):
        studio.desk.open_session(
            "acquire", 1, rules, participant_list=_GUESTS, address=HERE, port=0, exit_pin=""
        )
    host = studio.desk.host
    if host is None:
        raise ValueError("the session was not opened")
    for station, label in enumerate(_GUESTS[:3], start=1):
        host.runner.do(ev.StationBack, str(station))
        host.runner.do(ev.CheckedIn, f"k2qiocp{station}", str(station), label, False)
    panel = studio.panel("session", SessionPanel)
    yield "guests", studio.picture_with(ParticipantListDesk(studio.desk, panel))
    host.abandon()
    yield "privacy", studio.picture_with(PrivacyDesk(studio.desk, panel))
    studio.close()


def _projector() -> Iterator[tuple[str, QImage]]:
    projector = Projector(_JOINING)
    projector.resize(1280, 720)
    projector.show()
    rest()
    yield "projector", picture(projector)
    projector.close()


def _four_stations() -> Iterator[tuple[str, QImage]]:
    studio = Studio(MIDDLE)
    panel = studio.panel("session", SessionPanel)
    resume_staged(studio.desk, "acquire", 1)
    panel.running.grid.point_at("2")
    yield "session-4-mirror", studio.picture()
    yield "question", studio.picture_asking(partial(end_session, studio.desk, panel))
    live = studio.panel("live", LivePanel)
    wait_until(lambda: live.board is not None, "the live plots")
    rest(2500)  # the map of the mechanism is computed beside the window
    yield "live-4", studio.picture()
    studio.close()


def _many_stations() -> Iterator[tuple[str, QImage]]:
    studio = Studio(MIDDLE)
    panel = studio.panel("session", SessionPanel)
    resume_staged(studio.desk, "acquire", 12, absent=("18",))
    host = studio.desk.host
    if host is None:
        raise ValueError("the session was not opened")
    host.runner.do(ev.Paused, 3, "A participant has a question.")
    yield "session-48", studio.picture()
    panel.running.grid.point_at("30")
    yield "session-48-mirror", studio.picture()
    live = studio.panel("live", LivePanel)
    wait_until(lambda: live.board is not None, "the live plots")
    rest(1500)
    yield "live-48", studio.picture()
    host.abandon()
    studio.panel("session", SessionPanel)
    yield "session-summary", studio.picture()
    studio.close()


def _payments() -> Iterator[tuple[str, QImage]]:
    """One group has played, another still does; someone was turned away, another gets more."""
    studio = Studio(MIDDLE)
    panel = studio.panel("session", SessionPanel)
    resume_staged(studio.desk, "acquire", 2, until_ms=_ONE_GROUP_DONE_MS)
    host = studio.desk.host
    if host is None:
        raise ValueError("the session was not opened")
    host.runner.do(ev.TurnedAway, "c3v9ml2e", "Mia", "every seat is taken")
    first = next(iter(host.runner.state.participants))
    host.runner.do(ev.PaymentAdjusted, first, 2150, "bus ticket")
    review = SessionReview(studio.desk, host.session, panel)
    review.payments.mark_paid(first, is_paid=True)
    review.show_page(ReviewPage.PAYMENTS)
    review.show()
    rest()
    yield "payments", picture(review)
    review.close()
    host.abandon()
    studio.close()
