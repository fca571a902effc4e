"""The payment dialog: amounts, overrides with a reason, receipts, payment file."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QDoubleSpinBox, QFileDialog, QLineEdit, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.export.payment_file import write_payment_file
from hcmd_lab.figures.receipts import Occasion, save_receipts
from hcmd_lab.game import events as ev
from hcmd_lab.game.payment import CENTS, Basis
from hcmd_lab.game.payment_list import PaymentRow, payment_rows, total_cents
from hcmd_lab.game.script_steps import Part
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.telling import numbers
from hcmd_lab.telling.money import money
from hcmd_lab.telling.translate import translate
from ui.control.data.table_model import RecordTable, TableColumn
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.session.experimenter_commands import EventDraft, perform
from ui.control.session.state_words import seat_words
from ui.look.widgets import button, label, set_role

_REFRESH_MS = 1000


@dataclass(frozen=True, slots=True)
class _Shown:
    """A row of the table."""

    row: PaymentRow
    currency: str


class PaymentDesk(QDialog):
    """Payments of the hosted session, updated while it runs.

    Attributes:
        table: A row for each participant.
        adjust: Sets another sum for the chosen one.
        receipts: Saves receipts as a PDF.
        file: Saves a CSV file.
        anonymous: Whether both leave labels out.
        words: The total, or what was done or went wrong.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show the current payments."""
        super().__init__(parent)
        self._desk = desk
        self._rows: list[PaymentRow] = []
        self.setWindowTitle(translate("Payments"))
        self.table = RecordTable(translate("Payments"), _columns())
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self._total = label("", "heading", wrap=False)
        self.words = label("")
        self.anonymous = QCheckBox(translate("&Without labels"))
        self.adjust = button(translate("Pay &another amount…"), clicked=self._adjust)
        self.receipts = button(translate("Save &receipts…"))
        self.file = button(translate("Save &list…"))
        close = button(translate("&Close"), "primary", clicked=self.accept)
        self.receipts.clicked.connect(lambda: self._save(self._save_receipts, "receipts", "pdf"))
        self.file.clicked.connect(lambda: self._save(self._save_file, "payments", "csv"))
        column = dialog_column(self)
        column.addWidget(self._total)
        column.addWidget(self.table, 1)
        column.addWidget(self.words)
        column.addLayout(
            dialog_foot(self.adjust, self.file, self.receipts, close, before=self.anonymous)
        )
        self.resize(860, 520)
        self._clock = QTimer(self, interval=_REFRESH_MS)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        self.refresh()

    def refresh(self) -> None:
        """Show the current payments; the table is untouched if nothing has changed."""
        host = self._desk.host
        if host is None:
            return
        state = host.runner.state
        rows = payment_rows(state)
        if rows != self._rows:
            self._rows = rows
            currency = state.plan.payment.currency
            self.table.show_records(
                [_Shown(row, currency) for row in rows], key=lambda shown: shown.row.participant
            )
        playing = sum(
            person.progress.part not in (Part.PAYMENT, Part.DONE, Part.DECLINED, Part.TURNED_AWAY)
            for person in state.participants.values()
        )
        words = translate(
            "Total: {amount} for {n} participant(s)",
            n=len(rows),
            amount=money(total_cents(rows), state.plan.payment.currency),
        )
        if playing:
            words = f"{words}. {translate('{n} of them (has|have) not finished yet.', n=playing)}"
        self._total.setText(words)
        self._enable()

    def set_payment(self, participant: str, cents: int, reason: str) -> None:
        """Set somebody's payment; the reason is logged."""
        host = self._desk.host
        if host is None:
            return
        failure = perform(
            host.runner, (EventDraft(ev.PaymentAdjusted, (participant, cents, reason)),)
        )
        self._tell(failure or translate("Noted."), wrong=bool(failure))
        self.refresh()

    def _adjust(self) -> None:
        shown: _Shown | None = self.table.chosen()
        host = self._desk.host
        if shown is None or host is None:
            return
        row = shown.row
        question = PaymentQuestion(row, host.runner.state.plan.payment.currency, self)
        if question.exec() == QDialog.DialogCode.Accepted:
            self.set_payment(row.participant, question.cents, question.reason.text().strip())
        question.deleteLater()

    def _save(self, write: Callable[[SessionHost, Path], None], name: str, ending: str) -> None:
        host = self._desk.host
        if host is None:
            return
        folder = self._desk.study.store.folder.exports
        place, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), str(folder / f"{name}-{host.session}.{ending}")
        )
        if not place:
            return
        try:
            write(host, Path(place))
        except OperatorError as error:
            self._tell(translate(error), wrong=True)
        else:
            self._tell(translate("Saved: {file}", file=place), wrong=False)

    def _save_file(self, host: SessionHost, path: Path) -> None:
        currency = host.runner.state.plan.payment.currency
        write_payment_file(path, self._rows, currency, with_labels=not self.anonymous.isChecked())

    def _save_receipts(self, host: SessionHost, path: Path) -> None:
        study = self._desk.study
        opened = next(r.opened_utc for r in study.store.tables.sessions() if r.code == host.session)
        occasion = Occasion(
            study.settings.name, host.session, opened, host.runner.state.plan.payment
        )
        save_receipts(path, self._rows, occasion, anonymous=self.anonymous.isChecked())

    def _enable(self) -> None:
        self.adjust.setEnabled(self.table.chosen() is not None)
        self.adjust.setToolTip(
            "" if self.adjust.isEnabled() else translate("Choose a participant.")
        )
        for each in (self.receipts, self.file):
            each.setEnabled(bool(self._rows))

    def _tell(self, words: str, *, wrong: bool) -> None:
        set_role(self.words, "danger" if wrong else "caption")
        self.words.setText(words)


class PaymentQuestion(QDialog):
    """Asks for a different amount and the reason.

    Attributes:
        amount: Amount in the currency.
        reason: The reason.
        act: The button that continues, enabled once there is a reason.
    """

    def __init__(self, row: PaymentRow, currency: str, parent: QWidget | None = None) -> None:
        """Start with the current amount."""
        super().__init__(parent)
        self.setWindowTitle(translate("Pay another amount"))
        now = money(row.payment.total_cents, currency)
        self.amount = QDoubleSpinBox()
        self.amount.setDecimals(2)
        self.amount.setRange(0, 100_000)
        self.amount.setSuffix(f" {currency}")
        self.amount.setValue(row.payment.total_cents / CENTS)
        self.amount.setAccessibleName(translate("Amount"))
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.setPlaceholderText(translate("Reason, for the log and the export:"))
        self.reason.setAccessibleName(translate("Reason"))
        self.act = button(translate("&Pay this"), "primary", clicked=self.accept)
        self.act.setEnabled(False)
        cancel = button(translate("&Cancel"), clicked=self.reject)
        self.reason.textChanged.connect(lambda text: self.act.setEnabled(bool(text.strip())))
        column = dialog_column(self)
        who = row.label or row.participant
        sentence = translate("{person} will now be paid {amount}.", person=who, amount=now)
        column.addWidget(label(sentence, "heading"))
        column.addWidget(self.amount)
        column.addWidget(self.reason)
        column.addLayout(dialog_foot(cancel, self.act))
        self.setMinimumWidth(420)
        self.amount.selectAll()

    @property
    def cents(self) -> int:
        """The amount in hundredths."""
        amount = Decimal(repr(self.amount.value())) * CENTS
        return int(amount.to_integral_value(ROUND_HALF_UP))


def _columns() -> list[TableColumn[_Shown]]:
    return [
        TableColumn(
            translate("Participant"),
            lambda shown: shown.row.label or shown.row.participant,
            lambda shown: shown.row.participant,
        ),
        TableColumn(
            translate("Station"),
            lambda shown: shown.row.station or "–",
            lambda shown: shown.row.station,
        ),
        TableColumn(translate("Place"), _place, _place_order),
        TableColumn(
            translate("Coins"),
            lambda shown: numbers.aligned_coins(shown.row.payment.paid_hundredths),
            lambda shown: shown.row.payment.paid_hundredths,
            is_number=True,
        ),
        TableColumn(
            translate("Amount"),
            lambda shown: money(shown.row.payment.total_cents, shown.currency),
            lambda shown: shown.row.payment.total_cents,
            is_number=True,
        ),
        TableColumn(translate("Remark"), _remark),
    ]


def _place(shown: _Shown) -> str:
    if shown.row.group is None or shown.row.seat is None:
        return "–"
    return translate(
        "Group {group}, {seat}", group=shown.row.group, seat=seat_words(shown.row.seat)
    )


def _place_order(shown: _Shown) -> int:
    return 10 * (shown.row.group or 0) + (shown.row.seat or 0)


def _remark(shown: _Shown) -> str:
    if shown.row.payment.adjusted_cents is not None:
        return translate("Set by the experimenter")
    match shown.row.payment.basis:
        case Basis.PLAYED:
            return translate("Bot") if shown.row.is_bot else ""
        case Basis.DROPPED:
            return translate("Dropped")
        case Basis.VOID:
            return translate("Group is void")
        case Basis.NOT_SEATED:
            return translate("Did not play")
        case _:
            assert_never(shown.row.payment.basis)
