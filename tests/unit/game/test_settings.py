import dataclasses
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import get_type_hints

import msgspec
import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.setting_values import current_names, from_log, parse
from hcmd_lab.game.settings import Choice, OnlyIf, Setting, Unless, describe, setting
from hcmd_lab.restriction import Reference, Restriction
from hcmd_lab.study.presets import PRESETS, Preset, make_settings
from hcmd_lab.study.settings import StudySettings


class Colour(Choice):
    RED = "red", "Red", "Like a rose."
    BLUE = "blue", "Blue", "Like the sky."
    TENTH = "0.10", "0.10", "A word that looks like a number."


@dataclass(frozen=True)
class Example:
    count: int = setting(
        3, "How many.", title="Count", unit="pieces", minimum=1, maximum=5, formerly=("number",)
    )
    rate: float = setting(0.5, "How fast.", title="Rate", minimum=0.0)
    colour: Colour = setting(Colour.RED, "Which.", title="Colour")
    label: str = setting("", "What it is called.", title="Label", longest=60)
    loud: bool = setting(False, "Whether to shout.", title="Loud")
    volume: int = setting(5, "How loud.", title="Volume", only_if=OnlyIf("loud"))
    shade: int = setting(
        0, "How dark.", title="Shade", zero="white", only_if=Unless("colour", Colour.RED)
    )
    gloss: int = setting(1, "How shiny.", title="Gloss", only_if=OnlyIf("colour", Colour.BLUE))
    sizes: tuple[int, ...] = setting((1, 2), "How large.", title="Sizes", minimum=0, maximum=9)


ALL = [SessionSettings, ScriptSettings, PaymentSettings, StudySettings, Example]


@pytest.mark.parametrize("settings_class", ALL)
def test_every_text_has_a_bound(settings_class: type[object]) -> None:
    for each in describe(settings_class):
        assert bool(each.longest) is (type(each.default) is str)


TEXTS = [
    (settings_class, each)
    for settings_class in ALL for each in describe(settings_class) if each.longest
]  # fmt: skip


@pytest.mark.parametrize(("settings_class", "each"), TEXTS)
def test_a_text_that_is_too_long_is_refused_in_a_sentence_and_read_from_a_log(
    settings_class: type[object], each: Setting
) -> None:
    fits = {each.name: "x" * each.longest}
    assert getattr(parse(settings_class, fits), each.name) == fits[each.name]
    with pytest.raises(UsageError) as refused:
        parse(settings_class, {each.name: "x" * (each.longest + 1)})
    assert str(refused.value) == (
        f"The setting {each.name} must be a text of at most {each.longest:,} characters, and this "
        f"text has {each.longest + 1:,} characters; shorten it."
    )
    kept = parse(settings_class, from_log(settings_class, {each.name: "x" * 10**5}))
    assert getattr(kept, each.name) == fits[each.name]


def test_declarations_are_read_once() -> None:
    assert describe(SessionSettings) is describe(SessionSettings)


def test_what_is_not_given_keeps_its_default() -> None:
    assert parse(Example, {"count": 4}) == Example(count=4)


def test_numbers_and_lists_are_taken_as_they_are_written_in_a_file() -> None:
    assert parse(Example, {"rate": 2, "sizes": [3]}) == Example(rate=2.0, sizes=(3,))
    assert parse(Example, {"sizes": 3}) == Example(sizes=(3,))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"cuont": 4}, "no setting cuont; did you mean count"),
        ({"count": "4"}, "count must be a whole number between 1 and 5 (pieces), not '4'"),
        ({"count": True}, "count must be a whole number"),
        ({"count": 6}, "between 1 and 5 (pieces), not 6"),
        ({"rate": -1.0}, "rate must be a number of at least 0, not -1.0"),
        ({"rate": float("nan")}, "rate must be a number of at least 0, not nan"),
        ({"colour": "green"}, "colour must be one of red, blue, 0.10, not 'green'"),
        ({"label": 3}, "label must be a text of at most 60 characters, not 3"),
        ({"loud": 1}, "loud must be true or false, not 1"),
        ({"sizes": 13}, "sizes must be a list of whole numbers between 0 and 9, not 13"),
        ({"sizes": True}, "sizes must be a list of whole numbers between 0 and 9, not true"),
        ({"sizes": "3,4"}, "not '3,4'; write it with brackets, as in [1, 2]"),
        ({"sizes": []}, "sizes must be a list"),
        ({"sizes": {"a": False}}, "between 0 and 9, not {a = false}; write it"),
        ({"sizes": [[1.5]]}, "between 0 and 9, not [1.5]."),
        ({"label": date(2026, 12, 1)}, "60 characters, not 2026-12-01."),
        ({"label": datetime(2026, 12, 1, 9, tzinfo=UTC)}, "not 2026-12-01T09:00:00+00:00."),
        ({"label": time(9, 30)}, "not 09:30:00."),
        ({"sizes": "a" * 10_000}, f"not '{'a' * 79}…; write it"),
        ({"sizes": [1, 10]}, "not 10"),
    ],
)
def test_a_wrong_value_is_answered_with_a_sentence(
    values: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UsageError) as caught:
        parse(Example, values)
    assert sentence in str(caught.value)


@pytest.mark.parametrize("settings_class", ALL)
def test_every_setting_is_declared_and_its_default_valid(settings_class: type[object]) -> None:
    declared = list(describe(settings_class))
    fields = dataclasses.fields(settings_class)  # type: ignore[arg-type]  # they are dataclasses
    assert [each.name for each in declared] == [field.name for field in fields]
    assert all(each.sentence.endswith(".") for each in declared)
    defaults = {each.name: each.default for each in declared}
    assert parse(settings_class, defaults) == settings_class()


@pytest.mark.parametrize("settings_class", ALL)
def test_every_setting_is_told_in_full(settings_class: type[object]) -> None:
    declared = {each.name: each for each in describe(settings_class)}
    titles = [each.title for each in declared.values()]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    for each in declared.values():
        assert each.title[0].isupper()
        assert "_" not in each.title + each.sentence
        for choice in each.choices:
            assert choice.label
            assert choice.sentence.endswith(".")
        assert len({choice.label for choice in each.choices}) == len(each.choices)


@pytest.mark.parametrize("settings_class", ALL)
def test_types_are_what_the_defaults_say(settings_class: type[object]) -> None:
    hints = get_type_hints(settings_class)
    for each in describe(settings_class):
        assert hints[each.name] in (type(each.default), tuple[type((*each.default,)[0]), ...]
                                    if isinstance(each.default, tuple) else None)  # fmt: skip


@pytest.mark.parametrize("settings_class", ALL)
def test_what_a_setting_depends_on_can_be_off(settings_class: type[object]) -> None:
    declared = {each.name: each for each in describe(settings_class)}
    for each in declared.values():
        if each.only_if is not None:
            other = declared[each.only_if.setting]
            assert other.check(each.only_if.value) == each.only_if.value
            assert other.only_if is None, "a chain would need its order"


def test_what_does_not_count_keeps_its_default() -> None:
    assert parse(Example, {"volume": 9}).volume == 5
    assert parse(Example, {"volume": 9, "loud": True}).volume == 9
    assert parse(Example, {"shade": 3}).shade == 0
    assert parse(Example, {"shade": 3, "colour": "blue"}).shade == 3
    assert parse(Example, {"gloss": 3}).gloss == 1
    assert parse(Example, {"gloss": 3, "colour": "blue"}).gloss == 3


def test_what_a_setting_depends_on_is_said_by_its_title() -> None:
    remarks = {each.name: [str(remark) for remark in each.remarks] for each in describe(Example)}
    assert remarks["volume"] == ["Only with “Loud”."]
    assert remarks["shade"] == ["0: white.", "Only if “Colour” is not “Red”."]
    assert remarks["gloss"] == ["Only if “Colour” is “Blue”."]


def test_words_become_choices() -> None:
    made = parse(Example, {"colour": "blue"})
    assert made.colour is Colour.BLUE
    assert parse(Example, {"colour": 0.1}).colour is Colour.TENTH
    assert msgspec.json.decode(msgspec.json.encode(made), type=Example) == made


def test_former_names_are_read_and_the_last_value_counts() -> None:
    assert parse(Example, {"number": 4}).count == 4
    assert parse(Example, {"count": 2, "number": 4}).count == 4
    assert current_names(Example, {"number": 4, "loud": True}) == {"count": 4, "loud": True}


@pytest.mark.parametrize("settings_class", ALL)
def test_former_names_are_not_used_again(settings_class: type[object]) -> None:
    declared = list(describe(settings_class))
    former = [name for each in declared for name in each.formerly]
    assert not set(former) & {each.name for each in declared}
    assert len(set(former)) == len(former)


def test_a_preset_gives_way_to_a_former_name() -> None:
    assert make_settings("paper", {"least_iterations": 2}).min_iterations == 2


def test_every_preset_changes_something_and_is_told() -> None:
    assert set(PRESETS) == set(Preset)
    assert all(preset.label and preset.sentence.endswith(".") for preset in Preset)


@pytest.mark.parametrize("preset", PRESETS)
def test_the_presets_are_valid(preset: str) -> None:
    assert make_settings(preset, {}).iterations == len(make_settings(preset, {}).updates)


def test_the_paper_preset_is_table_1() -> None:
    paper = make_settings("paper", {})
    assert sum(paper.groups) == 414
    assert paper.acquire is Acquire.PAPER


def test_a_new_study_needs_half_of_its_groups_and_an_old_one_is_as_it_was() -> None:
    standard = make_settings("standard", {})
    assert sum(standard.groups) == 207
    assert standard.acquire is Acquire.INFORMATIVE
    assert parse(StudySettings, {}).acquire is Acquire.PAPER


@pytest.mark.parametrize(
    ("preset", "changes", "sentence"),
    [
        ("slow", {}, "no preset slow; the presets are standard, paper, quick, equal"),
        (
            "quick",
            {"groups": [10]},
            "updates has entries for 2 iterations, but the setting groups for 1",
        ),
        ("quick", {"lstm_sizes": [4, 8]}, "are pairs"),
        ("quick", {"minimum_share": 0.25}, "leaves nothing to learn"),
        (
            "quick",
            {"minimum_share": 0.1, "reference": "libertarian", "reference_distance": 0.3},
            "0.3 away from the reference libertarian",
        ),
    ],
)
def test_settings_that_do_not_fit_together_are_refused(
    preset: str, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        make_settings(preset, changes)


def test_a_distance_counts_with_a_reference_alone() -> None:
    assert make_settings("paper", {}).restriction.is_free
    assert make_settings("paper", {"reference_distance": 0.1}).restriction.is_free
    close = make_settings("paper", {"reference": "libertarian", "reference_distance": 0.1})
    assert close.restriction == Restriction(0, False, Reference.LIBERTARIAN, 0.1)
