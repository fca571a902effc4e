"""Attacks by labels that look like another one: somebody who took part comes again, unrecognised.

Unicode has letters and accents without a shape. Whoever types one of them into a name makes another
text of it that nobody can tell from the first.
"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.labels import find_label, normal
from hcmd_lab.hosting.participant_file import parse_table
from hcmd_lab.storage.fingerprints import digest
from hcmd_lab.typed_text import is_unseen, label_fault, tidied_label

# Default_Ignorable_Code_Point in DerivedCoreProperties.txt of Unicode 15, of plane 14 a part.
IGNORABLE = (
    "00AD 034F 061C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F 3164 FE00-FE0F "
    "FEFF FFA0 FFF0-FFF8 1BCA0-1BCA3 1D173-1D17A E0000-E0002 E0020 E007F E0100-E01EF E0FFF"
)


def characters() -> list[str]:
    found = []
    for part in IGNORABLE.split():
        first, _, last = part.partition("-")
        found += [chr(code) for code in range(int(first, 16), int(last or first, 16) + 1)]
    return found


UNSEEN = characters()
ASSIGNED = [each for each in UNSEEN if unicodedata.category(each) != "Cn"]


def test_no_label_has_a_character_that_cannot_be_seen() -> None:
    """But for the joiners, by which names are written and which are ignored in comparisons."""
    for each in UNSEEN:
        kept = tidied_label(f"An{each}na")
        # Not even assigned: refused, and told.
        refused = unicodedata.category(each) == "Cn" and label_fault(kept) == each
        assert kept == "Anna" or refused or each in "\u200c\u200d", f"U+{ord(each):04X}"
        assert refused or find_label(f"An{each}na", ["Anna"]) == "Anna", f"U+{ord(each):04X}"


@given(
    st.text(), st.sampled_from([c for c in UNSEEN if unicodedata.category(c) != "Cn"]), st.data()
)
def test_nothing_unseen_makes_another_label(text: str, unseen: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert is_unseen(unseen)
    with_it = text[:at] + unseen + text[at:]
    assert normal(normal(with_it)) == normal(with_it)
    plain = "".join(each for each in text if not is_unseen(each) or each.isspace())
    if text == plain:
        assert normal(with_it) == normal(text)


@pytest.mark.parametrize("unseen", ["\u3164", "\u115f", "\uffa0", "\u034f", "\ufe0f", "\u17b5"])
def test_a_list_has_each_of_them_once(unseen: str) -> None:
    table = parse_table(f"label\nAnna{unseen}\nBert\n", "list.csv", "utf-8")
    assert table.labels() == ("Anna", "Bert")


def test_who_took_part_is_recognised_by_what_can_be_seen() -> None:
    assert digest("00", "Anna") == digest("00", "An\u3164na\ufe0f")
    assert digest("00", "Anna") != digest("00", "Anne")


TOWERS = ["\u0e01" + "\u0e49" * 60, "a" + "\u0301" * 9, "Z\u0489" + "\u0489" * 20, "\u0301Anna"]


@pytest.mark.parametrize("label", TOWERS, ids=ascii)
def test_no_label_is_a_tower_that_covers_the_lines_around_it(label: str) -> None:
    assert label_fault(tidied_label(label)) in label
    assert label_fault(tidied_label(label)) != ""


@pytest.mark.parametrize(
    "name",
    ["Nguyễn Thị Hồng", "ที่อยู่", "שָׁלוֹם", "بِسْمِ", "हिन्दी", "བསྒྲུབས", "Zoë", "e\u0323\u0302\u0301"],
)
def test_names_have_all_the_marks_that_their_script_needs(name: str) -> None:
    for form in ("NFC", "NFD"):
        assert label_fault(tidied_label(unicodedata.normalize(form, name))) == ""
