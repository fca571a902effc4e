"""Numbers as the reader's language writes them."""

from PySide6.QtCore import QLocale

_ENGLISH = QLocale(QLocale.Language.English)
_UNSPACED_PERCENT = (QLocale.Language.English, QLocale.Language.Hebrew)


def coins(hundredths: int) -> str:
    """An amount in hundredths of a coin with up to two decimals: 1250 is 12.5, 1200 is 12."""
    decimals = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
    return number(hundredths / 100, decimals)


def aligned_coins(hundredths: int) -> str:
    """The same with two decimals always, for columns."""
    return number(hundredths / 100, 2)


def whole(value: int) -> str:
    """A whole number; thousands are set apart."""
    return _locale().toString(value)


def number(value: float, decimals: int = 0) -> str:
    """A number; thousands are set apart."""
    return _locale().toString(float(value), "f", decimals)


def percent(share: float, decimals: int = 0) -> str:
    """A share of one in percent."""
    space = "" if _locale().language() in _UNSPACED_PERCENT else "\u202f"
    return f"{number(100 * share, decimals)}{space}%"


def clock(ms: int) -> str:
    """A time left as minutes and seconds, rounded up: nobody is told 0:00 before it is."""
    seconds = -(-max(0, ms) // 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"


def _locale() -> QLocale:
    """The language that is spoken; a program that has not chosen one speaks English."""
    spoken = QLocale()
    return _ENGLISH if spoken.language() == QLocale.Language.C else spoken
