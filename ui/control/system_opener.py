"""Ask the system to open a file, and learn whether anything did.

Qt hands a file to `xdg-open` and never hears of it again, so that F1 on a computer without a
browser did nothing. On Linux that program is started here instead: its exit code says whether
it found one. What it starts gets the user's own search path for libraries, which a packaged program
has changed for itself.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

_OPENER = "xdg-open"
_LIBRARIES = "LD_LIBRARY_PATH"
_OURS_ALONE = (_LIBRARIES, "QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
_ASKED_EVERY_MS = 200


class SystemOpener(QObject):
    """Opens one file or folder, and tells if no program was found for it.

    It lives until the system has answered, which some do only when the other program is closed.
    """

    def __init__(self, path: Path, failed: Callable[[], None], parent: QObject | None) -> None:
        """Open it.

        Args:
            path: The file or folder.
            failed: Called if nothing opened it.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._failed = failed
        opener = desktop_opener()
        if opener is None:  # the system answers at once
            is_open = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
            QTimer.singleShot(0, self, lambda: self._end(is_open))
            return
        try:
            self._process = subprocess.Popen(  # noqa: S603 - a program of the system
                [opener, str(path)], start_new_session=True,
                env=users_environment(os.environ, getattr(sys, "frozen", False)),
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        except OSError:  # no memory or process left for it
            QTimer.singleShot(0, self, lambda: self._end(False))
            return
        self._clock = QTimer(self, interval=_ASKED_EVERY_MS)
        self._clock.timeout.connect(self._ask)
        self._clock.start()

    def _ask(self) -> None:
        code = self._process.poll()
        if code is not None:
            self._clock.stop()
            self._end(code == 0)

    def _end(self, is_open: bool) -> None:
        if not is_open:
            self._failed()
        self.deleteLater()


def desktop_opener() -> str | None:
    """The program of a Linux desktop that opens files; None elsewhere, and where it lacks."""
    return None if sys.platform in ("win32", "darwin") else shutil.which(_OPENER)


def users_environment(ours: Mapping[str, str], is_packaged: bool) -> dict[str, str]:
    """The environment for a program of the system: without what packaging changed for us alone."""
    if not is_packaged:
        return dict(ours)
    theirs = {name: value for name, value in ours.items() if name not in _OURS_ALONE}
    original = theirs.pop(f"{_LIBRARIES}_ORIG", None)
    return theirs if original is None else theirs | {_LIBRARIES: original}
