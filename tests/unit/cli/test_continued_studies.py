"""A study of simulated people that is continued is the one that is asked for."""

from pathlib import Path

import pytest
from lab_commands import Lab

from hcmd_lab.cli import demo
from hcmd_lab.storage.store import Store
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.reader import ReadOnlyStudy

CONTINUE = (("simulate",), ("demo", "--headless"))


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("continued") / "begun"
    changes = {"participants": "simulated", "seed": 7, "repetitions": 40}
    make_study(folder, make_settings("quick", changes)).close()
    return folder


@pytest.mark.parametrize("command", CONTINUE, ids=lambda command: command[0])
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--seed", "8"), "seed is 7 in the study {folder}, and not 8;"),
        (("--set", "seed=8"), "seed is 7 in the study {folder}, and not 8;"),
        (("--set", "groups=9"), "groups is [15, 15] in the study {folder}, and not [9];"),
        (("--set", 'baseline="libertarian"'), "baseline is "),
        (("--set", "least_iterations=1"), "min_iterations is 2 in the study {folder}, and not 1;"),
        (("--preset", "paper"), " in the study {folder}, and not "),
        (("--preset", "quick"), "repetitions is 40 in the study {folder}, and not 100;"),
        (("--set", "gruops=9"), "gruops"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_it_has_not_is_refused(
    lab: Lab, begun: Path, command: tuple[str, ...], asked: tuple[str, ...], told: str
) -> None:
    code, out, words = lab(*command, "--study", begun, *asked)
    assert (code, out) == (2, "")
    assert told.format(folder=begun) in words


@pytest.mark.parametrize(
    "asked",
    [
        (),
        ("--seed", "7"),
        ("--preset", "quick", "--set", "repetitions=40"),
        ("--set", "groups=[15, 15]", "--set", "least_iterations=2"),
    ],
    ids=" ".join,
)
def test_what_it_has_continues_it(
    lab: Lab, begun: Path, asked: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = []

    def played(folder: Path) -> None:
        with Store.read(folder) as store:
            seeds.append(ReadOnlyStudy(store).settings.seed)
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "_run_without_windows", played)
    code, _, words = lab("demo", "--headless", "--study", begun, *asked)
    assert code == 130, words
    assert f"Continuing the study {begun}" in words
    assert seeds == [7]
