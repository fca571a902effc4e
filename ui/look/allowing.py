"""Whoever finds something that cannot be used is told why, by its tool tip.

A screen reader reads the tool tip too. Qt shows that of what a disabled widget stands in, unless it
has one of its own, so a whole dialog can be told of in one place.
"""

from typing import Protocol

from ui.look.tips import set_tip


class _Usable(Protocol):
    """A widget, an action or a menu."""

    def setEnabled(self, is_enabled: bool, /) -> object: ...  # noqa: N802 - Qt's name
    def setToolTip(self, text: str, /) -> object: ...  # noqa: N802 - Qt's name


def allow_unless(usable: _Usable, why_not: str, *, tip: str = "") -> None:
    """Let something be used, or say why it cannot be.

    Args:
        usable: What is enabled or disabled.
        why_not: Why it cannot be used now, in a sentence; empty if it can.
        tip: What its tool tip says while it can be used.
    """
    usable.setEnabled(not why_not)
    set_tip(usable, why_not or tip)
