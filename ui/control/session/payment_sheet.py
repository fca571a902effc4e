"""The payments of a session: amounts, overrides, who has been paid, receipts, payment file."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QMenu,
    QWidget,
)

from hcmd_lab.errors import OperatorError
from hcmd_lab.export.attendance_file import attendance, write_attendance
from hcmd_lab.export.payment_file import write_payment_sheet
from hcmd_lab.figures.receipts import (
    Occasion,
    paint_receipts,
    receipt_layout,
    receipts_title,
    save_receipts,
)
from hcmd_lab.game import events as ev
from hcmd_lab.game.payment_list import (
    PaymentOrder,
    PaymentRow,
    due_cents,
    payment_rows,
    people_of,
    unfinished,
)
from hcmd_lab.game.state import SessionState
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.study.recorded import LAB_FACT
from hcmd_lab.study.study_sessions import paid_out
from hcmd_lab.telling.money import money
from hcmd_lab.telling.numbers import spreadsheet_point
from hcmd_lab.telling.translate import translate
from ui.control.data.table_model import RecordTable
from ui.control.desk import Desk
from ui.control.save_place import ask_where_to_save
from ui.control.session.attendance_question import AttendanceQuestion
from ui.control.session.experimenter_commands import EventDraft, perform
from ui.control.session.payment_columns import ShownPayment, payment_columns
from ui.control.session.payment_question import PaymentQuestion
from ui.control.shown_file import show_file
from ui.look.allowing import allow_unless
from ui.look.bounded_line import BoundedLine
from ui.look.fields import ChoiceField
from ui.look.layouts import Spare, in_column, in_row
from ui.look.widgets import button, label, set_role

_REFRESH_MS = 1000
_MAX_LAB_CHARACTERS = 100


class PaymentSheet(QWidget):
    """Payments of any session of the study; of one that runs, updated while it does.

    Attributes:
        table: A row for each participant, with a tick for whoever has been paid.
        order: The order of the rows, the list and the receipts.
        lab: Name of the lab on the receipts.
        adjust: Sets another sum for the chosen one.
        receipts: Opens, prints or saves receipts.
        file: Saves a CSV file.
        recruitment: Saves attendance and payments for a recruitment system.
        anonymous: Whether both leave labels out.
        words: What was done or went wrong.
    """

    def __init__(self, desk: Desk, session: str, parent: QWidget | None = None) -> None:
        """Show the payments.

        Args:
            desk: With an open study.
            session: Code of one of its sessions that was not imported. Where another lab played
                it, its payments are shown and nothing is paid, changed or printed.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._desk = desk
        self._session = session
        self._other_lab = desk.study.labs().get(session, "")
        self._ended: SessionState | None = None
        self._rows: list[PaymentRow] = []
        self.table = RecordTable(translate("Payments"), payment_columns())
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.table.ticked.connect(self._on_ticked)
        self._total = label("", "heading")
        self._course = label("")
        self.words = label("")
        # The rows stay where they are: whoever ticks one after another would hit the next person.
        self._course.setMinimumHeight(self._course.fontMetrics().height())
        self.words.setMinimumHeight(self.words.fontMetrics().height())
        self.order = ChoiceField()
        self.order.setAccessibleName(translate("Order"))
        blind = self.state.plan.settings.blind
        orders = (PaymentOrder.STATION, PaymentOrder.ARRIVAL) if blind else PaymentOrder
        for order in orders:
            self.order.addItem(translate(order.label), order)
        self.order.currentIndexChanged.connect(self.refresh)
        self.lab = BoundedLine(_MAX_LAB_CHARACTERS, str(desk.study.store.facts.get(LAB_FACT, "")))
        self.lab.setPlaceholderText(translate("Name of the lab, for the receipts"))
        self.lab.setAccessibleName(self.lab.placeholderText())
        self.lab.editingFinished.connect(self._keep_lab)
        allow_unless(self.lab, self._paid_there)
        self.anonymous = QCheckBox(translate("&Without labels"))
        self.anonymous.setVisible(not blind)
        self.adjust = button(translate("Pay &another amount…"), clicked=self._adjust)
        self.file = button(translate("Save &list…"), clicked=self._ask_for_file)
        self.recruitment = button(
            translate("For a recruitment &system…"), clicked=self._ask_for_columns
        )
        names = translate("This session is blind, and that file names everybody who came.")
        allow_unless(self.recruitment, self._paid_there or (names if blind else ""))
        self.receipts = button(translate("&Receipts"))
        self.receipts.setMenu(self._receipts_menu())
        self.lab.textChanged.connect(self._enable)
        settings = in_row(self.order, (self.lab, 1), self.anonymous, gap=3)
        foot = in_row(Spare(), self.adjust, self.recruitment, self.file,
            self.receipts, gap=3,
        )  # fmt: skip
        in_column(
            self._total, self._course, settings, self.lab.told, (self.table, 1), self.words, foot,
            of=self, gap=3,
        )  # fmt: skip
        self._clock = QTimer(self, interval=_REFRESH_MS)
        self._clock.timeout.connect(self._refresh_running)
        self._clock.start()
        self.refresh()

    @property
    def state(self) -> SessionState:
        """The session's state: the present one of a session that is hosted."""
        host = self._host
        if host is not None:
            return host.runner.state
        if self._ended is None:
            self._ended = self._desk.study.session_state(self._session)[1]
        return self._ended

    @property
    def _host(self) -> SessionHost | None:
        host = self._desk.host
        return host if host is not None and host.session == self._session else None

    @property
    def _paid_there(self) -> str:
        """Nobody is paid here who played in another lab, and no paper says so."""
        if not self._other_lab:
            return ""
        return translate("Whoever played in another lab is paid there.")

    def refresh(self) -> None:
        """Show the payments; the table is untouched if nothing has changed."""
        if self._desk.opened is None:
            return
        state = self.state
        rows = payment_rows(state, self.order.currentData())
        if rows != self._rows:
            self._rows = rows
            currency = state.plan.payment.currency
            self.table.show_records(
                [ShownPayment(row, currency, state.plan.game, not self._other_lab) for row in rows],
                key=lambda shown: shown.row.participant,
            )
        currency = state.plan.payment.currency
        self._total.setText(self._due(currency))
        self._course.setText(" ".join(self._course_so_far(currency)))
        self._enable()

    def _refresh_running(self) -> None:
        if self._host is not None:
            self.refresh()

    def _due(self, currency: str) -> str:
        people = people_of(self._rows)
        if self._other_lab:
            return translate(
                "Played in another lab ({lab}), which pays {amount} to {n} participant(s).",
                lab=self._other_lab,
                n=len(people),
                amount=money(due_cents(people), currency),
            )
        unpaid = [row for row in people if not row.paid_utc]
        return translate(
            "To be paid: {amount} to {n} participant(s).",
            n=len(unpaid),
            amount=money(due_cents(unpaid), currency),
        )

    def _course_so_far(self, currency: str) -> Iterator[str]:
        people = people_of(self._rows)
        paid = [row for row in people if row.paid_utc]
        if paid:
            handed_out = sum(row.paid_cents for row in paid)
            yield translate(
                "Paid so far: {amount} to {n} participant(s).",
                n=len(paid),
                amount=money(handed_out, currency),
            )
        if changed := sum(row.paid_cents != row.payment.due_cents for row in paid):
            yield translate("{n} amount(s) changed after payment: see the remark(s).", n=changed)
        if bots := len(self._rows) - len(people):
            yield translate("{n} simulated participant(s) (is|are) not paid.", n=bots)
        if open_ones := unfinished(people):
            yield translate("{n} amount(s) may still change.", n=open_ones)

    def set_payment(self, participant: str, cents: int, reason: str) -> None:
        """Set somebody's payment; the reason is logged."""
        self._do(ev.PaymentAdjusted(self.state.clock_ms, participant, cents, reason))

    def mark_paid(self, participant: str, *, is_paid: bool) -> None:
        """Note that somebody has been paid now, or has not been after all."""
        self._do(paid_out(self.state, participant, is_paid=is_paid))

    def _do(self, event: ev.PaymentAdjusted | ev.PaidOut) -> None:
        host, failure = self._host, ""
        if host is not None:
            details = tuple(getattr(event, name) for name in event.__dataclass_fields__)[1:]
            failure = perform(host.runner, (EventDraft(type(event), details),))
        else:
            try:
                self._desk.study.add_payment(self._session, event)
            except OperatorError as error:
                failure = translate(error)
            self._ended = None
        self._tell(failure or translate("Noted."), wrong=bool(failure))
        self.refresh()

    def _on_ticked(self, shown: ShownPayment, is_paid: bool) -> None:
        self.mark_paid(shown.row.participant, is_paid=is_paid)

    def _adjust(self) -> None:
        shown: ShownPayment | None = self.table.chosen()
        if shown is None:
            return
        question = PaymentQuestion(shown.row, shown.currency, self)
        if question.exec() == QDialog.DialogCode.Accepted:
            reason = question.reason.line
            self.set_payment(shown.row.participant, question.cents, reason)
        question.deleteLater()

    # --- list and receipts -------------------------------------------------------------------

    def open_receipts(self) -> None:
        """Write the receipts into the study's exports and open them."""
        place = self._desk.study.store.folder.exports / f"receipts-{self._session}.pdf"
        if self._write(self._save_receipts, place):
            show_file(place)

    def print_receipts(self) -> None:
        """Ask for a printer, and print the receipts."""
        occasion = self._occasion()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(receipt_layout())
        printer.setDocName(receipts_title(occasion))
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            painter = QPainter()
            if painter.begin(printer):
                anonymous = self.anonymous.isChecked()
                paint_receipts(printer, painter, self._rows, occasion, anonymous=anonymous)
                painter.end()
                self._tell(_printed(printer), wrong=False)
            else:
                self._tell(
                    translate("The printer does not answer; open the receipts as a PDF instead."),
                    wrong=True,
                )
        dialog.deleteLater()

    def _receipts_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(translate("&Print…"), self.print_receipts)
        menu.addAction(translate("&Open as PDF"), self.open_receipts)
        menu.addAction(translate("&Save as PDF…"), self._ask_for_receipts)
        return menu

    def _ask_for_receipts(self) -> None:
        self._ask(self._save_receipts, f"receipts-{self._session}.pdf")

    def _ask_for_file(self) -> None:
        self._ask(self._save_file, f"payments-{self._session}.csv")

    def _ask(self, write: Callable[[Path], None], name: str) -> None:
        folder = self._desk.study.store.folder.exports
        if place := ask_where_to_save(self, translate("Payments"), folder / name):
            self._write(write, place)

    def _write(self, write: Callable[[Path], None], place: Path) -> bool:
        try:
            write(place)
        except OperatorError as error:
            self._tell(translate(error), wrong=True)
            return False
        told = translate("Saved: {file}", file=place)
        if open_ones := unfinished(self._rows):
            told += "\n" + translate(
                "{n} amount(s) in it may still change: save it again when the session is over.",
                n=open_ones,
            )
        self._tell(told, wrong=False)
        return True

    def _save_file(self, path: Path) -> None:
        currency = self.state.plan.payment.currency
        with_labels = not self.anonymous.isChecked()
        write_payment_sheet(
            path, self._rows, currency, spreadsheet_point(), with_labels=with_labels
        )

    def _ask_for_columns(self) -> None:
        question = AttendanceQuestion(self)
        question.accepted.connect(
            lambda: self._ask(
                partial(self._save_attendance, question), f"attendance-{self._session}.csv"
            )
        )
        question.finished.connect(question.deleteLater)
        question.open()

    def _save_attendance(self, question: AttendanceQuestion, path: Path) -> None:
        expected = self._desk.study.store.private.participant_list(self._session)
        write_attendance(
            path,
            attendance(self.state, expected),
            self.state.plan.payment.currency,
            question.layout_chosen,
            question.columns_chosen,
        )

    def _save_receipts(self, path: Path) -> None:
        anonymous = self.anonymous.isChecked()
        save_receipts(path, self._rows, self._occasion(), anonymous=anonymous)

    def _occasion(self) -> Occasion:
        study = self._desk.study
        opened = study.store.sessions.get(self._session).opened_utc
        rules, lab = self.state.plan.payment, self.lab.line
        number = study.store.log.number()
        return Occasion(study.settings.name, self._session, opened, rules, lab, number)

    def _keep_lab(self) -> None:
        if self._desk.opened is not None and self.lab.is_right:
            self._desk.study.store.facts.set(LAB_FACT, self.lab.line)

    def _enable(self) -> None:
        chosen: ShownPayment | None = self.table.chosen()
        why_not = ""
        if chosen is None:
            why_not = translate("Choose a participant.")
        elif chosen.row.is_bot:
            why_not = translate("A simulated participant is not paid.")
        allow_unless(self.adjust, self._paid_there or why_not)
        nobody = "" if self._rows else translate("Nobody is to be paid yet.")
        allow_unless(self.file, self._paid_there or nobody)
        people = people_of(self._rows)
        nobody = "" if people else translate("Nobody is to be paid yet.")
        allow_unless(self.receipts, self._paid_there or nobody or self.lab.why_not())

    def _tell(self, words: str, *, wrong: bool) -> None:
        set_role(self.words, "danger" if wrong else "caption")
        self.words.setText(words)


def _printed(printer: QPrinter) -> str:
    """Where the receipts are: the system's dialog offers a file among its printers."""
    if file := printer.outputFileName():
        return translate("Saved: {file}", file=file)
    return translate("The receipts are with the printer.")
