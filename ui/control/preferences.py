"""Preferences of the control window, kept between starts."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from ui.control.answering import files_not_gone, files_there
from ui.look.style import Mode

_MAX_RECENT = 8
_MODES = ("light", "dark", "system")


def usual_file() -> Path:
    """The default path of this user's preferences."""
    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "hcmd-lab" / "control.ini"


class Preferences:
    """The user's preferences as a file; damaged or missing values fall back to the defaults."""

    def __init__(self, file: Path) -> None:
        """Read the preferences.

        Args:
            file: Made when something is first remembered.
        """
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    # --- the look ----------------------------------------------------------------------------

    @property
    def theme(self) -> Mode:
        """Light, dark, or the system's choice."""
        value = self._text("theme")
        return cast("Mode", value) if value in _MODES else "system"

    @theme.setter
    def theme(self, mode: Mode) -> None:
        self._settings.setValue("theme", mode)

    @property
    def language(self) -> str:
        """Code of the chosen language; empty for the computer's."""
        return self._text("language")

    @language.setter
    def language(self, code: str) -> None:
        self._settings.setValue("language", code)

    @property
    def sound(self) -> bool:
        """Whether a sound is made when somebody waits for the experimenter."""
        return self._text("sound") != "off"

    @sound.setter
    def sound(self, wanted: bool) -> None:
        self._settings.setValue("sound", "on" if wanted else "off")

    # --- the window --------------------------------------------------------------------------

    @property
    def geometry(self) -> QByteArray:
        """Position and size of the window, as saved by Qt; empty at first."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    # --- studies -----------------------------------------------------------------------------

    @property
    def last_study(self) -> Path | None:
        """The study that was open when the program ended; None if there was none."""
        folder = self._text("studies/last")
        return Path(folder) if folder else None

    @last_study.setter
    def last_study(self, folder: Path | None) -> None:
        self._settings.setValue("studies/last", "" if folder is None else str(folder))

    @property
    def recent_studies(self) -> list[Path]:
        """Recently opened studies that are there now, newest first."""
        # One on a disk that fails or does not answer is not there now.
        return [file.parent for file in files_there(self._recent_files)]

    @property
    def _recent_files(self) -> list[Path]:
        kept = self._settings.value("studies/recent", [])
        # QSettings returns a list of one as a plain string.
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return [Path(name) / "study.db" for name in names if isinstance(name, str) and name]

    def note_study(self, folder: Path) -> None:
        """Remember that a study was opened."""
        folder = folder.absolute()
        # A share that is away just now does not take its studies from the list for good.
        known = [file.parent for file in files_not_gone(self._recent_files)]
        others = [other for other in known if other != folder]
        recent = [str(each) for each in (folder, *others)][:_MAX_RECENT]
        self._settings.setValue("studies/recent", recent)
        self.last_study = folder

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
