"""Readers of another language, for a while."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale


@contextmanager
def reading_in(language: str) -> Iterator[None]:
    """Inside, numbers and money are written for a locale; afterwards as they were before."""
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        yield
    finally:
        QLocale.setDefault(before)
