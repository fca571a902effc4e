"""The questionnaire of a language: `questionnaire.toml`."""

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.materials import Item, ItemAbout, ItemKind
from hcmd_lab.texts.filling import filled
from hcmd_lab.texts.names import checked_name
from hcmd_lab.texts.toml_table import TomlTable, read_tables

MAX_ITEMS = 40
MAX_TEXTS = 10
MAX_CHARACTERS = 10_000

_KINDS: tuple[ItemKind, ...] = get_args(ItemKind)
_ABOUT: tuple[ItemAbout, ...] = get_args(ItemAbout)
_ENTRIES = ("name", "kind", "text", "options", "low", "high", "required", "about")
_LARGEST = 999_999
_MAX_OPTIONS = 30


def read_questionnaire(file: Path, shown: str, values: Mapping[str, str]) -> tuple[Item, ...]:
    """The items with the session's numbers filled in.

    Raises:
        OperatorError: The file cannot be read or is not right; the sentence says where and why.
    """
    items: list[Item] = []
    for table in read_tables(file, shown, "item"):
        items.append(_item(table, values, [known.name for known in items]))
    texts = sum(item.kind == "text" for item in items)
    characters = sum(len(item.text) + sum(map(len, item.options)) for item in items)
    # The questions and the answers travel in one message each.
    if len(items) > MAX_ITEMS or texts > MAX_TEXTS or characters > MAX_CHARACTERS:
        raise OperatorError(
            "{file} is too long: at most {items} items fit, {texts} of them texts, with "
            "{characters} characters in all.",
            file=shown,
            items=MAX_ITEMS,
            texts=MAX_TEXTS,
            characters=MAX_CHARACTERS,
        )
    return tuple(items)


def _item(table: TomlTable, values: Mapping[str, str], taken: list[str]) -> Item:
    table.only(_ENTRIES)
    name = checked_name(table, taken)
    kind = _kind(table)
    text = filled(table.need("text", str), values, table.place)
    options = tuple(filled(each, values, table.place) for each in table.texts("options"))
    _check_options(table, kind, options)
    low, high = _limits(table, kind)
    return Item(name, kind, text, options, low, high, table.get("required", True), _about(table))


def _kind(table: TomlTable) -> ItemKind:
    wanted = table.need("kind", str)
    for kind in _KINDS:
        if kind == wanted:
            return kind
    raise OperatorError(
        "{place}: kind must be one of {kinds}, not {kind}.",
        place=table.place,
        kinds=", ".join(_KINDS),
        kind=wanted,
    )


def _about(table: TomlTable) -> ItemAbout:
    wanted = table.get("about", "")
    for about in _ABOUT:
        if about == wanted:
            return about
    raise OperatorError(
        "{place}: about must be one of {known}, not {about}.",
        place=table.place,
        known=", ".join(filter(None, _ABOUT)),
        about=wanted,
    )


def _check_options(table: TomlTable, kind: ItemKind, options: tuple[str, ...]) -> None:
    if kind == "likert" and len(options) not in (0, 2):
        raise OperatorError(
            "{place}: the options of a scale are the names of its two ends.", place=table.place
        )
    if kind == "choice" and not 2 <= len(options) <= _MAX_OPTIONS:
        raise OperatorError(
            "{place}: a choice has between 2 and {most} options.",
            place=table.place,
            most=_MAX_OPTIONS,
        )
    if kind in ("number", "text") and options:
        raise OperatorError("{place}: only a scale or a choice has options.", place=table.place)


def _limits(table: TomlTable, kind: ItemKind) -> tuple[int, int]:
    if kind in ("choice", "text"):
        if table.has("low") or table.has("high"):
            raise OperatorError(
                "{place}: only a scale or a number has low and high.", place=table.place
            )
        return 0, 0
    low, high = table.need("low", int), table.need("high", int)
    if not -_LARGEST <= low < high <= _LARGEST:
        raise OperatorError(
            "{place}: low must be smaller than high, and both at most {most}.",
            place=table.place,
            most=_LARGEST,
        )
    return low, high
