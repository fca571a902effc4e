"""The set-up form: lab computer, station, pairing code."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hcmd_lab.errors import UsageError
from hcmd_lab.network.port import DEFAULT_PORT
from hcmd_lab.telling.translate import translate
from hcmd_lab.typed_text import as_keys_type_it
from ui.kiosk.code_field import CodeField
from ui.kiosk.found_hosts import FoundHosts
from ui.kiosk.host_address import Address, parse_address, parse_station
from ui.kiosk.remembered import Place
from ui.kiosk.widgets.centred import centred
from ui.look import SPACE
from ui.look.widgets import Card, button, label


class SetupForm(QWidget):
    """Three fields and a button; Enter goes on from field to field.

    Attributes:
        found: The lab computers on the network, to choose one instead of typing.

    Signals:
        submitted(Place, str): All is filled in; the pairing code may be empty where the station
            is paired already.
    """

    submitted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_paired: Callable[[str], bool] = lambda _: False
        self._server = _field("setup_server", f"192.168.1.10:{DEFAULT_PORT}")
        self.found = FoundHosts()
        self.found.chosen.connect(self._choose)
        self._station = _field("setup_station", "1")
        self._code = CodeField()
        self._code.setObjectName("setup_code")
        self._problem = QFrame()
        self._problem.setProperty("role", "problem")
        self._words = label("")
        inside = QVBoxLayout(self._problem)
        inside.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        inside.addWidget(self._words)
        self._connect = button(translate("Connect"), "primary")
        self._connect.setObjectName("setup_connect")
        self._connect.clicked.connect(self._submit)
        fields = (self._server, self._station, self._code)
        for field, following in pairwise(fields):
            field.returnPressed.connect(following.setFocus)
        self._code.returnPressed.connect(self._submit)
        self._code.completed.connect(self._connect.setFocus)
        self._arrange()
        self.explain("")

    def _arrange(self) -> None:
        card = Card()
        form = QGridLayout()
        form.setHorizontalSpacing(SPACE[5])
        form.setVerticalSpacing(SPACE[3])
        names = (translate("Lab computer"), translate("Station"), translate("Pairing code"))
        fields = (self._server, self._station, self._code)
        for row, (name, field) in enumerate(zip(names, fields, strict=True)):
            caption = label(name, "body", wrap=False)
            caption.setBuddy(field)
            field.setAccessibleName(name)
            form.addWidget(caption, 2 * row, 0)
            form.addWidget(field, 2 * row, 1)
        form.addWidget(self.found, 1, 1)
        last = QHBoxLayout()
        last.addStretch()
        last.addWidget(self._connect)
        card.body.addLayout(form)
        card.body.addWidget(self._problem)
        card.body.addSpacing(SPACE[1])
        card.body.addLayout(last)
        title = label(translate("Set up this station"), "title")
        purpose = label(
            translate("The lab computer shows its address and the pairing code of the session.")
        )
        for line in (title, purpose):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE[2])
        rows.addStretch(2)
        rows.addWidget(title)
        rows.addWidget(purpose)
        rows.addSpacing(SPACE[3])
        rows.addLayout(centred(card, 560))
        rows.addStretch(3)

    def fill(self, address: Address | None, station: str, is_paired: Callable[[str], bool]) -> None:
        """Fill in what is already known.

        Args:
            address: Address of the lab computer.
            station: Name of this one.
            is_paired: Whether a station with a name needs no code.
        """
        self._server.setText("" if address is None else str(address))
        self._station.setText(station)
        self._is_paired = is_paired

    def explain(self, problem: str, *, at: str = "") -> None:
        """Show the problem, and focus the field where it can be fixed.

        Args:
            problem: A sentence, or an empty text.
            at: `server`, `station` or `code`; without one, the first empty field.
        """
        self._words.setText(problem)
        self._problem.setVisible(bool(problem))
        fields = {"server": self._server, "station": self._station, "code": self._code}
        for name, field in fields.items():
            _mark(field, wrong=bool(problem) and name == at)
        wrong = fields.get(at)
        empty = next((field for field in fields.values() if not field.text().strip()), None)
        (wrong or empty or self._connect).setFocus(Qt.FocusReason.OtherFocusReason)
        if wrong is not None:
            wrong.selectAll()

    def _choose(self, address: Address) -> None:
        self._server.setText(str(address))
        self.explain("")

    def _submit(self) -> None:
        server = as_keys_type_it(self._server.text())
        if server and ":" not in server:
            server = f"{server}:{DEFAULT_PORT}"
        try:
            address = parse_address(server)
        except UsageError:
            self.explain(
                translate(
                    "Enter the address as the lab computer shows it, like {example}.",
                    example=f"192.168.1.10:{DEFAULT_PORT}",
                ),
                at="server",
            )
            return
        try:
            station = parse_station(self._station.text().strip())
        except UsageError:
            self.explain(
                translate(
                    "A station's name has letters from A to Z, digits, - and _, and nothing else."
                ),
                at="station",
            )
            return
        code = self._code.text()
        if not self._code.is_complete and (code or not self._is_paired(station)):
            self.explain(
                translate("The pairing code has 16 characters, like 7Q4M-X2KD-90AB-C3FT."),
                at="code",
            )
            return
        self._server.setText(str(address))
        self.explain("")
        self.submitted.emit(Place(address, station), code)


def _field(name: str, example: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setPlaceholderText(example)
    return made


def _mark(field: QLineEdit, *, wrong: bool) -> None:
    field.setProperty("invalid", wrong)
    field.style().unpolish(field)
    field.style().polish(field)
