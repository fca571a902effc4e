"""No word that steers can be forgotten: every match is closed, every dictionary of words total."""

import ast
import dataclasses
import enum
import importlib
import typing
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from pytestqt.qtbot import QtBot

from hcmd_lab.game import group_events, import_events, participant_events, room_events
from hcmd_lab.game.events import EVENT_TYPES
from hcmd_lab.game.mechanisms import BASELINES, BaselineName
from hcmd_lab.game.view import Page
from hcmd_lab.network.rejection import RejectionCode
from ui.control.session import event_words
from ui.kiosk import setup_words
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets import rejection_words

ROOT = Path(__file__).parents[2]
FILES = sorted(path for room in ("hcmd_lab", "ui") for path in (ROOT / room).rglob("*.py"))

OPEN_MATCHES: dict[tuple[str, str], str] = {
    ("hcmd_lab/network/strict.py", "_meta"): "whatever stands in an annotation",
    ("hcmd_lab/sentence.py", "_kept"): "any object at all can be a value of a sentence",
    ("hcmd_lab/sentence.py", "filled"): "texts and whole numbers are written as they are",
    ("ui/control/setting_field.py", "_shown"): "texts and whole numbers are shown as they are",
    ("ui/control/data/table_model.py", "data"): "Qt asks with roles of its own, as plain numbers",
}
"""Matches on types that nobody can list: file and function, with the reason."""

PARTIAL: dict[tuple[str, str], str] = {
    ("hcmd_lab/game/script.py", "gated"): "the parts that have a gate",
    ("hcmd_lab/game/synchronize.py", "_WITHIN_ROUND"): "the others come before the round's end",
    ("hcmd_lab/game/station_view.py", "_PAGE_OF_PART"): "in the game the group's phase decides",
    ("hcmd_lab/learning/references.py", "references"): "of the contributions",
    ("hcmd_lab/learning/vote_selection.py", "select_and_fit"): "of the votes",
    ("hcmd_lab/storage/importers/otree.py", "APP"): "what oTree's tables can have",
    ("hcmd_lab/storage/importers/otree.py", "OWN"): "what our own tables have",
    ("hcmd_lab/storage/importers/otree.py", "_COMMON"): "what both have",
    ("hcmd_lab/storage/importers/simple_tables.py", "EMPIRICA"): "what its tables can have",
    ("hcmd_lab/storage/importers/simple_tables.py", "TELLING"): "what headings tell",
    ("hcmd_lab/storage/importers/ztree.py", "KNOWN"): "what its tables can have",
    ("ui/control/session/cell_rows.py", "_LIMITS"): "the pages with a limit of time",
    ("ui/control/session/control_texts.py", "_QUESTIONS"): "the acts that ask for a text",
    ("ui/control/session/control_texts.py", "_REASONS"): "the acts that ask for a reason",
    ("ui/control/session/control_texts.py", "_WARNINGS"): "the acts that cannot be undone",
    ("ui/control/session/state_words.py", "_PART_PAGES"): "the pages that are a part's only one",
    ("ui/control/study/step_words.py", "_PURPOSES"): "the steps that can be taken",
    ("ui/control/training/step_record.py", "_KINDS"): "the steps with a view",
    ("ui/control/training/progress_words.py", "_EXPLANATIONS"): "the steps that are computed",
    ("ui/kiosk/kiosk.py", "_PLACES"): "the others belong to no entry of the form",
    ("ui/kiosk/setup_words.py", "_SENTENCES"): "refusals of a connection",
    ("ui/kiosk/widgets/page_header.py", "parts"): "the pages with a title of their own",
    ("ui/kiosk/widgets/rejection_words.py", "_SENTENCES"): "refusals of a wish",
}
"""Dictionaries that are meant for some of the words: file and name, with the reason."""


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(tree: ast.AST, name: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Every node with the name of the function around it."""
    for node in ast.iter_child_nodes(tree):
        inner = node.name if isinstance(node, ast.FunctionDef) else name
        yield inner, node
        yield from functions(node, inner)


def is_closed(match: ast.Match) -> bool:
    last = match.cases[-1]
    if not isinstance(last.pattern, ast.MatchAs) or last.pattern.pattern is not None:
        return False
    if last.guard is not None or len(last.body) != 1:
        return False
    match last.body[0]:
        case ast.Expr(ast.Call(ast.Name("assert_never"))):
            return True
        case _:
            return False


def test_every_match_ends_in_assert_never() -> None:
    found = {
        (place(path), name)
        for path in FILES
        for name, node in functions(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Match) and not is_closed(node)
    }
    assert found == OPEN_MATCHES.keys(), "one too many, or an exception that no code needs"


def words(kind: object) -> frozenset[object] | None:
    """All words of an enumeration or a Literal; None for anything else."""
    if isinstance(kind, enum.EnumMeta):
        return frozenset(kind)
    if typing.get_origin(kind) is typing.Literal:
        return frozenset(typing.get_args(kind))
    return None


def keys_by_name(module: ModuleType, keys: list[ast.expr]) -> tuple[object, set[object]] | None:
    """The enumeration whose members alone are a dictionary's keys, and those that are there."""
    kinds, found = set(), set()
    for key in keys:
        match key:
            case ast.Attribute(ast.Name(name), member) if isinstance(
                kind := getattr(module, name, None), enum.EnumMeta
            ):
                kinds.add(kind)
                found.add(kind[member])
            case _:
                return None
    return (kinds.pop(), found) if len(kinds) == 1 else None


def dictionaries() -> Iterator[tuple[tuple[str, str], set[object], frozenset[object]]]:
    """Every dictionary of words: its file and name, the words it has and all there are."""
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        tables = {
            id(node.value): name
            for node in ast.walk(tree)
            for name in _target(node)
            if isinstance(node, ast.Assign | ast.AnnAssign)
        }
        if not any(isinstance(node, ast.Dict | ast.DictComp) for node in ast.walk(tree)):
            continue
        module = importlib.import_module(place(path).removesuffix(".py").replace("/", "."))
        for name, node in functions(tree):
            if isinstance(node, ast.Dict) and node.keys and None not in node.keys:
                known = keys_by_name(module, node.keys)
                if known is not None:
                    kind, found = known
                    yield (place(path), tables.get(id(node), name)), found, frozenset(kind)
        # Dictionaries that are told to be keyed by such words, and made in any way.
        for node in tree.body:
            match node:
                case ast.AnnAssign(
                    ast.Name(name), ast.Subscript(_, ast.Tuple([ast.Name(key), _]))
                ) if isinstance(getattr(module, name), dict) and (
                    every := words(getattr(module, key, None))
                ):
                    yield (place(path), name), set(getattr(module, name)), every
                case _:
                    pass


def _target(node: ast.AST) -> list[str]:
    match node:
        case ast.Assign([ast.Name(name)]) | ast.AnnAssign(ast.Name(name)):
            return [name]
        case _:
            return []


def test_every_dictionary_of_words_has_them_all() -> None:
    missing = {
        key: sorted(map(str, every - found))
        for key, found, every in dictionaries()
        if found != every
    }
    assert {key: words for key, words in missing.items() if key not in PARTIAL} == {}
    assert PARTIAL.keys() - missing.keys() == set(), "exceptions that no code needs"


def test_every_refusal_has_a_sentence_at_the_station() -> None:
    assert setup_words._SENTENCES.keys() | rejection_words._SENTENCES.keys() == set(RejectionCode)


def test_every_baseline_has_its_closed_form() -> None:
    assert BASELINES.keys() == set(BaselineName)


def test_every_page_has_a_screen(qtbot: QtBot) -> None:
    screen = ParticipantScreen()
    qtbot.addWidget(screen)
    assert set(screen._pages.of) == set(Page)


def test_every_event_has_its_kind_and_its_sentence() -> None:
    rooms = (group_events, import_events, participant_events, room_events)
    declared = {
        each
        for room in rooms
        for each in vars(room).values()
        if dataclasses.is_dataclass(each) and each.__module__ == room.__name__
    }
    assert set(EVENT_TYPES.values()) == declared
    assert EVENT_TYPES.keys() == {key.split()[0] for key in event_words.SENTENCES}
