"""The style sheet uses the colours that exist, and Qt understands all of it."""

import re
from dataclasses import asdict
from importlib.resources import files

from PySide6.QtWidgets import QApplication

from ui.look.parts import Card, button, label, set_role
from ui.look.style import apply_look
from ui.look.tokens import LIGHT


def test_every_colour_of_the_sheet_is_a_token() -> None:
    sheet = files("resources").joinpath("style/family.qss").read_text(encoding="utf-8")
    assert set(re.findall(r"\$(\w+)", sheet)) <= set(asdict(LIGHT))
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet), "a colour beside the tokens"


def test_roles_change_a_label_that_is_shown(qapp: QApplication) -> None:
    apply_look(qapp, "light")
    card = Card("Heading")
    text = label("12.5", "body")
    card.body.addWidget(text)
    card.show()
    before = text.sizeHint().height()
    set_role(text, "number")
    assert text.sizeHint().height() > before
    assert button("Go", "primary").property("kind") == "primary"
