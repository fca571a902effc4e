"""A docstring that names errors names each that its function raises: whoever calls it catches that.

An error counts as named where the name of one of its base classes stands.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("hcmd_lab", "ui", "resources", "installer")
OURS = "OperatorError"

NAMED = re.compile(r"^ *([\w.]+Error|Cancelled|Stopped):", re.MULTILINE)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> Iterator[tuple[str, ast.Module]]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))


def bases_of(trees: Mapping[str, ast.Module]) -> dict[str, set[str]]:
    """The operator's errors by name, each with its own and its base classes' names."""
    direct = {
        node.name: {ast.unparse(base).split(".")[-1] for base in node.bases}
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    known = {OURS: {OURS}}
    for _ in direct:
        more = {
            name: {name}.union(*(known[base] for base in bases & known.keys()))
            for name, bases in direct.items()
            if name not in known and bases & known.keys()
        }
        if not more:
            break
        known |= more
    return known


def raised(function: Function) -> Iterator[str]:
    """Names of the classes of errors that the function's own lines raise."""
    for node in ast.walk(function):
        if isinstance(node, ast.Raise) and node.exc is not None:
            error = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            if isinstance(error, ast.Attribute) and error.attr == "of":
                error = error.value
            yield ast.unparse(error).split(".")[-1]


def unnamed(tree: ast.AST, bases: Mapping[str, set[str]]) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, Function):
            continue
        _, section, told = (ast.get_docstring(node) or "").partition("Raises:")
        named = {name.split(".")[-1] for name in NAMED.findall(told)}
        for error in dict.fromkeys(raised(node)):
            if section and error in bases and not bases[error] & named:
                yield f"{node.name} raises {error}"


def test_each_error_that_is_raised_is_named() -> None:
    trees = dict(sources())
    bases = bases_of(trees)
    assert {"UsageError", "HeadElsewhereError"} <= bases.keys()
    found = [f"{path}: {each}" for path, tree in trees.items() for each in unnamed(tree, bases)]
    assert found == []


def test_an_error_that_is_not_named_is_found() -> None:
    bases = {OURS: {OURS}, "UsageError": {OURS, "UsageError"}}
    text = '''
def read():
    """Read.

    Raises:
        UsageError: It is none.
    """
    raise OperatorError("It cannot be read.")
'''
    assert list(unnamed(ast.parse(text), bases)) == ["read raises OperatorError"]
    text = text.replace('raise OperatorError("', 'raise UsageError.of("')
    assert list(unnamed(ast.parse(text), bases)) == []
