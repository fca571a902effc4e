"""An import is stored beside the open study, and stopped it leaves nothing."""

from pathlib import Path
from threading import Thread

import pytest
from foreign_tables import games, plain
from studies import playable_study

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.importers.importing import import_csv, import_found, read_csv
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"


class StoppedError(Exception):
    """Somebody cancelled."""


def stop(_done: int, _total: int) -> None:
    raise StoppedError


def test_what_another_thread_stores_is_in_the_open_study(tmp_path: Path) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text(plain(games()))
    found = read_csv(path, "auto", PAPER_GAME)
    with Store.open(playable_study(tmp_path / "study", 4)) as store:

        def work() -> None:
            with store.beside() as other:
                import_found(other, found, 1, UTC, "theirs00")

        thread = Thread(target=work)
        thread.start()
        thread.join()
        assert len(store.tables.groups()) == 2
        path.write_text(plain(games(4)))
        import_csv(store, path, "auto", PAPER_GAME, 1, UTC, "theirs01")  # goes on in the same log
        assert check_study(store) == []


def test_stopped_nothing_is_stored(tmp_path: Path) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text(plain(games()))
    with pytest.raises(StoppedError):
        read_csv(path, "auto", PAPER_GAME, on_progress=stop)
    found = read_csv(path, "auto", PAPER_GAME)
    with Store.open(playable_study(tmp_path / "study", 4)) as store:
        with pytest.raises(StoppedError), store.beside() as other:
            import_found(other, found, 1, UTC, "theirs00", stop)
        assert store.tables.groups() == []
        assert store.log.imported_files() == {}
        import_found(store, found, 1, UTC, "theirs00")
        assert check_study(store) == []
