"""Signs of a result that an encoding lacks, spelled: a file on Windows often has no θ.

`theta_1` in such a file is what files call θ₁. What has no spelling, such as a name in another
script, is escaped: it can be told again, where a question mark could not.
"""

import codecs
import re
import sys
from io import TextIOWrapper

ERRORS = "hcmd_lab.spelled"
"""The name of this way to treat what cannot be encoded, for `TextIOWrapper.reconfigure`."""

_SPELLED = {
    **{"θ": "theta", "α": "alpha", "²": "^2", "±": "+-", "×": "x", "−": "-", "·": "-", "●": "*"},
    **{"→": "->", "–": "-", "…": "...", "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'"},
    **{"€": "EUR", "£": "GBP", "¥": "JPY", "₪": "ILS", "\N{NO-BREAK SPACE}": " "},
}
_SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"
_DIGITS = str.maketrans(_SUBSCRIPTS, "0123456789")
_SUBSCRIPT = re.compile(f"[{_SUBSCRIPTS}]+")


def spell_on_standard_streams() -> None:
    """Let both streams spell what they cannot encode, whatever encoding they have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=ERRORS)


def in_ascii(text: str) -> str:
    """A text with all signs spelled that some encodings lack, for a file that is to be read again.

    What a shell makes of other signs on its way into a file, nobody reads as UTF-8.
    """
    return text.encode("ascii", ERRORS).decode("ascii")


def _spelled(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    # θ₃.₂ comes in two parts, between which the point is kept.
    goes_on = error.object[: error.start].endswith(".") and lacking[0] in _SUBSCRIPTS
    before = "" if goes_on else "_"
    plain = _SUBSCRIPT.sub(lambda found: before + found[0].translate(_DIGITS), lacking)
    return "".join(map(_spelling, plain)), error.end


def _spelling(sign: str) -> str:
    if sign.isascii():
        return sign
    return _SPELLED.get(sign) or sign.encode("ascii", "backslashreplace").decode("ascii")


codecs.register_error(ERRORS, _spelled)
