"""The mirror: a participant's screen as a read-only picture; in a blind session its name alone."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hcmd_lab.game.script import page_ms, waits_at_gate
from hcmd_lab.game.state import SessionState
from hcmd_lab.game.station_view import station_view
from hcmd_lab.telling import times
from hcmd_lab.telling.translate import translate
from ui.control.session.screen_picture import ScreenPicture
from ui.control.session.state_words import page_words
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
        self.reading = label("", "caption")
        in_column(self.title, self.reading, self._picture, of=self, gap=2)
        self.show_station("", None, 0)

    def show_station(self, station: str, state: SessionState | None, now_ms: int) -> None:
        """Show a station's screen at a time on the session's clock; an empty name shows none.

        Args:
            station: Its name.
            state: The session; None without one.
            now_ms: On the session's clock.
        """
        reading = "" if state is None else _reading_words(state, station, now_ms)
        self.reading.setText(reading)
        self.reading.setVisible(bool(reading))
        if state is None or not station:
            self.title.setText(translate("Choose a station to see its screen"))
            self._picture.show_view(None)
            self._picture.hide()
            return
        code = state.occupant(station)
        blind = state.plan.settings.blind
        who = "" if code is None or blind else state.participants[code].label
        if who:
            self.title.setText(translate("Station {name}: {who}, read-only", name=station, who=who))
        else:
            self.title.setText(translate("Station {name}, read-only", name=station))
        view = station_view(state, station, now_ms)
        if blind:
            page = page_words(view.page)
            self.title.setText(translate("Station {name}: {page} (blind)", name=station, page=page))
        self._picture.show_view(None if blind else view)
        self._picture.setVisible(not blind)


def _reading_words(state: SessionState, station: str, now_ms: int) -> str:
    """How long the participant has read each page of the instructions; empty if none."""
    code = state.occupant(station)
    if code is None:
        return ""
    progress = state.participants[code].progress
    waits = waits_at_gate(state, progress)
    spent = progress.page_ms if waits else page_ms(progress, now_ms)
    if not spent:
        return ""
    return translate(
        "Time on each page of the instructions: {times}", times=", ".join(map(times.clock, spent))
    )
