"""Numbers as the reader's language writes them."""

from PySide6.QtCore import QLocale


def coins(hundredths: int) -> str:
    """An amount in hundredths of a coin with up to two decimals: 1250 is 12.5, 1200 is 12."""
    decimals = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
    return QLocale().toString(hundredths / 100, "f", decimals)


def aligned_coins(hundredths: int) -> str:
    """The same with two decimals always, for columns."""
    return QLocale().toString(hundredths / 100, "f", 2)


def whole(number: int) -> str:
    """A whole number."""
    return QLocale().toString(number)


def percent(share: float, decimals: int = 0) -> str:
    """A share of one in percent."""
    return f"{QLocale().toString(100 * share, 'f', decimals)}\u202f%"


def clock(ms: int) -> str:
    """A time left as minutes and seconds, rounded up: nobody is told 0:00 before it is."""
    seconds = -(-max(0, ms) // 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"
