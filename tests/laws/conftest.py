"""The laws share one application, whichever of them comes first.

A report that is written makes a `QGuiApplication` where there is none, and a process
can have only one: the windows' tests that came later would find the wrong kind.
"""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: QApplication) -> QApplication:
    return qapp
