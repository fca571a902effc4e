"""A replication package is whole, and its script remakes it elsewhere, or says what differs."""

import ast
import csv
import importlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from counted_studies import counted_study
from plain_tables import two_groups, write
from strict_package import problems
from studies import playable_study

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import merge, plan_merge
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.errors import UsageError
from hcmd_lab.owned_folder import changed_files, read_manifest
from hcmd_lab.replication_package.licences import DataLicence
from hcmd_lab.replication_package.readme import REMADE
from hcmd_lab.replication_package.readme import SCRIPT as README_FILES
from hcmd_lab.replication_package.writing import Choices, PackageSummary, write_package
from hcmd_lab.shipped_parts import RESOURCES
from hcmd_lab.storage.importers import import_csv
from hcmd_lab.storage.store import Store
from hcmd_lab.study.arena import plan_contrast
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.timestamps import utc_now

ANONYMOUS = Choices()
SCRIPT = RESOURCES / "replication"
OTHER_GAME = {
    "rounds": 3, "tails": 4, "head_endowment": 5, "tail_endowments": (2, 3), "growth": 2.0,
    "order_adjusted": True, "weighting": "conditions",
}  # fmt: skip
THREE_SEATS = {
    "rounds": 2, "tails": 2, "tail_endowments": (4, 6), "looks": "sequential",
    "order_adjusted": True,
}  # fmt: skip


def packed(study: Path, target: Path, choices: Choices = ANONYMOUS) -> PackageSummary:
    with Store.read(study) as store:
        return write_package(store, target, choices)


def script(package: Path) -> tuple[int, list[str]]:
    """Run the script in this process: its exit code and its lines.

    `test_it_runs_alone_elsewhere` runs it as others do, and holds that it is the same files.
    """
    if str(SCRIPT) not in sys.path:
        sys.path.insert(0, str(SCRIPT))
    main = importlib.import_module("reproduce").main
    with redirect_stdout(io.StringIO()) as told:
        code = main([str(package)])
    return code, told.getvalue().splitlines()


def said(package: Path) -> list[str]:
    code, told = script(package)
    assert code == 0, told
    return told


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return counted_study(tmp_path_factory.mktemp("counted") / "study", 6, {"rounds": 2})


@pytest.fixture(scope="module")
def package(study: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("elsewhere") / "package"
    packed(study, place, Choices(licence=DataLicence.CC_BY))
    return place


@pytest.fixture
def copied(package: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(package, tmp_path / "package"))


def test_it_is_what_it_says_it_is(package: Path) -> None:
    assert problems(package) == []
    manifest = read_manifest(package)
    assert manifest is not None
    assert not manifest.with_labels
    assert changed_files(package, manifest) == []
    described = json.loads((package / "datapackage.json").read_text("utf-8"))
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    psych = json.loads((package / "dataset_description.json").read_text("utf-8"))
    assert psych["@type"] == "Dataset"
    named = {each["name"] for each in psych["variableMeasured"]}
    for file in (package / "data").iterdir():
        assert file.name.endswith("_data.csv")
        with file.open(encoding="utf-8", newline="") as text:
            assert set(next(csv.reader(text))) <= named


def test_every_picture_lies_beside_its_numbers(package: Path) -> None:
    pictures = {file.stem for file in (package / "figures").glob("*.png")}
    numbers = {file.stem for file in (package / "figures").glob("*.csv")}
    assert numbers == pictures | {"rule_parameters"}
    assert pictures | {"predictions"} == REMADE.keys()
    readme = (package / "README.md").read_text("utf-8")
    assert all(f"figures/{name}.png" in readme for name in pictures)


def test_it_runs_alone_elsewhere(package: Path, tmp_path: Path) -> None:
    code = package / "code"
    files = {file.relative_to(SCRIPT).as_posix(): file.read_bytes() for file in script_files()}
    packed_files = {each.relative_to(code).as_posix(): each for each in code.rglob("*.py")}
    assert {name: each.read_bytes() for name, each in packed_files.items()} == files
    licence = (Path(__file__).parents[3] / "LICENSE").read_bytes()
    assert (code / "LICENSE").read_bytes() == licence
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "hcmd_lab.py").write_text("raise ImportError('not here')", "utf-8")
    for isolated in ((), ("-I",)):
        done = subprocess.run(
            [sys.executable, *isolated, str(code / "reproduce.py")],
            cwd=blocked, env={"PYTHONPATH": str(blocked), "PATH": os.environ["PATH"]},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines() == said(package)


def script_files() -> list[Path]:
    return sorted(SCRIPT.rglob("*.py"))


def test_the_script_needs_numpy_alone() -> None:
    own = {"remade"}
    for file in script_files():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [node.module] if isinstance(node, ast.ImportFrom) else []
            names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                first = str(name).partition(".")[0]
                assert first in sys.stdlib_module_names | own | {"numpy"}, f"{file.name}: {name}"


def test_the_readme_names_every_file_of_the_script(package: Path) -> None:
    files = {each.relative_to(SCRIPT).as_posix() for each in script_files()}
    assert files - {"remade/__init__.py"} == README_FILES.keys()
    readme = (package / "README.md").read_text("utf-8")
    assert all(f"| `code/{name}` |" in readme for name in README_FILES)
    for folder in package.iterdir():
        assert not folder.is_dir() or f"`{folder.name}/" in readme, f"what is {folder.name}/?"


def test_everything_is_the_same_elsewhere(package: Path) -> None:
    told = said(package)
    assert all(line.startswith("same") for line in told[:-1]), told
    for name in ("payments", "test of contrast 1", *(set(REMADE) - {"predictions"})):
        assert any(name in line for line in told), name


@pytest.mark.parametrize("weighting", ["votes", "conditions"])
@pytest.mark.parametrize("looks", ["fixed", "sequential"])
def test_a_comparison_whose_orders_are_unequal(looks: str, weighting: str, tmp_path: Path) -> None:
    plan = {"rounds": 2, "order_adjusted": True, "looks": looks, "weighting": weighting}
    study = counted_study(tmp_path / "study", 7, plan)
    packed(study, tmp_path / "package", Choices(with_uncounted=True))
    file = tmp_path / "package" / "data" / "description-contrasts_data.csv"
    with file.open(encoding="utf-8", newline="") as text:
        (contrast,) = csv.DictReader(text)
    assert contrast["contrast.order_adjusted"] == "1"
    told = said(tmp_path / "package")
    assert all(line.startswith("same") for line in told[:-1]), told


@pytest.mark.parametrize("changes", [OTHER_GAME, THREE_SEATS], ids=["five seats", "three seats"])
def test_other_games_and_plans(changes: Mapping[str, object], tmp_path: Path) -> None:
    study = counted_study(tmp_path / "study", 8, changes)
    packed(study, tmp_path / "package", Choices(with_uncounted=True))
    assert problems(tmp_path / "package") == []
    told = said(tmp_path / "package")
    assert all(line.startswith("same") for line in told[:-1]), told


def test_imported_groups_beside_played_ones(tmp_path: Path) -> None:
    study = playable_study(tmp_path / "study", 4)
    theirs = write(tmp_path / "theirs.csv", two_groups())
    with Store.open(study) as store:
        opened = Study(store)
        import_csv(store, theirs, "plain", opened.game, 1, utc_now(), "imported")
        play_simulated(opened, "acquire", 1)
    packed(study, tmp_path / "package")
    assert problems(tmp_path / "package") == [], "a link that is empty in part leads nowhere"
    described = json.loads((tmp_path / "package" / "datapackage.json").read_text("utf-8"))
    links = {
        each["name"]: [link["reference"]["resource"] for link in each["schema"]["foreignKeys"]]
        for each in described["resources"]
    }
    assert links["long"] == ["groups", "sessions"], "seats of imported groups have no participant"
    assert "participants" in links["payments"]
    assert all(line.startswith(("same", "not checked")) for line in said(tmp_path / "package")[:-1])
    readme = (tmp_path / "package" / "README.md").read_text("utf-8")
    assert "1 session imported from files of others" in readme
    assert "1 session played in HCMD Lab" in readme


def test_groups_of_several_labs(tmp_path: Path) -> None:
    design, sent = tmp_path / "design.hcmd", tmp_path / "there.hcmd"
    with Store.read(playable_study(tmp_path / "first", 4)) as store:
        make_bundle(ReadOnlyStudy(store), design)
    for name in ("here", "there"):
        start_study(read_bundle(design), tmp_path / name)
        with Store.open(tmp_path / name) as store:
            play_simulated(Study(store), "acquire", 1)
            make_bundle(Study(store), sent)
    with Store.open(tmp_path / "here") as store:
        study = Study(store)
        merge(study, plan_merge(study, read_bundle(sent)))
    packed(tmp_path / "here", tmp_path / "package")
    assert problems(tmp_path / "package") == []
    assert all(line.startswith(("same", "not checked")) for line in said(tmp_path / "package")[:-1])


def test_a_game_in_which_everyone_has_as_much(tmp_path: Path) -> None:
    equal = {"tail_endowments": (10,), "rounds": 2}
    study = counted_study(tmp_path / "study", 4, equal)
    packed(study, tmp_path / "package", Choices(with_uncounted=True))
    assert problems(tmp_path / "package") == []
    assert all(line.startswith("same") for line in said(tmp_path / "package")[:-1])
    assert "everyone has 10 coins" in (tmp_path / "package" / "README.md").read_text("utf-8")


def changed(package: Path, table: str, column: str, value: str, line: int = 0) -> None:
    file = package / "data" / f"description-{table}_data.csv"
    with file.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    rows[line][column] = value
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize(
    ("table", "column", "value", "told"),
    [
        ("long", "player.role", "king", "is none of"),
        ("long", "player.contribution", "99", "is above"),
        ("long", "subsession.round_number", "3", "is above"),
        ("votes", "player.vote", "3", "is none of"),
        ("groups", "session.code", "elsewhere", "is not in sessions"),
        ("participants", "participant.code", "", "a value is missing"),
    ],
)
def test_what_cannot_be_is_no_package(
    copied: Path, table: str, column: str, value: str, told: str
) -> None:
    changed(copied, table, column, value)
    assert any(told in each for each in problems(copied))


@pytest.mark.parametrize(
    ("table", "column", "value", "told"),
    [
        ("payments", "payment.computed", "7.77", "payments"),
        ("contrasts", "contrast.p_value", "0.123", "test of contrast 1"),
        ("contrasts", "contrast.gini_other", "0.5", "rewards and inequality"),
        ("metaGame", "meta_game.share", "0.9", "meta_game"),
        ("modelLosses", "model.nats", "9.0", "cross_entropies"),
    ],
)
def test_the_script_names_what_differs(
    copied: Path, table: str, column: str, value: str, told: str
) -> None:
    changed(copied, table, column, value)
    code, lines = script(copied)
    assert code == 1
    assert any(line.startswith("DIFFERS") and told in line for line in lines)


@pytest.mark.parametrize("name", sorted(set(REMADE) - {"predictions"}))
def test_what_became_of_the_numbers_of_a_picture_is_told(copied: Path, name: str) -> None:
    """Emptied, cut, damaged or taken away: one line says so, and the others are checked."""
    file = copied / "figures" / f"{name}.csv"
    whole = file.read_bytes()
    heading, *rows = whole.splitlines(keepends=True)
    cut = heading + b"".join(rows[: len(rows) // 2])
    for damaged in ({heading, cut, b"a,b\n\xff\n"} - {whole}) | {None}:
        file.unlink()
        if damaged is not None:
            file.write_bytes(damaged)
        code, lines = script(copied)
        fault = "another" if damaged is not None else "not there"
        assert code == 1
        assert lines[0].startswith("DIFFERS")
        assert f"figures/{name}.csv is {fault}" in lines[0]
        assert not any(line.startswith("same") and f"{name}, 0 rows" in line for line in lines)
        assert any(line.startswith("same") and "payments" in line for line in lines)
        file.write_bytes(whole)
    assert script(copied)[0] == 0


@pytest.mark.parametrize("file", ["figures/votes.png", "figures/report.html", "manifest.json",
                                  "data/description-votes_data.csv"])  # fmt: skip
def test_a_file_that_lacks_differs(copied: Path, file: str) -> None:
    (copied / file).unlink()
    code, lines = script(copied)
    assert code == 1
    assert lines[0].startswith("DIFFERS")
    assert file in lines[0]


def test_the_authors_may_complete_the_readme(copied: Path) -> None:
    with (copied / "README.md").open("a", encoding="utf-8") as readme:
        readme.write("\nWe thank the lab.\n")
    assert script(copied)[0] == 0


def test_where_nothing_is_compared_nothing_is_the_same(tmp_path: Path) -> None:
    study = playable_study(tmp_path / "study", 4)
    theirs = write(tmp_path / "theirs.csv", two_groups())
    with Store.open(study) as store:
        import_csv(store, theirs, "plain", Study(store).game, 1, utc_now(), "imported")
    packed(study, tmp_path / "package")
    told = said(tmp_path / "package")
    assert "not checked  payments: there are none" in told
    assert not any(" 0 " in line for line in told[:-1] if line.startswith("same"))


def test_a_single_row_is_one(package: Path) -> None:
    told = said(package)
    assert any(line.endswith(", 1 row") for line in told)
    assert not any(", 1 rows" in line for line in told)


def test_it_is_anonymous_unless_labels_are_asked_for(study: Path, tmp_path: Path) -> None:
    assert "not anonymous" not in _readme(study, tmp_path / "anonymous")
    assert "it is not anonymous" in _readme(study, tmp_path / "named", Choices(with_labels=True))
    manifest = read_manifest(tmp_path / "named")
    assert manifest is not None
    assert manifest.with_labels


def _readme(study: Path, target: Path, choices: Choices = ANONYMOUS) -> str:
    packed(study, target, choices)
    return (target / "README.md").read_text("utf-8")


def test_whoever_withdraws_is_not_in_it(study: Path, tmp_path: Path) -> None:
    kept = Path(shutil.copytree(study, tmp_path / "study"))
    packed(kept, tmp_path / "before")
    with Store.open(kept) as store:
        session = store.tables.sessions()[-1].code
        person = store.tables.participants(session)[0].code
        store.private.withdraw(session, person, "2030-01-01T00:00:00.000+00:00", "asked")
    packed(kept, tmp_path / "package")
    for file in (tmp_path / "package" / "data").iterdir():
        assert f"{session},{person}," not in file.read_text("utf-8"), file.name
    told = said(tmp_path / "package")
    assert any(line.startswith("not checked") and "withdrawn" in line for line in told)
    readme = (tmp_path / "package" / "README.md").read_text("utf-8")
    assert "1 seat whose participant has withdrawn" in readme


def test_tests_that_rest_on_nobody_who_withdrew_are_made_again(tmp_path: Path) -> None:
    """Groups of another contrast, which met two mechanisms, tell nothing of this one's votes."""
    study = counted_study(tmp_path / "study", 6, {"rounds": 2, "order_adjusted": True})
    with Store.open(study) as store:
        plan_contrast(Study(store), "libertarian", "strict_egalitarian", 4)
        play_simulated(Study(store), "evaluate", 4)
        code = store.tables.sessions()[-1].code
        assert all(len(set(group.mechanisms)) == 2 for group in store.tables.groups(code))
        person = store.tables.participants(code)[0].code
        store.private.withdraw(code, person, "2030-01-01T00:00:00.000+00:00", "asked")
    packed(study, tmp_path / "package", Choices(with_uncounted=True))
    told = said(tmp_path / "package")
    for name in ("test of contrast 1", " votes,", "votes_by_role, head", "votes_by_role, tail"):
        lines = [line for line in told if name in line]
        assert lines, name
        assert all(line.startswith("same") for line in lines), lines


def test_a_package_that_was_checked_is_as_it_was_written(study: Path, tmp_path: Path) -> None:
    packed(study, tmp_path / "package")
    script = tmp_path / "package" / "code" / "reproduce.py"
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    done = subprocess.run(
        [sys.executable, str(script)], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert not list((tmp_path / "package").rglob("__pycache__"))
    packed(study, tmp_path / "package")


def test_votes_that_are_not_counted_are_not_shown(tmp_path: Path) -> None:
    study = counted_study(tmp_path / "study", 4, {"rounds": 2})
    with Store.open(study) as store:
        plan_contrast(Study(store), "theta_1", "libertarian", 4)
    packed(study, tmp_path / "before")  # what has been played has been counted
    assert "have not been counted" not in (tmp_path / "before" / "README.md").read_text("utf-8")
    said(tmp_path / "before")
    with Store.open(study) as store:
        play_simulated(Study(store), "evaluate", 4)
    with pytest.raises(UsageError, match="4 groups of EVALUATE have played whose votes"):
        packed(study, tmp_path / "package")
    assert not (tmp_path / "package").exists()
    packed(study, tmp_path / "package", Choices(with_uncounted=True))
    assert "have not been counted yet" in (tmp_path / "package" / "README.md").read_text("utf-8")
    said(tmp_path / "package")


def test_a_study_in_which_nothing_has_happened(tmp_path: Path) -> None:
    packed(playable_study(tmp_path / "study", 4), tmp_path / "package")
    assert problems(tmp_path / "package") == []
    said(tmp_path / "package")
    readme = (tmp_path / "package" / "README.md").read_text("utf-8")
    assert "No session has been played." in readme
    assert "none has been counted." in readme
    assert "No licence has been chosen." in readme


def test_only_a_package_of_this_study_is_replaced(study: Path, tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(UsageError):
        packed(study, tmp_path / "package")
    assert [each.name for each in (tmp_path / "package").iterdir()] == ["thesis.txt"]
    packed(study, tmp_path / "fresh")
    packed(study, tmp_path / "fresh")
    with Store.open(playable_study(tmp_path / "other", 4)) as store:
        play_simulated(Study(store), "acquire", 2)
        with pytest.raises(UsageError, match="another study"):
            write_package(store, tmp_path / "fresh")
