"""Labels in files for Stata and SPSS are as long as these take, end after a word, and differ."""

import pytest

from hcmd_lab.export.study_export import tables_for
from hcmd_lab.export.table_schema import Column, Table
from hcmd_lab.export.wide_table import WideShape
from hcmd_lab.replication_package.statistical_files import (
    FORMS,
    SPSS,
    STATA,
    TABLES,
    Form,
    codes_of,
    short_names,
)

WRITTEN = [table for table in tables_for(WideShape(), ()) if table.name in TABLES]
LIMITS = {STATA: (80, 80, 32_000), SPSS: (256, 64, 120)}


def size(program: str, text: str) -> int:
    return len(text) if program == STATA else len(text.encode())


def is_begun(label: str, whole: str, name: str) -> bool:
    """Whether a label is a text, or its first words."""
    told = label.removesuffix(f" ({name})")
    if not told.endswith("…"):
        return told == whole
    begun = told[:-1]
    return whole.startswith(begun) and not whole[len(begun)].isalnum()


@pytest.mark.parametrize("program", FORMS)
@pytest.mark.parametrize("table", WRITTEN, ids=lambda table: table.name)
def test_labels_are_whole_words_within_the_limits(program: str, table: Table) -> None:
    form, (label, file_label, value_label) = FORMS[program], LIMITS[program]
    names = short_names([column.name for column in table.columns])
    labels = form.labels(table.columns, names)
    assert len(set(labels)) == len(labels)
    for told, column, name in zip(labels, table.columns, names, strict=True):
        assert size(program, told) <= label
        assert is_begun(told, f"{column.meaning}", name), told
    assert size(program, form.cut(table.meaning, form.file_label)) <= file_label
    for column in table.columns:
        assert all(size(program, told) <= value_label for _, told in codes_of(column).values())


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_begins_alike_is_told_apart_and_one_long_word_is_cut(form: Form) -> None:
    alike = [Column("a", "number", "word " * 90 + "one"), Column("b", "number", "word " * 90)]
    first, second = form.labels(alike, ["a", "b"])
    assert (first.endswith("word… (a)"), second.endswith("word… (b)")) == (True, True)
    (long,) = form.labels([Column("c", "number", "ü" * 400)], ["c"])
    assert (long.strip("ü"), form.measure(long) <= form.label) == ("…", True)
