import subprocess
import sys

import pytest

from hcmd_lab.storage.without_optional import import_without


def test_the_store_does_without_pandas() -> None:
    code = (
        "import sys, hcmd_lab.storage.store as store; "
        "assert 'pandas' not in sys.modules; "
        "import pandas; "
        "print(pandas.DataFrame.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "DataFrame"), done.stderr


def test_what_was_imported_before_stays() -> None:
    before = sys.modules["csv"] if "csv" in sys.modules else __import__("csv")
    import_without("json", "csv")
    assert sys.modules["csv"] is before


def test_a_failed_import_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with pytest.raises(ModuleNotFoundError):
        import_without("there_is_no_such_module", "colorsys")
    assert "colorsys" not in sys.modules
