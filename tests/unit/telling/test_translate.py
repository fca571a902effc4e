"""What the core says, in the language of the window; a broken translation is never an error."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import CONTEXT, translate


class Dictionary(QTranslator):
    """Translates what it is given, in the context of the program."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self.words = words

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        del disambiguation, n
        return self.words.get(source) if context == CONTEXT else None

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


@pytest.fixture
def german(qapp: QApplication) -> Iterator[Dictionary]:
    del qapp
    made = Dictionary(
        {
            "{who} is late": "{who} kommt zu spät",
            "group {n}": "Gruppe {n}",
            "lost": "verloren",
            "{n} of {most} cups": "{n} von {viele} Tassen",
            "cut {short}": "{short",
            "{n} saucers": "{n.size} Untertassen",
        }
    )
    QCoreApplication.installTranslator(made)
    yield made
    QCoreApplication.removeTranslator(made)


@pytest.mark.usefixtures("german")
def test_a_sentence_is_translated_with_those_that_it_names() -> None:
    said = Sentence("{who} is late", who=Sentence("group {n}", n=2))
    assert translate(said) == translate(OperatorError.of(said)) == "Gruppe 2 kommt zu spät"
    assert str(said) == "group 2 is late"


@pytest.mark.usefixtures("german")
def test_a_text_is_looked_up_as_it_is() -> None:
    assert translate("lost") == "verloren"
    assert translate("the experimenter's own words") == "the experimenter's own words"
    assert translate("") == translate(None) == ""


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("said", "english"),
    [
        (Sentence("{n} of {most} cups", n=1, most=2), "1 of 2 cups"),
        (Sentence("cut {short}", short="hair"), "cut hair"),
        (Sentence("{n} saucers", n=3), "3 saucers"),
        (Sentence("{n} spoons", n=4), "4 spoons"),
    ],
)
def test_a_broken_or_missing_translation_leaves_it_in_english(said: Sentence, english: str) -> None:
    assert translate(said) == english
