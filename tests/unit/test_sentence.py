"""Sentences: English by `str`, the same after every border they cross."""

import ast
import inspect
import pickle
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.state import IllegalEventError
from hcmd_lab.sentence import AMOUNTS, MAX_TEXT, Sentence, in_a_row
from hcmd_lab.telling import counts

ROOT = Path(__file__).parents[2]

NESTED = Sentence(
    "{folder} cannot be opened. {why}",
    folder=Path("a{b}c"),
    why=Sentence("It holds {count} files of {size} MB.", count=3, size=0.5),
)


def test_it_is_told_in_english() -> None:
    assert str(NESTED) == "a{b}c cannot be opened. It holds 3 files of 0.5 MB."


@given(st.text())
def test_a_text_without_values_stays_as_it_is(text: str) -> None:
    assert str(Sentence(text)) == str(OperatorError(text)) == text


@given(st.text())
def test_a_value_is_never_taken_for_a_template(text: str) -> None:
    assert str(Sentence("<{value}>", value=text)) == f"<{text}>"


@given(st.text(min_size=MAX_TEXT + 1, max_size=3 * MAX_TEXT))
def test_a_text_that_is_too_long_to_read_loses_its_middle(text: str) -> None:
    quoted = str(Sentence("{value}", value=text))
    assert len(quoted) <= MAX_TEXT
    assert quoted.startswith(text[:100])
    assert quoted.endswith(text[-100:])
    assert "…" in quoted


@given(st.text(min_size=MAX_TEXT, max_size=MAX_TEXT))
def test_the_longest_text_is_quoted_whole(text: str) -> None:
    assert str(Sentence("{value}", value=text)) == text


def test_it_is_its_template_and_its_values() -> None:
    assert Sentence("{n} files", n=1) == Sentence("{n} files", n=1)
    assert len({Sentence("{n} files", n=1), Sentence("{n} files", n=1)}) == 1
    assert Sentence("{n} files", n=1) != Sentence("{n} files", n=2)
    assert Sentence("1 file") != Sentence("{n} file", n=1)


def test_it_comes_back_from_json() -> None:
    assert msgspec.json.decode(msgspec.json.encode(NESTED), type=Sentence) == NESTED


@pytest.mark.parametrize("kind", [OperatorError, UsageError, IllegalEventError])
def test_an_error_says_its_sentence_also_in_another_process(
    kind: type[OperatorError | IllegalEventError],
) -> None:
    error = kind("{path} is gone{{}}: {why}", path=Path("x"), why=UsageError("{n} of 2", n=1))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made a moment ago
    assert type(again) is kind
    assert str(error) == str(again) == "x is gone{}: 1 of 2"
    assert again.sentence == error.sentence
    assert error.sentence.values["why"] == Sentence("{n} of 2", n=1)


def test_an_error_takes_over_a_sentence() -> None:
    error = UsageError.of(NESTED)
    assert str(error) == str(NESTED)
    assert error.sentence is NESTED
    assert error.exit_code == 2


def test_a_template_with_a_value_it_does_not_have_is_refused() -> None:
    with pytest.raises(LookupError):
        NESTED.filled("{file} is gone", str)


def test_thousands_of_amounts_are_told_apart_and_names_stay_as_they_are() -> None:
    said = Sentence(
        "{n} label(s) on port {port}; at most {most} fit.", n=1200, port=8765, most=1000
    )
    assert str(said) == "1,200 labels on port 8765; at most 1,000 fit."
    german = said.filled("{n} auf Port {port}, höchstens {most}", str, "{:_}".format)
    assert german == "1_200 auf Port 8765, höchstens 1_000"


LIMIT = re.compile(r"_?(MAX|MIN|MOST|LEAST|LONGEST)(_[A-Z]+)*")


def test_a_limit_that_a_sentence_tells_is_an_amount() -> None:
    found = 0
    for top in ("hcmd_lab", "ui"):
        for path in sorted((ROOT / top).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                for told in node.keywords if isinstance(node, ast.Call) else ():
                    name = getattr(told.value, "id", getattr(told.value, "attr", ""))
                    template = getattr(next(iter(node.args), None), "value", None)
                    if isinstance(template, str) and f"{{{told.arg}}}" in template:
                        limit = LIMIT.fullmatch(name)
                        found += limit is not None
                        assert limit is None or told.arg in AMOUNTS, f"{path.name}: {template}"
    assert found > 10


def test_sentences_in_a_row() -> None:
    assert str(in_a_row(Sentence("One."))) == "One."
    assert str(in_a_row(Sentence("{n} dog(s).", n=2), Sentence("Two."), Sentence("3."))) == (
        "2 dogs. Two. 3."
    )


@pytest.mark.parametrize("name", [name for name in dir(counts) if not name.startswith("_")])
def test_every_count_has_its_thousands_told_apart(name: str) -> None:
    count = getattr(counts, name)
    if count is Sentence:
        return
    arguments = [1500, 2000, 3000][: len(inspect.signature(count).parameters)]
    said = str(count(*arguments))
    assert not re.search(r"\d{4}", said), said
    assert "1,500" in said
    if len(arguments) == 2:  # more than were planned
        assert "2,000" in str(count(*reversed(arguments)))


def test_it_can_say_one_text_for_another_however_deep() -> None:
    told = Sentence("{why} ({n})", why=Sentence("{path}/a is in {path}", path="draft"), n=1)
    assert str(told.with_text("draft", "study")) == "study/a is in study (1)"
    assert told.with_text("{path}", "study") == told
