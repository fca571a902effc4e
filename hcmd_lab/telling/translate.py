"""Texts in the language of the program; English where no other language is installed."""

import logging
from typing import assert_never

from PySide6.QtCore import QCoreApplication, Qt

from hcmd_lab.sentence import Sentence, SentenceError, english
from hcmd_lab.telling.numbers import spoken_locale, written
from hcmd_lab.telling.writing_direction import CLOSES, FROM_RIGHT, OPENS, begins_from_right

CONTEXT = "HCMD Lab"
"""Where the translations stand."""

_log = logging.getLogger(__name__)


def translate(said: Sentence | SentenceError | str | None, /, **values: object) -> str:
    """A text in the reader's language, with its values filled in.

    Args:
        said: A sentence or an error that says one; or a template, a literal, so that translators
            find it. None says nothing.
        values: By the names that stand in the template; they may be sentences. `n` counts: it
            decides between singular and plural, as in "{n} group(s) (has|have) ended".

    Returns:
        Its English, if there is no translation or the translation is broken.
    """
    match said:
        case None:
            return ""
        case str() as template:
            return _filled(Sentence(template, **values))
        case SentenceError():
            return _filled(said.sentence)
        case Sentence():
            return _filled(Sentence(said.template, **said.values, **values))
        case _:
            assert_never(said)


def _filled(sentence: Sentence) -> str:
    template, count = sentence.template, sentence.count
    if not template:  # Qt takes an empty text for a question about the translation itself
        return ""
    translated = QCoreApplication.translate(CONTEXT, template, None, -1 if count is None else count)
    # An untranslated text is English.
    translated = english(translated, count)
    from_right = spoken_locale().textDirection() is Qt.LayoutDirection.RightToLeft
    placed = _isolated if from_right else str
    try:
        said = sentence.filled(translated, translate, written, placed)
    except (LookupError, ValueError, AttributeError):
        _log.warning("the translation %r does not fit %r", translated, template)
        said = sentence.filled(english(template, count), translate, written, placed)
    return _begun_from_right(said) if from_right and sentence.values else said


def _isolated(value: str) -> str:
    """A value that keeps to itself in a text from right to left.

    A Latin letter and the number after it would be read as one word there, and swap places with
    the words around them. Only participants read such languages, on a screen or on paper, so no
    command, log or export has isolates.
    """
    return f"{OPENS}{value}{CLOSES}" if value else value


def _begun_from_right(said: str) -> str:
    """A text that is laid out from right to left even if it is little more than values.

    Qt takes the direction from the first letter outside of isolates.
    """
    return said if begins_from_right(said) else f"{FROM_RIGHT}{said}"
