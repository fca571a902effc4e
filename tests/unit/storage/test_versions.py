from importlib import metadata

import pytest

from hcmd_lab.storage.versions import software_versions


def test_the_packages_records_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    before = software_versions()
    assert before["PySide6"] == metadata.version("PySide6")
    monkeypatch.delattr(metadata, "version")
    before.pop("PySide6")
    assert software_versions()["PySide6"]
