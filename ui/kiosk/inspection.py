"""What a kiosk reports of itself and of its computer."""

import ctypes
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from hcmd_lab import __version__
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.station_messages import Keys, KioskReport, Sound
from hcmd_lab.telling.language import spoken_language
from ui.kiosk.window import KioskWindow

_PROC = Path("/proc")
_ASK_S = 2


def inspect(nonce: str, window: KioskWindow, state: Path, *, guarded: bool) -> KioskReport:
    """The report of a kiosk.

    Args:
        nonce: Nonce of the order.
        window: Its window.
        state: Folder of its data.
        guarded: Whether it is started again after a crash.
    """
    screen = window.screen()
    scale = screen.devicePixelRatio()
    return KioskReport(
        nonce,
        version=__version__,
        protocol=PROTOCOL,
        system=f"{platform.system()} {platform.release()}"[:64],
        utc_ms=max(0, round(1000 * time.time())),
        width=round(screen.geometry().width() * scale),
        height=round(screen.geometry().height() * scale),
        scale_percent=round(100 * scale),
        screens=len(QGuiApplication.screens()),
        sound=_sound(),
        full_screen=window.lock is not None and window.geometry().contains(screen.geometry()),
        in_front=window.isActiveWindow(),
        guarded=guarded,
        keys=_keys(window),
        keyboard=_keyboard()[:64],
        language=spoken_language(),
        disk_free_mb=shutil.disk_usage(_existing(state)).free // 2**20,
    )


def _existing(folder: Path) -> Path:
    return next(each for each in (folder, *folder.absolute().parents) if os.path.exists(each))


def _keys(window: KioskWindow) -> Keys:
    if window.lock is None:
        return Keys.FREE
    return Keys.BLOCKED if window.lock.has_keyboard else Keys.PARTLY


def _sound() -> Sound:
    """Whether there is a device that plays sound; the system may have it muted."""
    if sys.platform == "win32":
        return Sound.PRESENT if ctypes.windll.winmm.waveOutGetNumDevs() else Sound.ABSENT
    if not os.path.isdir(_PROC):  # as on macOS
        return Sound.UNKNOWN
    try:
        cards = (_PROC / "asound/cards").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return Sound.ABSENT
    return Sound.ABSENT if "no soundcards" in cards else Sound.PRESENT


def _keyboard() -> str:
    """The layout in the system's own word, such as `de` or `de_DE`; empty if unknown."""
    if QGuiApplication.platformName() == "xcb" and (asked := shutil.which("setxkbmap")):
        try:
            done = subprocess.run(  # noqa: S603 - a program of the system
                [asked, "-query"], capture_output=True, text=True, timeout=_ASK_S, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        pairs = [line.partition(":") for line in done.stdout.splitlines()]
        found = {name.strip(): value.strip() for name, _, value in pairs}
        return " ".join(filter(None, (found.get("layout"), found.get("variant"))))
    return QGuiApplication.inputMethod().locale().name()
