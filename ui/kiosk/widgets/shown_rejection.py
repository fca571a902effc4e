"""The last rejection, kept as long as it takes to be seen."""

from PySide6.QtCore import QElapsedTimer

from hcmd_lab.network.rejection import RejectionCode
from ui.kiosk.widgets.rejection_words import rejection_words

SEEN_MS = 8000
"""Time to notice and to read a sentence, though the page changes meanwhile."""

_ABOUT_WHAT_IS_OVER = frozenset({RejectionCode.TOO_LATE, RejectionCode.ALREADY_DECIDED})
"""These come when the page is about to change; all others ask for something on their page."""


class ShownRejection:
    """Remembers the rejection shown to a participant."""

    def __init__(self) -> None:
        self._words = ""
        self._since = QElapsedTimer()

    def tell(self, code: str) -> str:
        """The sentence for a rejection.

        Args:
            code: One of `hcmd_lab.network.rejection.RejectionCode`.
        """
        words = rejection_words(code)
        self._words = words if code in _ABOUT_WHAT_IS_OVER else ""
        self._since.start()
        return words

    def lasting(self) -> str:
        """The sentence to repeat on a page that follows; empty for none."""
        if self._words and self._since.elapsed() > SEEN_MS:
            self._words = ""
        return self._words
