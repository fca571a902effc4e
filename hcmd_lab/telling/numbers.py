"""Numbers in the reader's language."""

from collections.abc import Callable

from PySide6.QtCore import QLocale

_ENGLISH = QLocale(QLocale.Language.English)
_UNSPACED_PERCENT = (QLocale.Language.English, QLocale.Language.Hebrew)
_MINUS = "\N{MINUS SIGN}"


def coins(hundredths: int) -> str:
    """An amount in hundredths of a coin with up to two decimals: 1250 is 12.5, 1200 is 12."""
    decimals = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
    return number(hundredths / 100, decimals)


def aligned_coins(hundredths: int) -> str:
    """An amount in coins with exactly two decimals, for columns."""
    return number(hundredths / 100, 2)


def whole(value: int) -> str:
    """A whole number with a true minus sign and thousands separators."""
    return spoken_locale().toString(value).replace("-", _MINUS)


def number(value: float, decimals: int = 0) -> str:
    """A number with a true minus sign, unless it rounds to zero, and thousands separators."""
    shown = 0.0 if round(float(value), decimals) == 0 else float(value)
    return spoken_locale().toString(shown, "f", decimals).replace("-", _MINUS)


def significant(value: float, digits: int = 6) -> str:
    """A number with as many digits as it needs, up to a limit: 0.001, 2.5, 10."""
    return spoken_locale().toString(float(value), "g", digits).replace("-", _MINUS)


def written(value: float) -> str:
    """A number inside a sentence: a count, or as many digits as it needs."""
    return whole(value) if isinstance(value, int) else significant(value)


def signed(value: float, decimals: int = 0) -> str:
    """A difference with its sign; no sign if it rounds to zero."""
    return _sign(value, decimals) + number(abs(value), decimals)


def percent(share: float, decimals: int = 0) -> str:
    """A fraction as a percentage."""
    space = "" if spoken_locale().language() in _UNSPACED_PERCENT else "\u202f"
    return f"{number(100 * share, decimals)}{space}%"


def apart(found: float, limit: float, write: Callable[[float, int], str], least: int) -> list[str]:
    """A figure and its limit with as many decimals as tell them apart.

    Up to three more than least; where these do not tell them apart either, none more.

    Args:
        found: The figure.
        limit: Its limit.
        write: Writes a number with so many decimals.
        least: Decimals to begin with.
    """
    told = [[write(value, least + more) for value in (found, limit)] for more in range(4)]
    return next((each for each in told if each[0] != each[1] or found == limit), told[0])


def within(
    found: float, ends: tuple[float, float], write: Callable[[float, int], str], least: int
) -> list[str]:
    """A figure and both ends of an interval, which are told so that they hold it only if they do.

    Args:
        found: The figure.
        ends: Of the interval.
        write: Writes a number with so many decimals.
        least: Decimals to begin with; up to three more.
    """
    is_inside = ends[0] <= found <= ends[1]
    told = [[write(value, least + more) for value in (found, *ends)] for more in range(4)]
    return next((each for each in told if is_inside or each[0] not in each[1:]), told[0])


def signed_percent(share: float, decimals: int = 0) -> str:
    """A difference as a percentage, with its sign."""
    return _sign(100 * share, decimals) + percent(abs(share), decimals)


def decimals_for(spacing: float) -> int:
    """Decimals needed to distinguish values `spacing` apart."""
    return next((d for d in range(6) if abs(spacing - round(spacing, d)) < 1e-9), 6)


def spoken_locale() -> QLocale:
    """The current locale; English if the program has not chosen a language."""
    spoken = QLocale()
    return _ENGLISH if spoken.language() == QLocale.Language.C else spoken


def spreadsheet_point() -> str:
    """The decimal point, or comma, of this computer's spreadsheets.

    They go by the region of the system, whatever language the program speaks.
    """
    return "," if QLocale.system().decimalPoint() == "," else "."


def _sign(value: float, decimals: int) -> str:
    if round(value, decimals) == 0:
        return ""
    return "+" if value > 0 else _MINUS
