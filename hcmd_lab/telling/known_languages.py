"""The languages that the program speaks: known without Qt, which a watchdog does without."""

from collections.abc import Sequence

from hcmd_lab.errors import UsageError
from hcmd_lab.shipped_parts import RESOURCES
from hcmd_lab.typed_text import quoted

SOURCE_LANGUAGE = "en"

PARTICIPANT_LANGUAGES = ("he",)
"""Languages of the kiosks and of what participants are handed, not of the experimenter's window."""

TRANSLATIONS = RESOURCES / "translations"
"""Where a file for each language lies, but the one that the sources are written in."""

TRANSLATION_PREFIX = "hcmd_"


def languages() -> tuple[str, ...]:
    """Codes of the languages the program supports, English first."""
    names = [entry.name for entry in TRANSLATIONS.iterdir()] if TRANSLATIONS.is_dir() else []
    found = sorted(
        name.removeprefix(TRANSLATION_PREFIX).removesuffix(".qm")
        for name in names
        if name.startswith(TRANSLATION_PREFIX) and name.endswith(".qm")
    )
    return (SOURCE_LANGUAGE, *(code for code in found if code != SOURCE_LANGUAGE))


def lab_languages() -> tuple[str, ...]:
    """Codes of the languages in which the whole program is available, window included."""
    return tuple(code for code in languages() if code not in PARTICIPANT_LANGUAGES)


def require_language(code: str, spoken: Sequence[str]) -> None:
    """Check that the program speaks a language.

    Args:
        code: Of the language.
        spoken: `languages()` or `lab_languages()`.

    Raises:
        UsageError: It does not.
    """
    if code not in spoken:
        raise UsageError(
            "There is no translation into {language}; the languages are {languages}.",
            language=quoted(code),
            languages=", ".join(spoken),
        )
