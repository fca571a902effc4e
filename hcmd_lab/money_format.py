"""The one way of writing an amount of money, in any language."""

from decimal import Decimal

from PySide6.QtCore import QLocale, Qt

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "ILS": "₪"}
_WITHOUT_HUNDREDTHS = frozenset(
    ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
     "VUV", "XAF", "XOF", "XPF")
)  # fmt: skip
"""Currencies that have nothing smaller than one (ISO 4217)."""

_MINUS = "\N{MINUS SIGN}"
_FROM_LEFT = "\N{LEFT-TO-RIGHT MARK}"
_FROM_RIGHT = "\N{RIGHT-TO-LEFT MARK}"
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def written_money(
    locale: QLocale, amount: float, currency: str, decimals: int | None = None
) -> str:
    """An amount as a language writes it: "€12.50", "12,50 €", or "12.50 CHF" without a known sign.

    Args:
        locale: The language.
        amount: In the currency.
        currency: As the payment settings name it.
        decimals: Digits after the point; None writes as many as the amount has in this currency.
    """
    if decimals is None:
        decimals = decimals_of(amount, currency)
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


def decimals_of(amount: float, currency: str) -> int:
    """Two decimals, none of a whole amount in yen or won, or as many as a small amount needs."""
    needed = max(0, -int(Decimal(repr(float(amount))).normalize().as_tuple().exponent))
    return 0 if not needed and currency in _WITHOUT_HUNDREDTHS else max(2, needed)
