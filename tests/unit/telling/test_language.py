"""Texts of pictures in the language of the program, numbers included."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from reading_in import reading_in

from hcmd_lab.figures.cross_entropy import reference_name
from hcmd_lab.telling.mechanism_names import device_name, pretty_name
from hcmd_lab.telling.numbers import number, percent
from hcmd_lab.telling.translate import translate
from resources.translate import FOLDER


@pytest.fixture
def german(qapp: object) -> Iterator[None]:
    del qapp
    translator = QTranslator()
    assert translator.load("hcmd_de", str(FOLDER))
    QCoreApplication.installTranslator(translator)
    with reading_in("de"):
        yield
    QCoreApplication.removeTranslator(translator)


def test_without_a_language_it_is_english() -> None:
    assert (number(12345.678, 1), percent(0.543, 1)) == ("12,345.7", "54.3%")
    assert translate("Each tail has {n} coin(s)", n=4) == "Each tail has 4 coins"
    assert reference_name("repeat_last") == "Repeat the last choice"


@pytest.mark.usefixtures("german")
def test_in_german_words_and_numbers_are_german() -> None:
    assert (number(12345.678, 1), percent(0.543, 1)) == ("12.345,7", "54,3\u202f%")
    assert translate("Each tail has {n} coin(s)", n=4) == "Übrige haben je 4 Münzen"
    assert reference_name("repeat_last") == "Letzte Wahl wiederholt"
    assert (pretty_name("libertarian"), pretty_name("theta_1")) == ("Libertär", "θ₁")
    assert device_name("CPU, 4 threads") == "CPU, 4 Threads"
