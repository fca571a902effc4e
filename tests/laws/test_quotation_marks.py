"""Quotation marks are those of the reader's language: none is put around words untranslated."""

import re
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hcmd_lab.telling.language import speak
from ui.control.quotes import in_quotes

ROOT = Path(__file__).parents[2]


def test_no_text_is_put_together_with_quotation_marks() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for folder in ("ui", "hcmd_lab/telling")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\bf[\"'].*[“”]", line)
    ]
    assert not found


def test_german_has_its_own(qapp: QApplication, qtbot: QtBot) -> None:
    del qtbot
    assert in_quotes("fund") == "“fund”"
    speak(qapp, "de")
    try:
        assert in_quotes("fund") == "„fund“"
        assert in_quotes("{n} (is|are)") == "„{n} (is|are)“", "it is nobody's template"
    finally:
        speak(qapp, "en")
