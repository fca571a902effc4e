"""An archive can be written on any day that a clock can say."""

import time
import zipfile
from pathlib import Path

import pytest

from hcmd_lab.support.support_file import CONTENTS, write_support_file
from hcmd_lab.zip_members import zip_member

DAYS = {
    1970: (1980, 1, 1, 0, 0, 0),
    1979: (1980, 1, 1, 0, 0, 0),
    2026: (2026, 6, 1, 12, 0, 0),
    2200: (2107, 12, 31, 23, 59, 58),
}


@pytest.fixture(params=DAYS)
def year(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """What this computer takes for the year."""
    now = time.struct_time((request.param, 6, 1, 12, 0, 0, 0, 152, 0))
    monkeypatch.setattr(time, "localtime", lambda _=None: now)
    return int(request.param)


def test_a_member_is_dated_as_near_to_now_as_it_can_be(year: int) -> None:
    assert zip_member("a").date_time == DAYS[year]


@pytest.mark.usefixtures("year")
def test_a_support_file_is_written(tmp_path: Path) -> None:
    write_support_file(tmp_path / "help.zip", None, tmp_path / "none")
    with zipfile.ZipFile(tmp_path / "help.zip") as archive:
        assert archive.testzip() is None
        assert archive.getinfo(CONTENTS).compress_type == zipfile.ZIP_DEFLATED
