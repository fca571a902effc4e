"""The mirror: a participant's screen as a read-only picture."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hcmd_lab.game.state import SessionState
from hcmd_lab.game.view import station_view
from hcmd_lab.telling.translate import translate
from ui.control.session.screen_picture import ScreenPicture
from ui.look.layouts import in_column
from ui.look.widgets import label


class Mirror(QWidget):
    """The screen of one station, read-only."""

    def __init__(
        self, pictures: Callable[[str], bytes | None], parent: QWidget | None = None
    ) -> None:
        """Start without a station; `pictures` are those of `ScreenPicture`."""
        super().__init__(parent)
        self._station = ""
        self.title = label("", "heading")
        self._picture = ScreenPicture(pictures, self)
        in_column(self.title, self._picture, of=self, gap=2)
        self.show_station("", None, 0)

    def show_station(self, station: str, state: SessionState | None, now_ms: int) -> None:
        """Show a station's screen at a time on the session's clock; an empty name shows none.

        Args:
            station: Its name.
            state: The session; None without one.
            now_ms: On the session's clock.
        """
        if state is None or not station:
            self.title.setText(translate("Choose a station to see its screen"))
            self._picture.show_view(None)
            self._picture.hide()
            return
        code = state.occupant(station)
        who = "" if code is None else state.participants[code].label
        if who:
            self.title.setText(translate("Station {name}: {who}, read-only", name=station, who=who))
        else:
            self.title.setText(translate("Station {name}, read-only", name=station))
        self._picture.show_view(station_view(state, station, now_ms))
        self._picture.show()
