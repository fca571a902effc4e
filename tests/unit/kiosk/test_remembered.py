import logging
from pathlib import Path

import pytest

from ui.kiosk.host_address import Address
from ui.kiosk.remembered import FILE_NAME, Place, load_place, save_place

PLACE = Place(Address("fe80::1", 8765), "3")


def test_a_place_is_found_again(tmp_path: Path) -> None:
    assert load_place(tmp_path) is None
    save_place(tmp_path / "state", PLACE)
    assert load_place(tmp_path / "state") == PLACE


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"server": "lab", "station": "3"}', '{"server": "lab:1", "station": "../3"}'],
)
def test_what_cannot_be_read_is_asked_for_again(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    with caplog.at_level(logging.WARNING):
        assert load_place(tmp_path) is None
    assert "cannot be read" in caplog.text


def test_a_full_disk_costs_only_typing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    save_place(tmp_path / "state", PLACE)
    assert "not kept" in caplog.text
