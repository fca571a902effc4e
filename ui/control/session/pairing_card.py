"""The pairing card: code, address and command, while stations are missing."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hcmd_lab.telling.translate import translate
from ui.control.session.code_view import CodeView
from ui.control.session.joining import Joining
from ui.look import SPACE
from ui.look.layouts import fill, in_column, in_row
from ui.look.selectable_text import SelectableText
from ui.look.tips import set_tip
from ui.look.widgets import Card, button, label

_MOST_NAMES = 6


class PairingCard(Card):
    """Shows what must be typed at the stations.

    Signals:
        projector_requested(): Show it full screen.
        hide_requested(): The card is to be hidden.
        door_requested(bool): Pairing is to be opened, or closed.
        places_freed(): The places of stations that have gone are to be given away.

    Attributes:
        door: Opens pairing, or closes it.
        free: Gives away the places of stations that have gone, where pairing is closed.
    """

    projector_requested = Signal()
    hide_requested = Signal()
    door_requested = Signal(bool)
    places_freed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a code."""
        super().__init__(parent=parent)
        self._joining: Joining | None = None
        self.body.setSpacing(SPACE[2])
        self.body.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        self.stations = label("", "heading", wrap=False)
        self.copy_code = button("", clicked=self._copy_code)
        self.copy_command = button("", clicked=self._copy_command)
        self._name_copies()
        projector = button(translate("Show on pro&jector"), clicked=self.projector_requested)
        hide = button(translate("H&ide"), "quiet", clicked=self.hide_requested)
        self._is_open = True
        self._door_words = label("", "caption")
        self.free = button("", clicked=self.places_freed)
        set_tip(
            self.free,
            translate(
                "Stations that have gone keep their places. With these given away as many others "
                "can be paired; a station that comes back comes in all the same."
            ),
        )
        self.door = button("", clicked=lambda: self.door_requested.emit(not self._is_open))
        told = in_column(self.stations, self._door_words)
        top = in_row(
            (told, 1), self.door, self.copy_code, self.copy_command, projector, hide,
            gap=2,
        )  # fmt: skip
        self.code = CodeView(min_height_px=72)
        self._address = SelectableText("")
        self._command = SelectableText("", "caption")
        bottom = in_row((self._address, 2), (self._command, 5), self.free, gap=5)
        fill(self.body, top, self.code, bottom)

    def show_joining(self, joining: Joining) -> None:
        """Show the instructions for joining."""
        self._joining = joining
        self._name_copies()
        self.code.show_code(joining.code)
        first, *others = joining.servers
        also = translate(" (or {others})", others=", ".join(others)) if others else ""
        self._address.setText(translate("Lab computer: {server}", server=first) + also)
        self._command.setText(translate("Command: {command}", command=joining.command))

    def show_stations(self, here: int, needed: int) -> None:
        """Show the number of connected stations and the number needed."""
        self.stations.setText(translate("{here} of {n} station(s) connected", here=here, n=needed))

    def show_door(
        self, *, is_open: bool, inside: int, expected: int | None, gone: Collection[str]
    ) -> None:
        """Show whether new stations can be paired now.

        Args:
            is_open: Whether they can.
            inside: Stations that have come in and keep a place.
            expected: Stations after which pairing closes; None for any number.
            gone: Those inside that are not connected.
        """
        self._is_open = is_open
        is_full = not is_open and expected is not None and inside >= expected
        self.free.setVisible(is_full and bool(gone))
        self.free.setText(translate("&Give away {n} place(s)", n=len(gone)))
        if is_open:
            self._door_words.setText(_open_words(inside, expected))
            self.door.setText(translate("Close pai&ring"))
            set_tip(
                self.door,
                translate("Stations that have not been paired then wait until you let them in."),
            )
        else:
            self._door_words.setText(_closed_words(inside, gone))
            self.door.setText(translate("Open pai&ring"))
            set_tip(self.door, translate("Stations with the code come in again, for five minutes."))

    def _name_copies(self) -> None:
        """Say of neither that it was copied: the clipboard holds one, and codes change."""
        self.copy_code.setText(translate("Copy &code"))
        self.copy_command.setText(translate("Copy co&mmand"))

    def _copy_code(self) -> None:
        if self._joining is not None:
            QGuiApplication.clipboard().setText(self._joining.code)
            self._name_copies()
            self.copy_code.setText(translate("Copied"))

    def _copy_command(self) -> None:
        if self._joining is not None:
            QGuiApplication.clipboard().setText(self._joining.command)
            self._name_copies()
            self.copy_command.setText(translate("Copied"))


def _open_words(inside: int, expected: int | None) -> str:
    if expected is None or inside >= expected:  # opened again, for a while
        return translate("Pairing is open")
    return translate(
        "Pairing is open: {inside} of {n} expected station(s) came in",
        inside=inside,
        n=expected,
    )


def _closed_words(inside: int, gone: Collection[str]) -> str:
    said = translate("Pairing is closed: {n} station(s) (has|have) come in", n=inside)
    if gone:
        some = sorted(gone)[:_MOST_NAMES]
        names = ", ".join(some) + (" …" if len(gone) > _MOST_NAMES else "")
        said += translate(", of which {n} (is|are) gone ({names})", n=len(gone), names=names)
    return said
