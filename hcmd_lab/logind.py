"""Hears on Linux what systemd-logind tells of the computer and of this desktop session.

The signals and properties are those of
https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html. QtDBus is
loaded only where there is a system bus.
"""

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

log = logging.getLogger(__name__)

_ADDRESS = "DBUS_SYSTEM_BUS_ADDRESS"
_USUAL_ADDRESS = "unix:path=/run/dbus/system_bus_socket"
_BUS_NAME = "hcmd-logind"
_SERVICE = "org.freedesktop.login1"
_MANAGER_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class Logind(QObject):
    """Listens from `start` on, for as long as it lives; silent where there is no logind.

    Signals:
        sleep_announced(bool): The computer goes to sleep now, or has just woken up.
        shutdown_announced(bool): The computer shuts down now, or does not after all.
        locked(bool): The session's screen was locked or is to be locked, or is so no longer.
        in_front(bool): The session is the one at the screen, or another one is.
    """

    sleep_announced = Signal(bool)
    shutdown_announced = Signal(bool)
    locked = Signal(bool)
    in_front = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: QDBusConnection | None = None
        self._session_path = ""
        self._known: dict[str, bool] = {}

    def start(self) -> None:
        """Connect to the system bus, if there is one."""
        address = _system_bus()
        if not address:
            log.info("no system bus: sleep, lock and session switch are not told")
            return
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - only where there is a bus

        bus = QDBusConnection.connectToBus(address, _BUS_NAME)
        if not bus.isConnected():
            log.info("the system bus cannot be heard: %s", bus.lastError().message())
            return
        self._bus = bus
        self._hear(_MANAGER_PATH, _MANAGER, "PrepareForSleep", "_on_sleep(bool)")
        self._hear(_MANAGER_PATH, _MANAGER, "PrepareForShutdown", "_on_shutdown(bool)")
        # Without an environment of a session, as under a service of the user, logind knows best.
        session = os.environ.get("XDG_SESSION_ID") or "auto"
        self._ask(_MANAGER_PATH, _MANAGER, "GetSession", [session], self._follow_session)

    def _follow_session(self, path: object) -> None:
        # A signal carries the session's own path, never that of the alias "auto".
        self._session_path = path.path() if hasattr(path, "path") else str(path)
        self._hear(self._session_path, _SESSION, "Lock", "_on_lock()")
        self._hear(self._session_path, _SESSION, "Unlock", "_on_unlock()")
        self._hear(self._session_path, _PROPERTIES, "PropertiesChanged", "_on_changed()")
        self._on_changed()

    @Slot(bool)
    def _on_sleep(self, begins: bool) -> None:
        self.sleep_announced.emit(begins)

    @Slot(bool)
    def _on_shutdown(self, begins: bool) -> None:
        self.shutdown_announced.emit(begins)

    @Slot()
    def _on_lock(self) -> None:
        self._note("LockedHint", True)

    @Slot()
    def _on_unlock(self) -> None:
        self._note("LockedHint", False)

    @Slot()
    def _on_changed(self) -> None:
        """Read both properties again: what the signal carries may leave their values out."""
        for name in ("Active", "LockedHint"):
            self._ask(
                self._session_path,
                _PROPERTIES,
                "Get",
                [_SESSION, name],
                lambda value, name=name: self._note(name, bool(value.variant())),
            )

    def _note(self, name: str, value: bool) -> None:
        """Tell a change; the first value that is read is none, unless it is a locked screen."""
        before = self._known.setdefault(name, name == "Active")
        self._known[name] = value
        if value == before:
            return
        if name == "Active":
            self.in_front.emit(value)
        else:
            self.locked.emit(value)

    def _hear(self, path: str, interface: str, name: str, slot: str) -> None:
        spelled = cast("bytes", SLOT(slot))  # the stubs want bytes, the library takes only text
        if self._bus is not None and not self._bus.connect(
            _SERVICE, path, interface, name, self, spelled
        ):
            log.warning("%s of logind is not heard", name)

    def _ask(
        self,
        path: str,
        interface: str,
        method: str,
        arguments: list[str],
        then: Callable[..., None],
    ) -> None:
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher  # noqa: PLC0415 - as above

        if self._bus is None:
            return
        command = QDBusMessage.createMethodCall(_SERVICE, path, interface, method)
        command.setArguments(arguments)
        answer = QDBusPendingCallWatcher(self._bus.asyncCall(command), self)

        def take() -> None:
            if answer.isError():
                log.info("logind does not answer %s: %s", method, answer.error().message())
            else:
                then(answer.reply().arguments()[0])
            answer.deleteLater()

        answer.finished.connect(take)


def _system_bus() -> str:
    """The address of the system bus; empty where there is none."""
    address = os.environ.get(_ADDRESS, _USUAL_ADDRESS) if sys.platform == "linux" else ""
    kind, _, path = address.partition(",")[0].partition("unix:path=")
    is_missing_file = not kind and not Path(path).exists()
    return "" if is_missing_file else address
