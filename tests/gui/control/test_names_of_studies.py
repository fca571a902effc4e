"""A study has a name that can be read, in the window and wherever else it is told."""

from pathlib import Path

import pytest
from desk_in_window import desk_of
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.errors import UsageError
from hcmd_lab.storage.store import Store
from hcmd_lab.study.deleting import contents_of
from hcmd_lab.study.making import duplicate_study, make_study
from hcmd_lab.study.presets import make_settings
from ui.control.desk import Desk
from ui.control.new_study_dialog import NewStudyDialog
from ui.control.preferences import Preferences
from ui.control.recent import look_into
from ui.control.window import ControlWindow

UNREADABLE = ("", "   ", "\u200b", "\u00a0 \u2066")


@pytest.mark.parametrize("name", UNREADABLE)
def test_none_is_made_without_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="needs a name that can be read"):
        make_study(tmp_path / "new", make_settings("quick", {"name": name}))
    source = playable_study(tmp_path / "source", 4)
    with pytest.raises(UsageError, match="needs a name that can be read"):
        duplicate_study(source, tmp_path / "new", name)
    assert not (tmp_path / "new").exists()


def test_the_dialog_says_so_and_stays(qtbot: QtBot, tmp_path: Path) -> None:
    window = ControlWindow(Preferences(tmp_path / "control.ini"))
    qtbot.addWidget(window, before_close_func=lambda _: desk_of(window).close_study())
    window.take(Desk(window))
    window.show()
    window.welcome.new_study.click()
    (dialog,) = window.findChildren(NewStudyDialog)
    dialog.basic.fields["name"].set_value(" ")
    dialog.folder.setText(str(tmp_path / "new"))
    dialog._describe()
    assert dialog.isVisible()
    assert "needs a name that can be read" in dialog._problem.text()
    assert desk_of(window).opened is None
    dialog.reject()


@pytest.mark.parametrize("name", UNREADABLE)
def test_one_that_has_none_is_called_by_its_folder(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    folder = playable_study(tmp_path / "autumn", 4)
    with Store.open(folder) as store:
        settings = dict(store.facts.get("settings"))  # type: ignore[call-overload]
        store.facts.set("settings", settings | {"name": name})
    found = look_into(folder)
    assert found is not None
    assert found.name == "autumn"
    assert contents_of(folder).name == "autumn"
    window = ControlWindow(Preferences(tmp_path / "control.ini"))
    qtbot.addWidget(window, before_close_func=lambda _: desk_of(window).close_study())
    window.take(Desk(window))
    desk_of(window).open_study(folder)
    assert window.windowTitle() == "autumn – HCMD Lab"
    assert window.strip.text.startswith("autumn ")
