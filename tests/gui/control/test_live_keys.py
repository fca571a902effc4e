"""The keys of the live plots."""

import pytest
from pytestqt.qtbot import QtBot

from ui.control.live.keys import RoleKey


@pytest.mark.parametrize("one_group", [False, True])
def test_a_narrow_key_takes_more_lines(qtbot: QtBot, one_group: bool) -> None:
    key = RoleKey(has_roles=True)
    qtbot.addWidget(key)
    key.explain(one_group=one_group)
    key.resize(900, key.height())
    key.show()
    wide = key.height()
    key.resize(180, key.height())
    qtbot.waitUntil(lambda: key.height() >= 2 * wide)
    key.resize(900, key.height())
    qtbot.waitUntil(lambda: key.height() == wide)
