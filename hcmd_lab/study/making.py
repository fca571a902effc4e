"""Makes a study: a new one, or one with the settings and texts of another."""

import shutil
from dataclasses import replace
from pathlib import Path

import msgspec

from hcmd_lab import __version__
from hcmd_lab.computer import user_name
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.settings import describe
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings, nearest_preset
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.warm_start import checked
from hcmd_lab.texts.shipped import FOLDER, copy_folder
from hcmd_lab.timestamps import utc_now
from hcmd_lab.typed_text import can_be_seen

MADE_FACT = "made"
"""Where a study keeps who made it, when, and with which version."""


def make_study(folder: Path, settings: StudySettings) -> Store:
    """Create a study in a folder that does not exist or is empty, and open it.

    Raises:
        OperatorError: The folder is taken or cannot be written, or the study whose mechanism it is
            to begin with cannot be read.
        UsageError: The study has no name, or no mechanism that it asks for fits.
    """
    if not can_be_seen(settings.name):
        raise UsageError("A study needs a name that can be read.")
    made = {"by": user_name(), "utc": utc_now(), "version": __version__}
    facts = {"settings": msgspec.to_builtins(checked(settings)), MADE_FACT: made}
    return Store.create(folder, facts)


def duplicate_study(
    source: Path, folder: Path, name: str, *, with_settings: bool = True, with_texts: bool = True
) -> Store:
    """Create a study like another one, without its data, and open it.

    Args:
        source: Folder of the other study, which may be open elsewhere.
        folder: A folder that does not exist or is empty.
        name: The new study's name.
        with_settings: Whether it has the same settings; else those of the preset that they are
            nearest to.
        with_texts: Whether it has the same texts of its own, if there are any.

    Raises:
        OperatorError: The other study cannot be read, or the folder is taken or cannot be written.
        UsageError: The name is empty or too long.
    """
    with Store.read(source) as store:
        settings = ReadOnlyStudy(store).settings
    if not with_settings:
        settings = make_settings(nearest_preset(settings), {})
    called = next(each for each in describe(StudySettings) if each.name == "name").check(name)
    made = make_study(folder, replace(settings, name=str(called)))
    texts = source / FOLDER
    if with_texts and texts.is_dir():
        try:
            copy_folder(texts, folder / FOLDER)
        except (OSError, OperatorError) as error:
            made.close()
            shutil.rmtree(folder, ignore_errors=True)  # it was empty or missing
            if isinstance(error, OperatorError):
                raise
            raise OperatorError("The texts cannot be written: {error}", error=error) from error
    return made


def added_iteration(iteration: int, groups: int, updates: int) -> dict[str, object]:
    """The note that an iteration was added to a study's plan now."""
    return {
        "iteration": iteration, "groups": groups, "updates": updates, "by": user_name(),
        "utc": utc_now(), "version": __version__,
    }  # fmt: skip
