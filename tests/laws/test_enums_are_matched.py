"""What depends on which member of an enumeration it is names each: mypy then finds the new one.

Three branches and more on one thing are a `match`, and each `match` closes with `assert_never`.
"""

import ast
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("hcmd_lab", "ui", "resources", "installer")
BASES = {"Enum", "StrEnum", "IntEnum", "Flag", "IntFlag"}
MOST_BRANCHES = 2


def sources() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8"))
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
    }


def enumerations(trees: Mapping[str, ast.Module]) -> set[str]:
    """Names of all classes that are enumerations, through bases of the program too."""
    classes = [
        node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    ]
    known: set[str] = set()
    while True:
        more = {
            each.name
            for each in classes
            if any(ast.unparse(base).split(".")[-1] in BASES | known for base in each.bases)
        }
        if more <= known:
            return known
        known |= more


def decided_by(test: ast.expr, known: set[str]) -> tuple[str, str] | None:
    """What a condition looks at and the enumeration whose members it names."""
    if isinstance(test, ast.BoolOp):
        return next(filter(None, (decided_by(each, known) for each in test.values)), None)
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return None
    members = [
        node.value.id
        for node in ast.walk(test.comparators[0])
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in known
        and node.attr.isupper()
    ]
    return (ast.unparse(test.left), members[0]) if members else None


def branches(body: list[ast.stmt]) -> Iterator[list[ast.If]]:
    """The conditions of a block of which at most one applies: elif by elif, and early returns."""
    leaves = (ast.Return, ast.Raise, ast.Continue)
    for alone, together in groupby(
        body, lambda each: isinstance(each, ast.If) and isinstance(each.body[-1], leaves)
    ):
        found = [each for each in together if isinstance(each, ast.If)]
        if alone:
            yield [branch for each in found for branch in chain(each)]
        else:
            yield from (list(chain(each)) for each in found)


def chain(first: ast.If) -> Iterator[ast.If]:
    yield first
    if len(first.orelse) == 1 and isinstance(first.orelse[0], ast.If):
        yield from chain(first.orelse[0])


def undecided(tree: ast.Module, known: set[str]) -> Iterator[tuple[int, str]]:
    """Lines at which a new member would be overlooked, and of which enumeration."""
    for node in ast.walk(tree):
        for body in (getattr(node, "body", None), getattr(node, "orelse", None)):
            if not isinstance(body, list):
                continue
            for ifs in branches(body):
                decided = [decided_by(each.test, known) for each in ifs]
                for each in {one for one in decided if one is not None}:
                    if decided.count(each) > MOST_BRANCHES:
                        yield ifs[0].lineno, each[1]
        if isinstance(node, ast.Match):
            named = [
                member.value.value.id
                for case in node.cases
                for member in ast.walk(case.pattern)
                if isinstance(member, ast.MatchValue)
                and isinstance(member.value, ast.Attribute)
                and isinstance(member.value.value, ast.Name)
                and member.value.value.id in known
            ]
            if named and "assert_never" not in ast.unparse(node.cases[-1]):
                yield node.lineno, named[0]


def test_a_new_member_is_never_overlooked() -> None:
    trees = sources()
    known = enumerations(trees)
    assert len(known) > 50
    found = {
        f"{file}:{line} {name}"
        for file, tree in trees.items()
        for line, name in undecided(tree, known)
    }
    assert not found


COLOURS = """
class Colour(StrEnum):
    RED = "red"

def chained(colour):
    if colour is Colour.RED:
        a()
    elif colour is Colour.BLUE and late:
        b()
    elif colour in (Colour.GREEN, Colour.GREY):
        c()

def returned(colour):
    if colour is Colour.RED:
        return 1
    if colour == Colour.BLUE:
        return 2
    if colour is not Colour.GREEN:
        return 3
    return 4

def matched(colour):
    match colour:
        case Colour.RED:
            return 1
        case _:
            return 2

def right(colour, other):
    if colour is Colour.RED:
        return 1
    if colour is Colour.BLUE:
        return 2
    if other is Colour.RED:
        return 3
    match colour:
        case Colour.RED:
            return 1
        case _:
            assert_never(colour)
"""


def test_what_would_overlook_one_is_found() -> None:
    tree = ast.parse(COLOURS)
    known = enumerations({"": tree})
    assert known == {"Colour"}
    lines = COLOURS.splitlines()
    found = [lines[line - 1].strip() for line, _ in undecided(tree, known)]
    assert sorted(found) == ["if colour is Colour.RED:"] * 2 + ["match colour:"]
