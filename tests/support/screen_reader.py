"""What the windows of other programs tell a screen reader, by AT-SPI over D-Bus."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_PROPERTIES = "org.freedesktop.DBus.Properties"
_CHECKED, _ENABLED, _FOCUSED, _SHOWING = 4, 8, 12, 25
"""Bits of AtspiStateType."""

Place = tuple[str, str]


@dataclass(frozen=True)
class Element:
    """Something that a window shows.

    Attributes:
        role: What it is, such as `push button`.
        name: What it is called, or says.
        states: Bits of AtspiStateType.
        place: Bus name and path.
        window: Those of the window that it is in.
    """

    role: str
    name: str
    states: int
    place: Place
    window: Place

    @property
    def is_enabled(self) -> bool:
        """Whether it can be used."""
        return bool(self.states >> _ENABLED & 1)

    @property
    def has_focus(self) -> bool:
        """Whether keys go to it."""
        return bool(self.states >> _FOCUSED & 1)

    @property
    def is_checked(self) -> bool:
        """Whether it is switched on."""
        return bool(self.states >> _CHECKED & 1)


class ScreenReader:
    """Reads what is shown at present.

    Args:
        session_bus: Address of the D-Bus session of the programs.
    """

    def __init__(self, session_bus: str) -> None:
        session = open_dbus_connection(session_bus)
        self._bus = session
        address = self._call(("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress")
        self._bus = open_dbus_connection(address)
        session.close()

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def read(self, process: int) -> list[Element]:
        """Everything that a program shows now, from top to bottom; empty if it shows nothing."""
        for program in self._children(_ROOT):
            owner = self._call(
                ("org.freedesktop.DBus", "/org/freedesktop/DBus"),
                "org.freedesktop.DBus", "GetConnectionUnixProcessID", "s", (program[0],),
            )  # fmt: skip
            if owner == process:
                return [
                    each
                    for window in self._children(program)
                    for each in self._shown(window, window)
                ]
        return []

    def key_of(self, element: Element) -> str:
        """The key that presses a button or opens a menu, such as `Alt+N`; empty without one."""
        found = self._call(element.place, "org.a11y.atspi.Action", "GetKeyBinding", "i", (0,))
        return str(found or "").split(";")[0]

    def value_of(self, element: Element) -> str:
        """The text of a field."""
        text = "org.a11y.atspi.Text"
        return str(self._call(element.place, text, "GetText", "ii", (0, -1)) or "")

    def _shown(self, place: Place, window: Place) -> Iterator[Element]:
        states = self._call(place, _ACCESSIBLE, "GetState")
        if states is None or not states[0] >> _SHOWING & 1:
            return
        name = self._call(place, _PROPERTIES, "Get", "ss", (_ACCESSIBLE, "Name"))
        role = self._call(place, _ACCESSIBLE, "GetRoleName")
        yield Element(str(role), "" if name is None else name[1], states[0], place, window)
        for child in self._children(place):
            yield from self._shown(child, window)

    def _children(self, place: Place) -> list[Place]:
        return self._call(place, _ACCESSIBLE, "GetChildren") or []

    def _call(
        self, place: Place, interface: str, method: str, signature: str | None = None,
        body: tuple[Any, ...] = (),
    ) -> Any:  # fmt: skip
        """A method's result; None where what was asked for is gone."""
        service, path = place
        asked = new_method_call(DBusAddress(path, service, interface), method, signature, body)
        reply = self._bus.send_and_get_reply(asked, timeout=90)
        if reply.header.message_type is MessageType.error:
            return None
        return reply.body[0] if reply.body else None
