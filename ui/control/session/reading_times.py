"""How long each participant has read each page of the instructions: pages across, stations down."""

from dataclasses import dataclass
from statistics import median_low

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcmd_lab.game.script import page_ms, waits_at_gate
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.state import SessionState
from hcmd_lab.telling import times
from hcmd_lab.telling.numbers import whole
from hcmd_lab.telling.translate import translate
from ui.control.data.table_model import RecordTable, TableColumn
from ui.look.tokens import tokens
from ui.look.widgets import label


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A participant who has begun to read, or the median of all.

    Attributes:
        station: The last station; empty for the median.
        who: The label; empty in a blind session.
        spent: Milliseconds on each page so far; None for a page that was not reached.
        page: The page that is open now; None after the last one.
    """

    station: str
    who: str
    spent: tuple[int | None, ...]
    page: int | None

    @property
    def total(self) -> int:
        """Milliseconds on all pages."""
        return sum(each or 0 for each in self.spent)


def reading_rows(state: SessionState, now_ms: int) -> list[ReadingRow]:
    """The people who have begun to read, by station, and the median if there are several.

    Args:
        state: The session.
        now_ms: On the session's clock.
    """
    pages = page_count(state)
    rows = []
    for person in state.participants.values():
        progress = person.progress
        waits = waits_at_gate(state, progress)
        spent = progress.page_ms if waits else page_ms(progress, now_ms)
        if not spent or person.is_bot:
            continue
        reads = progress.part is Part.INSTRUCTIONS and not waits
        rows.append(
            ReadingRow(
                person.station,
                "" if state.plan.settings.blind else person.label,
                (*spent, *[None] * (pages - len(spent))),
                progress.page if reads else None,
            )
        )
    rows.sort(key=lambda row: (len(row.station), row.station))
    return [*rows, _median(rows, pages)] if len(rows) > 1 else rows


def _median(rows: list[ReadingRow], pages: int) -> ReadingRow:
    """Of those who have left a page; a page that nobody has left has none."""
    left = [
        [row.spent[page] for row in rows if row.spent[page] is not None and row.page != page]
        for page in range(pages)
    ]
    middle = (median_low([each or 0 for each in spent]) if spent else None for spent in left)
    return ReadingRow("", "", tuple(middle), None)


def page_count(state: SessionState) -> int:
    """Pages of the instructions, as many as in the longest language."""
    sheets = state.plan.materials.sheets.values()
    return max((len(sheet.instructions) for sheet in sheets), default=0)


class ReadingTimes(QWidget):
    """The table; without instructions there is a sentence in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a session."""
        super().__init__(parent)
        self._pages = 0
        self.table: RecordTable | None = None
        self.words = label("", "caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.words)
        self._column.addStretch(0)

    def show_state(self, state: SessionState, now_ms: int) -> None:
        """Show the times of a session.

        Args:
            state: The session.
            now_ms: On the session's clock.
        """
        pages = page_count(state) if state.plan.script.instructions else 0
        if pages != self._pages:
            self._pages = pages
            self._make_table(pages)
        rows = reading_rows(state, now_ms) if pages else []
        if not pages:
            self.words.setText(translate("This session has no instructions."))
        elif not rows:
            self.words.setText(translate("Nobody has begun to read yet."))
        else:
            self.words.setText(
                translate("Minutes and seconds on page 1, 2, …; the page open now is in colour.")
            )
        if self.table is not None:
            self.table.show_records(rows, key=lambda row: row.station)
            self.table.setVisible(bool(rows))

    def _make_table(self, pages: int) -> None:
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.deleteLater()
            self.table = None
        if pages:
            self.table = RecordTable(translate("Reading times"), _columns(pages))
            self._column.insertWidget(1, self.table, 1)


def _columns(pages: int) -> list[TableColumn[ReadingRow]]:
    return [
        TableColumn(translate("Station"), _station, _order),
        *(_page_column(page) for page in range(pages)),
        TableColumn(
            translate("All pages"),
            lambda row: times.clock(row.total),
            lambda row: row.total,
            is_number=True,
        ),
    ]


def _station(row: ReadingRow) -> str:
    if not row.station:
        return translate("Median")
    return f"{row.station} · {row.who}" if row.who else row.station


def _order(row: ReadingRow) -> tuple[bool, int, str]:
    """The median last, and 10 after 9."""
    return not row.station, len(row.station), row.station


def _page_column(page: int) -> TableColumn[ReadingRow]:
    def spent(row: ReadingRow) -> str:
        found = row.spent[page]
        return "–" if found is None else times.clock(found)

    return TableColumn(
        whole(page + 1),  # short: there is little room beside the stations
        spent,
        lambda row: -1 if row.spent[page] is None else row.spent[page],
        is_number=True,
        ink=lambda row: tokens().accent if row.page == page else None,
    )
