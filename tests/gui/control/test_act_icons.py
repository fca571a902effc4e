"""No two acts look the same, where there is room for their icons alone."""

from itertools import combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from ui.control.session.act_icons import act_icon
from ui.control.session.experimenter_commands import Act


def drawn(act: Act) -> QImage:
    return act_icon(act).pixmap(QSize(20, 20)).toImage()


@pytest.mark.usefixtures("qapp")
def test_every_act_has_an_icon_of_its_own() -> None:
    assert [(one, other) for one, other in combinations(Act, 2) if drawn(one) == drawn(other)] == []
