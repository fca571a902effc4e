"""What scripts need stays in texts and labels; control characters are refused, or go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.errors import UsageError
from hcmd_lab.game.labels import find_label
from hcmd_lab.game.materials import Item
from hcmd_lab.game.questionnaire import check_answers
from hcmd_lab.hosting.participant_file import parse_table
from hcmd_lab.study.presets import make_settings
from hcmd_lab.typed_text import control_character, label_fault, quoted, tidied, tidied_label

ITEM = Item("words", "text", "What did you think of?")

WRITTEN = {
    "Hebrew with a mark of direction": "שלום!\u200f (טוב)",
    "Hebrew with points": "שָׁלוֹם",
    "Arabic": "السلام عليكم\u200f.",
    "Arabic with an embedding": "\u202bنعم\u202c yes",
    "Persian with a non-joiner": "می\u200cخواهم",
    "Hindi with joiners": "क्\u200dष और क्\u200cष",
    "a family": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "a rainbow flag": "\U0001f3f3\ufe0f\u200d\U0001f308",
    "the flag of England": "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "soft hyphens": "Do\u00adnau\u00addampf\u00adschiff",
    "isolates": "\u2068B\u2069",
    "spaces of typography": "10\u00a0000\u202f€, gut\u2009\u2026",
    "an emoji that is younger than this Python": "\U0001fae8\U0001fadf",
    "lines": "First.\n\nSecond.",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_what_a_script_needs_stays_and_can_be_handed_in(text: str) -> None:
    assert tidied(text) == text
    assert check_answers([ITEM], {"words": text}) is None


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("one\r\ntwo\r\n", "one\ntwo\n"),
        ("one\rtwo", "one\ntwo"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("one\vtwo\x85three", "one\ntwo\nthree"),
        ("a\tb", "a b"),
        ("a\x00b\x1b[31mc\x7fd\x9be", "ab[31mcde"),
        ("half a \ud83d pair", "half a  pair"),
    ],
)
def test_what_is_pasted_is_tidied(pasted: str, kept: str) -> None:
    assert tidied(pasted) == kept
    assert check_answers([ITEM], {"words": kept}) is None


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("a\x1bb", 2, "U+001B"),
        ("\x00", 1, "U+0000"),
        ("a\nb\x9b", 4, "U+009B"),
        ("a\r\n", 2, "U+000D"),
    ],
)
def test_a_control_character_is_refused_by_its_place(text: str, place: int, code: str) -> None:
    assert control_character(text) == (place, code)
    found = check_answers([ITEM], {"words": text})
    assert found is not None
    assert f"character {place} " in str(found.sentence)
    assert code in str(found.sentence)


@given(st.text())
def test_every_text_can_be_handed_in_once_it_is_tidied(text: str) -> None:
    once = tidied(text)
    assert control_character(once) is None
    assert tidied(once) == once
    once.encode()


@given(st.text())
def test_a_label_is_one_line_without_what_cannot_be_seen(text: str) -> None:
    label = tidied_label(text)
    assert tidied_label(label) == label
    assert "\n" not in label
    assert control_character(label) is None
    assert not set(label) & set("\u200e\u200f\u00ad\ufeff\u2068\u2069\u202e")


@pytest.mark.parametrize(
    "typed",
    ["נועה", "\u200fנועה", "נועה\u200e", "  נועה\t", "\u2067נועה\u2069", "\ufeffנו\u00adעה"],
)
def test_labels_that_look_alike_are_one(typed: str) -> None:
    assert tidied_label(typed) == "נועה"
    assert find_label(typed, ("אבי", "נועה")) == "נועה"


def test_a_name_keeps_the_joiners_that_it_is_written_with() -> None:
    name = "علی\u200cرضا"
    assert tidied_label(name) == name
    assert find_label("علیرضا", (name,)) == name
    assert tidied_label("\u200d \u200c") == ""


def test_a_list_from_a_right_to_left_spreadsheet_is_read() -> None:
    table = parse_table("label\n\u200fנועה\u200f\nעלי\u200cרזה\n", "list.csv", "utf-8")
    assert table.labels() == ("נועה", "עלי\u200cרזה")


@pytest.mark.parametrize(
    "label",
    [
        "",
        "ann",
        "Ann B. 12",
        "נועה",
        "علی\u200cرضا",
        "प्रिया",
        "李雷",
        "Ångström",
        "a_b@c.de",
        "x+1-2",
        ".5",
    ],
)
def test_labels_that_people_have(label: str) -> None:
    assert label_fault(tidied_label(label)) == ""


@pytest.mark.parametrize(
    ("label", "character"),
    [
        ('<img src="file:///dev/zero">', "<"),
        ("a;=cmd|' /C calc'!A0", ";"),
        ("=1+1", "="),
        ("+49 170", "+"),
        ("-1", "-"),
        ("@sum", "@"),
        ("\uff1d1+1", "\uff1d"),  # a full-width equals sign
        ("a&lt;b", "&"),
        ("a/b", "/"),
        ('a"b', '"'),
        ("😀", "😀"),
    ],
)
def test_what_no_label_may_have(label: str, character: str) -> None:
    assert label_fault(tidied_label(label)) == character


@given(st.text(max_size=20))
def test_a_label_without_fault_is_neither_tag_nor_formula(text: str) -> None:
    label = tidied_label(text)
    if not label_fault(label):
        assert not set(label) & set("<>&\"'=|;,\t\n")
        assert label[:1] not in ("=", "+", "-", "@")


@pytest.mark.parametrize(
    ("value", "begins"),
    [
        ("x" * 5000, "'xxx"),
        ("9" * 5000, "'999"),
        ([1] * 5000, "[1, 1, "),
        ({"a": "b" * 5000}, "{a = 'bbb"),
    ],
)
def test_of_what_is_too_long_to_read_the_beginning_is_quoted(value: object, begins: str) -> None:
    assert quoted(value).startswith(begins)
    assert quoted(value).endswith("…")
    assert len(quoted(value)) == 81
    assert quoted("fund") == "'fund'"
    with pytest.raises(UsageError) as caught:
        make_settings("quick", {"rounds": value})
    assert len(str(caught.value)) < 200
