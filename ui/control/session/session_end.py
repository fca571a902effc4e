"""Interrupting and ending the hosted session, each after a question."""

from functools import partial

from PySide6.QtWidgets import QWidget

from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.telling.translate import translate
from ui.control.confirm import confirm
from ui.control.desk import Desk
from ui.control.session.control_texts import ControlTexts


def interrupt_session(desk: Desk, page: QWidget) -> bool:
    """Ask above the page; returns whether the session is interrupted now."""
    sentence = translate(
        "All stations are disconnected and the session's clock stops. You can continue later "
        "with Resume; nothing is lost."
    )
    wanted = confirm(
        page,
        translate("Interrupt the session?"),
        sentence,
        translate("Interrupt"),
        danger=False,
        follow=lambda: sentence if desk.session_is_running else _is_over(),
        moot=lambda: not desk.session_is_running,
    )
    if not wanted or not desk.session_is_running:  # its stations keep their last screens
        return False
    desk.end_hosting()
    return True


def end_session(desk: Desk, page: QWidget) -> None:
    """Ask above the page, and end the session if that is wanted.

    Raises:
        OperatorError: Its end cannot be saved.
    """
    host = desk.host
    if host is not None and confirm(
        page,
        translate("End the session?"),
        _what_ends(host),
        translate("End the session"),
        follow=partial(_what_ends, host),
        moot=lambda: host.runner.state.closed,
    ):
        host.abandon()


def _what_ends(host: SessionHost) -> str:
    state = host.runner.state
    return _is_over() if state.closed else ControlTexts().end_warning(state)


def _is_over() -> str:
    return translate("The session has ended meanwhile.")
