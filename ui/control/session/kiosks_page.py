"""The wizard's page of kiosks: network address, exit PIN, and waking them."""

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from hcmd_lab.hosting.exit_pins import draw_pin
from hcmd_lab.network.addresses import ALL_NETWORKS, network_addresses
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.session.draft import Draft
from ui.control.session.room_view import RoomView
from ui.control.session.wake_card import WakeCard
from ui.control.session.wizard_page import WizardPage
from ui.control.setting_field import number_field
from ui.look import SPACE
from ui.look.fields import ChoiceField
from ui.look.layouts import Spare, in_row
from ui.look.widgets import Card, button, label, set_role

_PIN_LEAST = 4
_FIELD_WIDTH_PX = 260


class KiosksPage(WizardPage):
    """How kiosks reach this computer, and the PIN for leaving them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the fields."""
        super().__init__(parent)
        self.title = translate("Kiosks")
        self.pin = QLineEdit()
        self.pin.setObjectName("exit_pin")
        self.pin.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,12}"), self))
        self.pin.setAccessibleName(translate("PIN to leave a kiosk"))
        self.pin.textChanged.connect(self._judge_pin)
        self.pin.textChanged.connect(self.changed)
        self.pin.setPlaceholderText(translate("as before"))
        self._pin_note = label("", "caption")
        self.draw = button(translate("Draw another PIN"), "quiet")
        self.draw.setObjectName("draw_pin")
        self.draw.clicked.connect(lambda: self.pin.setText(draw_pin()))
        self.address = ChoiceField()
        self.address.setObjectName("address")
        self.address.setAccessibleName(translate("Networks to listen on"))
        self.port = number_field(0, 65535)
        self.port.setObjectName("port")
        self.port.setAccessibleName(translate("Port"))
        self.port.setGroupSeparatorShown(False)
        self.port.setSpecialValueText(translate("any free port"))
        self.announces = QCheckBox(translate("Kiosks can find this computer b&y themselves"))
        self.announces.setObjectName("announces")
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE[4])
        form.setVerticalSpacing(SPACE[2])
        for field in (self.pin, self.address, self.port):
            field.setFixedWidth(_FIELD_WIDTH_PX)
        pin_title = label(translate("&PIN to leave a kiosk"), wrap=False)
        pin_title.setBuddy(self.pin)
        form.addRow(pin_title, in_row(self.pin, self.draw, Spare(), gap=2))
        form.addRow("", self._pin_note)
        form.addRow(translate("&Listen on"), self.address)
        form.addRow(translate("Po&rt"), self.port)
        form.addRow(
            "", label(translate("Kiosks remember the port: change it only if you must."), "caption")
        )
        form.addRow("", self.announces)
        form.addRow(
            "",
            label(
                translate(
                    "Its name and address are announced on these networks while a session is "
                    "open. A new kiosk still needs the pairing code."
                ),
                "caption",
            ),
        )
        card = Card()
        card.body.addLayout(form)
        self.body.addWidget(card)
        self.wake = WakeCard(desk)
        self.body.addWidget(self.wake)
        self.room = RoomView(desk)
        kiosks = Card(translate("Connected kiosks"))
        kiosks.body.addWidget(self.room)
        self.body.addWidget(kiosks)
        self.body.addStretch()

    def enter(self, draft: Draft) -> None:
        """Show the last settings and the networks available now."""
        self.pin.setText(draft.exit_pin)
        self._judge_pin()
        self.address.clear()
        self.address.addItem(translate("all networks"), ALL_NETWORKS)
        for entry in network_addresses():
            self.address.addItem(f"{entry.address} ({entry.interface})", entry.address)
        self.address.addItem(translate("this computer only"), "127.0.0.1")
        self.address.setCurrentIndex(max(0, self.address.findData(draft.address)))
        self.port.setValue(draft.port)
        self.announces.setChecked(draft.announces)
        self.wake.refresh()
        self.room.refresh()
        self.pin.setFocus()

    def leave(self, draft: Draft) -> None:
        """Apply the fields."""
        draft.exit_pin = self.pin.text().strip()
        draft.address = self.address.currentData()
        draft.port = self.port.value()
        draft.announces = self.announces.isChecked()

    @property
    def problem(self) -> str:
        """The PIN, if one was typed, cannot be typed at a kiosk."""
        if not self.pin.text() or len(self.pin.text()) >= _PIN_LEAST:
            return ""
        return translate("A PIN has 4 to 12 digits.")

    def _judge_pin(self) -> None:
        if not self.pin.text():
            words = translate(
                "The PIN before goes on counting. Only its hash is kept, so it cannot be shown."
            )
        elif self.problem:
            words = self.problem
        else:
            words = translate(
                "Anyone who knows it can leave a kiosk, with or without this computer."
            )
        set_role(self._pin_note, "danger" if self.problem else "caption")
        self._pin_note.setText(words)
