"""The shipped texts, and how a study gets copies of its own."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import PUBLIC, atomic_write, unreadable
from hcmd_lab.shipped_parts import RESOURCES
from hcmd_lab.texts.text_reader import TextFolder

FOLDER = "script"
"""Name of the folder in the study."""


def text_folder(study: Path) -> TextFolder:
    """The study's own texts if it has any, else the shipped ones."""
    own = study / FOLDER
    if own.is_dir():
        return TextFolder(own, FOLDER)
    return _shipped()


def copy_texts(study: Path, languages: Sequence[str] = ()) -> tuple[str, ...]:
    """Copy the shipped texts into a study for editing.

    Args:
        study: Its folder.
        languages: Codes of the languages; by default all shipped ones.

    Returns:
        The languages that were copied.

    Raises:
        UsageError: A language is not shipped.
        OperatorError: The study has texts of a language already, or they cannot be written.
    """
    shipped = _shipped()
    known = shipped.languages()
    wanted = tuple(languages) or known
    for language in wanted:
        if language not in known:
            raise UsageError(
                "There are no texts in {language}, only in: {languages}. Copy one of them and "
                "translate it.",
                language=language,
                languages=", ".join(known),
            )
        if (study / FOLDER / language).exists():
            raise OperatorError(
                "The study already has texts in {language}, in {folder}; they are not overwritten.",
                language=language,
                folder=study / FOLDER / language,
            )
    try:
        for language in wanted:
            copy_folder(shipped.path / language, study / FOLDER / language)
    except OSError as error:
        raise OperatorError("The texts cannot be written: {error}", error=error) from error
    return wanted


def copy_folder(source: Path, target: Path) -> None:
    """Copy a folder of texts and pictures.

    Raises:
        UsageError: Something in it is no text or picture: too large, a pipe, or a link out of it.
        OSError: It cannot be written.
    """

    def copy(file: str, copied: str) -> None:
        try:
            data = read_bounded(Path(file), FileKind.TEXT, within=source)
        except OSError as error:
            raise unreadable(file, error) from error
        atomic_write(Path(copied), data, PUBLIC)

    shutil.copytree(source, target, copy_function=copy)


def _shipped() -> TextFolder:
    return TextFolder(RESOURCES / FOLDER)
