"""Texts in the language of the program; English where no other language is installed."""

import logging
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from hcmd_lab.sentence import Sentence, SentenceError, english
from hcmd_lab.telling.numbers import written

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
    try:
        return sentence.filled(translated, translate, written)
    except (LookupError, ValueError, AttributeError):
        _log.warning("the translation %r does not fit %r", translated, template)
        return sentence.filled(english(template, count), translate, written)
