"""One mechanism of the library: how it divides the fund, and where it comes from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hcmd_lab.figures.head_share import HeadShareKey
from hcmd_lab.figures.heatmaps import PolicyHeatMaps, policy_rows
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.study.library import LibraryEntry
from hcmd_lab.telling.library import source_in_words
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.times import when
from hcmd_lab.telling.translate import translate
from ui.control.figure_view import FigureView
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.look.layouts import Spare, fill, in_row
from ui.look.widgets import Card, label

_DIGITS = 12
_MAPS_PX = 200


class MechanismCard(Card):
    """Heat maps, origin and hash of a mechanism.

    Signals:
        gate_requested(): Tell what is known of it before people meet it.
        explain_requested(): Tell in words what it does.
        export_requested(): Write its table.

    Attributes:
        name: Its name.
        origin: Where it comes from, who added it and when.
        maps: The head's share of the fund, by contributions.
    """

    gate_requested = Signal()
    explain_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the card without a mechanism."""
        super().__init__(parent=parent)
        self.name = label("", "heading")
        self.origin = label("")
        self.maps = FigureView()
        self.maps.setMinimumHeight(_MAPS_PX)
        self._how = label("", "caption")
        self._key = FigureView()
        self.gate = icon_button(
            Icon.CHECK, translate("&Before people meet it…"), "quiet", clicked=self.gate_requested
        )
        self.explain = icon_button(
            Icon.EXPLAIN, translate("E&xplain…"), "quiet", clicked=self.explain_requested
        )
        self.export = icon_button(
            Icon.EXPORT, translate("Save as tab&le…"), "quiet", clicked=self.export_requested
        )
        acts = in_row(self.gate, self.explain, self.export, Spare(), gap=1)
        fill(self.body, self.name, self.origin, self._how, (self.maps, 1), self._key, acts)

    def show_mechanism(self, entry: LibraryEntry, table: FrozenPolicy) -> None:
        """Show a mechanism of the library."""
        self.name.setText(pretty_name(entry.name))
        self.origin.setText(_origin(entry))
        has_roles = not is_equal(table.game)
        figure = PolicyHeatMaps(policy_rows([table]), 1 / table.game.seats, has_roles=has_roles)
        self.maps.show_figure(figure)
        self._how.setText(figure.subtitle)
        self._key.show_figure(HeadShareKey(1 / table.game.seats, has_roles=has_roles))

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        self.maps.update()
        self._key.update()


def _origin(entry: LibraryEntry) -> str:
    told = [source_in_words(entry)]
    if entry.added_by:
        told.append(
            translate("Added by {user} on {when}.", user=entry.added_by, when=when(entry.added_utc))
        )
    if entry.sha256:
        told.append(translate("Table {hash}…", hash=entry.sha256[:_DIGITS]))
    return " ".join(told)
