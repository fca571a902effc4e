"""A logind of the tests: a private message bus, and a service on it that answers as logind does."""

import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

SERVICE = "org.freedesktop.login1"
MANAGER = DBusAddress("/org/freedesktop/login1", interface=f"{SERVICE}.Manager")
SESSION_PATH = "/org/freedesktop/login1/session/_31"
SESSION = DBusAddress(SESSION_PATH, interface=f"{SERVICE}.Session")
PROPERTIES = DBusAddress(SESSION_PATH, interface="org.freedesktop.DBus.Properties")
_TURN_S = 0.02


class FakeLogind:
    """Answers `GetSession` and `Get`, and says what it is told to.

    Attributes:
        properties: Of the session.
        asked: Methods that were called, in order.
    """

    def __init__(self, address: str, *, knows_session: bool = True) -> None:
        self.properties = {"Active": True, "LockedHint": False}
        self.asked: list[str] = []
        self._knows_session = knows_session
        self._connection: DBusConnection = open_dbus_connection(address)
        self._connection.send_and_get_reply(message_bus.RequestName(SERVICE))
        self._to_say: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def prepare_for_sleep(self, begins: bool) -> None:
        """The computer goes to sleep, or has woken up."""
        self._to_say.put(new_signal(MANAGER, "PrepareForSleep", "b", (begins,)))

    def prepare_for_shutdown(self, begins: bool) -> None:
        """The computer shuts down, or does not after all."""
        self._to_say.put(new_signal(MANAGER, "PrepareForShutdown", "b", (begins,)))

    def lock(self) -> None:
        """Somebody asks for the screen to be locked."""
        self._to_say.put(new_signal(SESSION, "Lock"))

    def unlock(self) -> None:
        """Somebody asks for it to be unlocked."""
        self._to_say.put(new_signal(SESSION, "Unlock"))

    def change(self, name: str, value: bool) -> None:
        """Change a property of the session, without telling its value in the signal."""
        self.properties[name] = value
        body: tuple[Any, ...] = (f"{SERVICE}.Session", {}, [name])
        self._to_say.put(new_signal(PROPERTIES, "PropertiesChanged", "sa{sv}as", body))

    def end(self) -> None:
        """Leave the bus."""
        self._ends.set()
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        while not self._ends.is_set():
            while not self._to_say.empty():
                self._connection.send(self._to_say.get())
            try:
                message = self._connection.receive(timeout=_TURN_S)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._connection.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        method = str(message.header.fields[HeaderFields.member])
        self.asked.append(method)
        if method == "GetSession" and self._knows_session:
            return new_method_return(message, "o", (SESSION_PATH,))
        if method == "Get":
            value: tuple[Any, ...] = (("b", self.properties[message.body[1]]),)
            return new_method_return(message, "v", value)
        return new_error(message, f"{SERVICE}.NoSuchSession", "s", ("no such session",))


@contextmanager
def logind_on_a_bus_of_its_own(
    monkeypatch: pytest.MonkeyPatch, *, knows_session: bool = True
) -> Iterator[FakeLogind]:
    """Make it the system bus of this process; skips the test where there is no daemon."""
    if os.name != "posix" or shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon")
    command = ("dbus-daemon", "--session", "--nofork", "--print-address=1")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        try:
            assert daemon.stdout is not None
            address = daemon.stdout.readline().strip()
            monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
            monkeypatch.delenv("XDG_SESSION_ID", raising=False)
            service = FakeLogind(address, knows_session=knows_session)
            try:
                yield service
            finally:
                service.end()
        finally:
            daemon.terminate()
