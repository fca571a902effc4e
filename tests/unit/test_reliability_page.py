"""The page on reliability is what its generator makes of the figures that are kept beside it."""

import json

import pytest

from benchmarks.reliability.__main__ import FIGURES, PAGE, is_missing, read_figures
from benchmarks.reliability.attacked import ATTACKS, Attack, attacked
from benchmarks.reliability.kinds import KINDS
from benchmarks.reliability.media import MEDIA
from benchmarks.reliability.page import page

MACHINE = {"cores": 2, "python": "3.11.1", "system": "Linux", "load": 0.1, "busy": False}


def test_the_page_is_what_the_generator_makes_of_the_figures() -> None:
    assert page(read_figures(), KINDS) == PAGE.read_text("utf-8")


def test_all_figures_that_are_kept_are_of_a_kind_that_can_be_measured() -> None:
    assert json.loads(FIGURES.read_text("utf-8")).keys() <= KINDS.keys()


def test_each_medium_has_a_test_that_is_there() -> None:
    for medium, _, _, test in MEDIA:
        assert (PAGE.parents[1] / "tests" / test).exists(), medium


def test_a_kind_that_was_not_run_says_why_and_shows_no_figure() -> None:
    told = {"release": False, "machine": MACHINE, "not_run": "strace is missing", "seconds": 0}
    made = page({"host": told, "load": told})
    assert f"| {ATTACKS['host'].what} | not run: strace is missing |" in made
    assert "Not run here: strace is missing" in made


def test_a_kind_that_was_never_measured_is_named() -> None:
    assert page({}, ["host", "load"]).endswith("not measured yet: host, load.\n")


def test_a_run_that_was_broken_off_goes_on_with_what_is_missing() -> None:
    figures = {
        "usual": {"release": False, "rows": []},
        "great": {"release": True, "rows": []},
        "refused": {"release": True, "not_run": "strace is missing"},
    }
    kinds = ("usual", "great", "refused", "never")
    assert [each for each in kinds if is_missing(figures, each, release=False)] == [
        "refused", "never",
    ]  # fmt: skip
    assert [each for each in kinds if is_missing(figures, each, release=True)] == [
        "usual", "refused", "never",
    ]  # fmt: skip


def test_what_is_not_counted_is_not_claimed() -> None:
    row = {"what": "a fault", "times": 3, "passed": 0, "failed": ["test_that"]}
    told = {"release": True, "machine": MACHINE, "rows": [row], "seconds": 1}
    (line,) = [line for line in page({"host": told}).splitlines() if "a fault" in line]
    assert line.split(" | ")[1:] == ["3", *["not counted"] * 6, "failed: test_that |"]


def test_tests_that_are_not_there_are_no_result() -> None:
    with pytest.raises(RuntimeError, match="no_such_test"):
        attacked(Attack("nothing", ("tests/unit/test_sentence.py::no_such_test",)), release=False)
