"""Interrupting and ending the hosted session, each after a question."""

from PySide6.QtWidgets import QWidget

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
    )
    if wanted:
        desk.end_hosting()
    return wanted


def end_session(desk: Desk, page: QWidget) -> None:
    """Ask above the page, and end the session if that is wanted.

    Raises:
        OperatorError: Its end cannot be saved.
    """
    host = desk.host
    if host is not None and confirm(
        page,
        translate("End the session?"),
        ControlTexts().end_warning(host.runner.state),
        translate("End the session"),
    ):
        host.abandon()
