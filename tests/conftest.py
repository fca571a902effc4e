"""What every test starts from, and how tests are shared out among processes."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from xdist.scheduler import LoadScopeScheduling

from hcmd_lab.network import announcement, discovery
from hcmd_lab.network.lab_identity import FILE_NAME, VARIABLE, LabIdentity

if TYPE_CHECKING:
    from hosted_session import HostedSession
    from told_studies import Bookshelf

# No display is needed, and none is used where there is one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# As `hcmd_lab.learning` does, which some tests import after torch: threads that wait take no time.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

# Studies are written as safely as in a lab: on a disk each of their writes is waited for.
_MEMORY = Path("/dev/shm")  # noqa: S108 - folders in it are made by `tempfile`, as elsewhere
if "TMPDIR" not in os.environ and _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > 2**31:
    os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)

# Importing and collecting makes a million objects that stay: none of them is garbage.
gc.disable()

# No test uses the lab computer's own identity. One certificate serves them all: making one is slow.
_IDENTITY = tempfile.TemporaryDirectory(prefix="hcmd-lab-identity-")
os.environ[VARIABLE] = _IDENTITY.name
LabIdentity(Path(_IDENTITY.name)).certificate()

# The machines that run these tests are noisy: time is limited per test, not per example.
settings.register_profile("lab", deadline=None, print_blob=True)
settings.register_profile("release", settings.get_profile("lab"), max_examples=1000)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Pictures of the scenes of a lab day, to look at."""
    parser.addoption("--shots", metavar="FOLDER", help="where the lab day keeps its pictures")


def pytest_configure(config: pytest.Config) -> None:
    """Try more examples where the tests of a release run too."""
    settings.load_profile("lab" if config.option.markexpr == "not release" else "release")


_LEARNING_PROGRAMS = ("tests/e2e/test_loop.py", "tests/e2e/test_replications.py")


class ModuleByModule(LoadScopeScheduling):
    """Gives each process whole modules, whose tests share what is costly to make.

    What starts the real programs, each in many processes, is two modules to it: those that train,
    which keep a core busy, and those that play, which wait for clocks. More of those tests at once
    would only wait for each other, and one after the other they would last longer than the rest.
    """

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        if not module.startswith("tests/e2e/"):
            return module
        return "learning programs" if module in _LEARNING_PROGRAMS else "programs"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ModuleByModule:
    """Share tests out module by module, the first ones first."""
    config.option.loadscopereorder = False  # by default those with many short tests come first
    return ModuleByModule(config, log)


_UNIT = "tests/unit/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Unit tests of single packages come last: of short modules, so that all processes end alike.

    Those beside them start programs: a process would still wait for one when the others are done.
    """
    items.sort(key=lambda item: "/" in item.nodeid.partition("::")[0].partition(_UNIT)[2])


def pytest_collection_finish() -> None:
    """From here on garbage is made."""
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True)
def _no_station_is_paired(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test has a lab computer to which all stations are new."""
    with tempfile.TemporaryDirectory(dir=_IDENTITY.name) as folder:
        shutil.copy(Path(_IDENTITY.name, FILE_NAME), folder)
        monkeypatch.setenv(VARIABLE, folder)
        yield


@pytest.fixture(scope="module", autouse=True)
def _modules_shield_no_children_of_others() -> Iterator[None]:
    """What the fixtures of a whole module run in this process shields nobody's later children.

    Theirs find `ui` in the folder that they start in: nothing installs it at the top.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYTHONSAFEPATH", "")
        yield


@pytest.fixture(autouse=True)
def _tests_shield_no_children_of_others(
    _modules_shield_no_children_of_others: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does what a test runs in this process."""
    monkeypatch.setenv("PYTHONSAFEPATH", "")


@pytest.fixture(autouse=True)
def _nothing_is_announced(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test speaks to the network that the computer is on; `test_discovery.py` does to itself."""
    monkeypatch.setattr(announcement, "announce", lambda *_: None)
    monkeypatch.setattr(discovery, "browse", lambda *_: None)


@pytest.fixture(autouse=True)
def _collection_between_tests(request: pytest.FixtureRequest) -> Iterator[None]:
    """Garbage that may be Qt's is collected between tests, as between a program's events.

    In a thread that a test begins, a collection would free timers of this one, which end the
    process when they are due (`hcmd_lab.collector`). Windows that are only due to go would hear of
    each change of the language and the look, since Qt puts their deletion off outside of a loop.
    """
    has_events = "qtbot" in request.fixturenames
    if has_events:
        gc.disable()
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.enable()
    if has_events:
        gc.collect()


@pytest.fixture(scope="module", autouse=True)
def _older_things_are_left_alone() -> None:
    """What was made before a module's tests is not looked through for garbage during them.

    Windows that earlier tests have given up are deleted first: outside of an event loop Qt puts
    that off, and a new look would be given to every one of them.
    """
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def _a_look_ends_with_its_module() -> Iterator[None]:
    """A style sheet is not left to the next module, whose windows would be slow to make."""
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.styleSheet():
        application.setStyleSheet("")


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> "Bookshelf":
    """Makes the studies of cases; what has been played once in this process is copied."""
    from told_studies import Bookshelf  # noqa: PLC0415 - few modules tell of studies

    return Bookshelf(tmp_path_factory.mktemp("shelf"))


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator["HostedSession"]:
    """A session of the small game, hosted as in a lab."""
    from hosted_session import HostedSession  # noqa: PLC0415 - few tests host a session

    session = HostedSession(tmp_path / "study")
    yield session
    session.end()
