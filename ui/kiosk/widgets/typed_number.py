"""A number typed without a field: 1 quickly followed by 0 is 10."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QKeyEvent

TOGETHER_MS = 1200
"""Digits that follow each other faster than this belong to one number."""


_MINUS = ("-", "\N{MINUS SIGN}")


def digit_of(event: QKeyEvent) -> int | None:
    """The digit that a key writes, on a keyboard of any script; None of other keys."""
    return int(event.text()) if event.text().isdecimal() else None


class TypedNumber:
    """Combines typed digits into numbers up to a limit."""

    def __init__(self) -> None:
        self._number = 0
        self._at_ms = -TOGETHER_MS
        self._is_behind = False

    def point(self, at_ms: int) -> None:
        """Begin what stands behind a decimal point."""
        self._is_behind = True
        self._at_ms = at_ms

    def press_behind_point(self, at_ms: int) -> bool:
        """Take a digit if it belongs behind a decimal point, as those do that follow it quickly.

        Returns:
            Whether it did.
        """
        self._is_behind = self._is_behind and at_ms - self._at_ms < TOGETHER_MS
        if self._is_behind:
            self._at_ms = at_ms
        return self._is_behind

    def press(self, digit: int, at_ms: int, limit: int) -> tuple[int, bool]:
        """Add a digit.

        Args:
            digit: 0 to 9.
            at_ms: Time of the key press, on any clock that runs forwards.
            limit: The largest number allowed.

        Returns:
            The number that was typed, and whether it is allowed. After a number that is not, the
            next digit begins a new one.
        """
        quick = at_ms - self._at_ms < TOGETHER_MS
        begun = 10 * self._number
        # If no digit could follow within the limit, the next one replaces the number.
        number = begun + digit if quick and 0 < begun <= limit else digit
        allowed = number <= limit
        self._number = number if allowed else 0
        self._at_ms = at_ms
        return number, allowed

    def forget(self) -> None:
        """Start a new number with the next digit."""
        self._number = 0
        self._is_behind = False


class TypedChoice:
    """Tells which of several numbered answers is meant by the keys that are pressed."""

    def __init__(self) -> None:
        self._typed = TypedNumber()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._minus_at_ms: int | None = None

    def press(self, event: QKeyEvent, low: int, high: int) -> int | None:
        """The number typed with this key and those before; None if no answer has it.

        Args:
            event: The key.
            low: The smallest number of an answer; a minus belongs to the digits behind it.
            high: The largest one.
        """
        at_ms = event.timestamp() or self._clock.elapsed()
        if low < 0 and event.text() in _MINUS:
            self._typed.forget()
            self._minus_at_ms = at_ms
        digit = digit_of(event)
        if digit is None or event.isAutoRepeat():
            return None
        below = self._minus_at_ms is not None and at_ms - self._minus_at_ms < TOGETHER_MS
        limit = -low if below else high
        number, allowed = self._typed.press(digit, at_ms, limit)
        if not allowed:  # somebody thinks better of it
            number, _ = self._typed.press(digit, at_ms, limit)
        self._minus_at_ms = at_ms if below else None
        number = -number if below else number
        return number if low <= number <= high else None

    def forget(self) -> None:
        """Start a new number with the next key."""
        self._typed.forget()
        self._minus_at_ms = None
