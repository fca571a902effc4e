"""What every test starts from, and how tests are shared out among processes."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication
from xdist.scheduler import LoadScopeScheduling

# No display is needed, and none is used where there is one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The machines that run these tests are noisy: time is limited per test, not per example.
settings.register_profile("lab", deadline=None, print_blob=True)
settings.register_profile("release", settings.get_profile("lab"), max_examples=1000)


def pytest_configure(config: pytest.Config) -> None:
    """Try more examples where the tests of a release run too."""
    settings.load_profile("lab" if config.option.markexpr == "not release" else "release")


class ModuleByModule(LoadScopeScheduling):
    """Gives each process whole modules, whose tests share what is costly to make.

    What starts the real programs, each in many processes, is one module to it: two of those tests
    at once would only wait for each other.
    """

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        return "programs" if module.startswith("tests/e2e/") else module


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ModuleByModule:
    """Share tests out module by module, the first ones first."""
    config.option.loadscopereorder = False  # by default those with many short tests come first
    return ModuleByModule(config, log)


@pytest.fixture(scope="module", autouse=True)
def _a_look_ends_with_its_module() -> Iterator[None]:
    """A style sheet is not left to the next module, whose windows would be slow to make."""
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.styleSheet():
        application.setStyleSheet("")
