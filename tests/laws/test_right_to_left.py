"""In a language from right to left each value keeps its place among the words."""

import re
import unicodedata
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.known_languages import languages
from hcmd_lab.telling.language import direction, speak
from hcmd_lab.telling.money import coins_in_words, money
from hcmd_lab.telling.translate import translate
from resources.translate import FOLDER
from ui.kiosk.widgets.page_words import player_name
from ui.kiosk.widgets.players import Players

OPENS, CLOSES = "\u2068", "\u2069"
FROM_THE_RIGHT = [code for code in languages() if direction(code) is Qt.LayoutDirection.RightToLeft]
VALUES = ("B", "10", "K7QX", "-3.5 %", "a (b) 2", "נועה", "4:05")


@pytest.fixture(params=FROM_THE_RIGHT)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    speak(qapp, request.param)
    yield request.param
    speak(qapp, "en")


def templates(code: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every text that is translated into a language, with the names of its values."""
    root = ElementTree.parse(FOLDER / f"hcmd_{code}.ts").getroot()  # noqa: S314 - our own file
    sources = [message.findtext("source", "") for message in root.iter("message")]
    named = [(text, tuple(dict.fromkeys(re.findall(r"\{(\w+)\}", text)))) for text in sources]
    return [(text, names) for text, names in named if names]


def first_strong(text: str) -> str:
    """Kind of the first letter that has a direction, from which Qt takes the whole text's."""
    kinds = (unicodedata.bidirectional(each) for each in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "")


def x_of(text: str, part: str) -> float:
    """Where a part of a text stands on a line that is read from the right."""
    layout = QTextLayout(text, QFont())
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    at = text.index(part)
    return min(line.cursorToX(at)[0], line.cursorToX(at + len(part))[0])


def test_there_is_such_a_language() -> None:
    assert "he" in FROM_THE_RIGHT


def test_every_text_isolates_each_of_its_values(language: str) -> None:
    texts = templates(language)
    assert len(texts) > 40
    for text, names in texts:
        for value in VALUES:
            said = translate(text, **{name: 7 if name == "n" else value for name in names})
            isolated = re.findall(f"{OPENS}([^{OPENS}{CLOSES}]*){CLOSES}", said)
            outside = re.sub(f"{OPENS}[^{OPENS}{CLOSES}]*{CLOSES}", "", said)
            assert OPENS not in outside, said
            assert CLOSES not in outside, said
            assert first_strong(outside) in ("R", "AL"), said
            assert set(isolated) <= {value, "7"}, said
            assert len(set(isolated)) == len({name == "n" for name in names}), said


def test_a_sentence_in_a_sentence_is_closed_as_it_is_opened(language: str) -> None:
    inner = Sentence("Stage {stage}", stage=2)
    said = translate("Your vote is saved: {stage}", stage=inner)
    assert said.count(OPENS) == said.count(CLOSES) == 2
    assert translate("{coins} × {value}", coins="8", value="€ 2").startswith("\u200f"), language


def test_a_letter_and_the_number_after_it_stay_apart(language: str) -> None:
    chip = Players()
    chip.show_endowments((4, 10, 4, 4))
    words = chip._words(1, 10)
    assert x_of(words, player_name(1)[0]) > x_of(words, "B") > x_of(words, "10"), language
    bare = words.replace(OPENS, "").replace(CLOSES, "")
    assert x_of(bare, "B") < x_of(bare, "10"), "what the isolates are for"


def test_left_to_right_languages_have_no_isolates(qapp: QApplication) -> None:
    assert isinstance(qapp, QCoreApplication)
    for code in set(languages()) - set(FROM_THE_RIGHT):
        speak(qapp, code)
        said = (player_name(1), coins_in_words(600), money(1234, "EUR"))
        assert not {OPENS, CLOSES} & set("".join(said)), code
    speak(qapp, "en")
    assert not {OPENS, CLOSES} & set(str(Sentence("Stage {stage}", stage=2)))
