"""The library of a study: which mechanisms there are, and what can be done with the chosen one."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hcmd_lab.study.adding import groups_that_met, why_it_stays
from hcmd_lab.study.library import LibraryEntry, library
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.telling.library import kind_in_words
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.numbers import whole
from hcmd_lab.telling.times import when
from hcmd_lab.telling.translate import translate
from ui.control.data.table_model import RecordTable, TableColumn
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.look.allowing import allow_unless
from ui.look.layouts import fill
from ui.look.widgets import Card, label

_LOWEST_PX = 240
_IN_A_ROW = 3


class LibraryAct(StrEnum):
    """Something that can be done with the library."""

    FAMILY = "family"  # add a member of the family of closed forms
    RULE = "rule"  # add the readable rule of the chosen mechanism
    IMPORT = "import"  # add a table from a file
    TAKE = "take"  # add a mechanism of another study
    RENAME = "rename"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Known:
    """A mechanism of the library, as it is listed.

    Attributes:
        entry: The mechanism.
        groups: Groups that have met it.
    """

    entry: LibraryEntry
    groups: int


class LibraryCard(Card):
    """A table of the mechanisms, and the ways to add one, to name and to remove one.

    Signals:
        chosen_changed(): Another mechanism is chosen.
        act_requested(LibraryAct): Do this, with the chosen mechanism where it concerns one.

    Attributes:
        table: The mechanisms.
        acts: The buttons.
    """

    chosen_changed = Signal()
    act_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the card without mechanisms."""
        super().__init__(translate("Library"), parent)
        self._study: ReadOnlyStudy | None = None
        self._busy = ""
        self.table = RecordTable(translate("Mechanisms"), _columns())
        self.table.setMinimumHeight(_LOWEST_PX)
        self.table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.table.selectionModel().selectionChanged.connect(self._on_chosen)
        self.acts = {
            LibraryAct.FAMILY: icon_button(Icon.ADD, translate("Fa&mily member…"), "quiet"),
            LibraryAct.RULE: icon_button(Icon.ADD, translate("Readable &rule"), "quiet"),
            LibraryAct.IMPORT: icon_button(Icon.IMPORT, translate("&Import a table…"), "quiet"),
            LibraryAct.TAKE: icon_button(Icon.FOLDER, translate("&Another study’s…"), "quiet"),
            LibraryAct.RENAME: icon_button(Icon.EDIT, translate("Re&name…"), "quiet"),
            LibraryAct.REMOVE: icon_button(Icon.DELETE, translate("R&emove…"), "quiet"),
        }
        for act, made in self.acts.items():
            made.clicked.connect(lambda _checked, act=act: self.act_requested.emit(act))
        self.why = label("", "caption")
        acts = QGridLayout()
        for at, made in enumerate(self.acts.values()):
            acts.addWidget(made, *divmod(at, _IN_A_ROW), Qt.AlignmentFlag.AlignLeading)
        fill(self.body, (self.table, 1), acts, self.why)

    @property
    def chosen(self) -> LibraryEntry | None:
        """The chosen mechanism."""
        known = self.table.chosen()
        return known.entry if isinstance(known, Known) else None

    def show_library(self, study: ReadOnlyStudy) -> None:
        """Show the mechanisms of a study; the chosen one stays chosen."""
        self._study = study
        entries = library(study)
        met = groups_that_met(study, entries)
        records = [Known(entry, met[entry.name]) for entry in entries]
        self.table.show_records(records, key=_identity)
        if self.chosen is None:
            self.choose(next(iter(study.mechanisms.names())))
        self._on_chosen()

    def choose(self, name: str) -> None:
        """Choose a mechanism by its name."""
        for row in self.table.records.find(lambda known: known.entry.name == name):
            self.table.choose(row)

    def allow(self, *, why_not: str) -> None:
        """Let mechanisms be added, named and removed, or say why not.

        Args:
            why_not: What goes on, in a sentence; empty if nothing does.
        """
        self._busy = why_not
        for act in (LibraryAct.FAMILY, LibraryAct.IMPORT, LibraryAct.TAKE):
            allow_unless(self.acts[act], why_not)
        self._offer()

    def _on_chosen(self) -> None:
        self._offer()
        self.chosen_changed.emit()

    def _offer(self) -> None:
        """Only what nobody uses can be named and removed; otherwise the reason stands there."""
        entry, study = self.chosen, self._study
        why = None
        if entry is not None and study is not None:
            why = why_it_stays(study, entry)
        self.why.setText(translate(why))
        why_not = self._busy
        if not why_not and entry is None:
            why_not = translate("Choose a mechanism.")
        for act in (LibraryAct.RENAME, LibraryAct.REMOVE):
            allow_unless(self.acts[act], why_not or translate(why))
        adds = translate("Adds the rule that describes the chosen mechanism best, as a table.")
        allow_unless(self.acts[LibraryAct.RULE], why_not, tip=adds)


def _identity(known: Known) -> str:
    return known.entry.sha256 or known.entry.name


def _columns() -> list[TableColumn[Known]]:
    return [
        TableColumn(translate("Name"), lambda known: pretty_name(known.entry.name)),
        TableColumn(translate("Kind"), lambda known: translate(kind_in_words(known.entry.kind))),
        TableColumn(
            translate("Groups"),
            lambda known: whole(known.groups),
            lambda known: known.groups,
            is_number=True,
        ),
        TableColumn(
            translate("Added"),
            lambda known: when(known.entry.added_utc) or "–",
            lambda known: known.entry.added_utc,
        ),
    ]
