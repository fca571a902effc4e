"""The one way of writing an amount of money, in any language."""

from decimal import Decimal

from PySide6.QtCore import QLocale, Qt

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "ILS": "₪"}
_MINUS = "\N{MINUS SIGN}"
_FROM_LEFT = "\N{LEFT-TO-RIGHT MARK}"
_FROM_RIGHT = "\N{RIGHT-TO-LEFT MARK}"
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def written_money(locale: QLocale, amount: float, currency: str, decimals: int = 2) -> str:
    """An amount as a language writes it: "€12.50", "12,50 €", or "12.50 CHF" without a known sign.

    Args:
        locale: The language.
        amount: In the currency.
        currency: As the payment settings name it.
        decimals: Digits after the point.
    """
    if amount < 0:  # some languages would put it into brackets
        positive = written_money(locale, -amount, currency, decimals)
        digits = positive.lstrip(_FROM_RIGHT)
        from_right = locale.textDirection() is Qt.LayoutDirection.RightToLeft
        # Left of its digits also there: a sign alone would go to their other side.
        return f"{positive[: -len(digits)]}{_FROM_LEFT if from_right else ''}{_MINUS}{digits}"
    sign = _SIGNS.get(currency)
    if sign is None:
        return f"{locale.toString(float(amount), 'f', decimals)}{_NO_BREAK_SPACE}{currency}"
    return locale.toCurrencyString(float(amount), sign, decimals)


def decimals_of(amount: float) -> int:
    """Two decimals, or as many as a small amount needs."""
    return max(2, -int(Decimal(repr(amount)).normalize().as_tuple().exponent))
