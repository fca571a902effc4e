"""What the core says, in the language of the window."""

import logging
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from hcmd_lab.sentence import Sentence, SentenceError

CONTEXT = "Core"
"""Where the translations of the core's templates stand."""

_log = logging.getLogger(__name__)


def told(said: Sentence | SentenceError | str | None) -> str:
    """A sentence or an error of the core, translated with all that it names.

    Args:
        said: A plain text is looked up as it is; None says nothing.

    Returns:
        Its English, if there is no translation or the translation is broken.
    """
    match said:
        case None:
            return ""
        case str():
            # Qt takes an empty text for a question about the translation itself.
            return QCoreApplication.translate(CONTEXT, said) if said else ""
        case SentenceError():
            return told(said.sentence)
        case Sentence():
            return told_in(CONTEXT, said.template, said.values)


def told_in(context: str, template: str, values: Mapping[str, object]) -> str:
    """A template, translated in a context, with its values filled in; those may be sentences."""
    translated = QCoreApplication.translate(context, template)
    sentence = Sentence(template, **values)
    try:
        return sentence.filled(translated, told)
    except (LookupError, ValueError, AttributeError):
        _log.warning("the translation %r does not fit %r", translated, template)
        return sentence.filled(template, told)
