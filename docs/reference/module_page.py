"""A page of the Python interface: names, signatures and docstrings, read without importing them."""

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from docs.reference.docstrings import as_markdown
from docs.reference.interface import Page

ROOT = Path(__file__).parents[2]
_WIDE = 88
_TOLD_MARKS = {"property", "classmethod", "staticmethod", "contextmanager"}

_Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
_Documented: TypeAlias = ast.Module | ast.ClassDef | _Function


def page_text(page: Page) -> str:
    """The page in Markdown.

    Raises:
        ValueError: Something public has no docstring.
    """
    return "\n".join(_page(page)) + "\n"


def public_names(module: str) -> list[str]:
    """Names of a module's public classes and functions, in the order of the file."""
    return [each.name for each in _public(_tree(module).body)]


def _page(page: Page) -> Iterator[str]:
    yield f"# {page.title}"
    for module in page.modules:
        tree = _tree(module)
        yield from ("", f"## {module}", "", _told(tree, module))
        for constant, value, meaning in _constants(tree.body):
            yield from ("", f"### {constant}", "", *_code(f"{constant} = {value}"), "", meaning)
        for each in _public(tree.body):
            yield from _definition(each, module)


def _definition(node: ast.ClassDef | _Function, module: str) -> Iterator[str]:
    told = _told(node, f"{module}.{node.name}")
    yield from ("", f"### {node.name} {{ #{module}.{node.name} }}", "")
    if not isinstance(node, ast.ClassDef):
        yield from (*_code(_signature(node)), "", told)
        return
    yield from (*_code("\n".join([_class_line(node), *_fields(node.body)])), "", told)
    making = next((each for each in _functions(node.body) if each.name == "__init__"), None)
    if making is not None and (words := ast.get_docstring(making)):
        yield from ("", *_code(_signature(making)), "", as_markdown(words))
    for each in _public(node.body):
        if not isinstance(each, ast.ClassDef):
            words = _told(each, f"{module}.{node.name}.{each.name}")
            heading = f"#### {node.name}.{each.name} {{ #{module}.{node.name}.{each.name} }}"
            yield from ("", heading, "", *_code(_signature(each)), "", words)


def _tree(module: str) -> ast.Module:
    return ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text("utf-8"))


def _public(body: list[ast.stmt]) -> list[ast.ClassDef | _Function]:
    return [
        each
        for each in body
        if isinstance(each, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and not each.name.startswith("_")
        and not _is_setter(each)
    ]


def _functions(body: list[ast.stmt]) -> list[_Function]:
    return [each for each in body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]


def _is_setter(node: ast.ClassDef | _Function) -> bool:
    return any(isinstance(each, ast.Attribute) and each.attr == "setter"
               for each in node.decorator_list)  # fmt: skip


def _constants(body: list[ast.stmt]) -> Iterator[tuple[str, str, str]]:
    """Public constants with their values and the docstrings below them."""
    for each, after in pairwise(body):
        match each, after:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value),
                ast.Expr(value=ast.Constant(value=str(words))),
            ) if not name.startswith("_"):
                yield name, ast.unparse(value), as_markdown(inspect.cleandoc(words))
            case _:
                pass


def _told(node: _Documented, name: str) -> str:
    words = ast.get_docstring(node)
    if not words:
        raise ValueError(f"{name} has no docstring")
    return as_markdown(words)


def _class_line(node: ast.ClassDef) -> str:
    bases = ", ".join(ast.unparse(each) for each in (*node.bases, *node.keywords))
    return f"class {node.name}({bases})" if bases else f"class {node.name}"


def _fields(body: list[ast.stmt]) -> Iterator[str]:
    """What a record is made from; another class has none."""
    for each in body:
        if isinstance(each, ast.AnnAssign) and not ast.unparse(each.target).startswith("_"):
            yield f"    {ast.unparse(each)}"


def _signature(node: _Function) -> str:
    """The line of a function's definition, broken where it is long."""
    marks = sorted(_TOLD_MARKS & {ast.unparse(each) for each in node.decorator_list})
    above = "".join(f"@{each}\n" for each in marks)
    returned = f" -> {ast.unparse(node.returns)}" if node.returns is not None else ""
    line = f"def {node.name}({ast.unparse(node.args)}){returned}"
    if len(line) <= _WIDE:
        return above + line
    arguments = ",\n    ".join(_arguments(node.args))
    return f"{above}def {node.name}(\n    {arguments},\n){returned}"


def _arguments(given: ast.arguments) -> list[str]:
    """Arguments as they are written, one by one."""
    positional = [*given.posonlyargs, *given.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(given.defaults))
    defaults += given.defaults
    told = [_argument(one, value) for one, value in zip(positional, defaults, strict=True)]
    if given.vararg is not None:
        told.append(f"*{ast.unparse(given.vararg)}")
    elif given.kwonlyargs:
        told.append("*")
    told += [_argument(one, value)
             for one, value in zip(given.kwonlyargs, given.kw_defaults, strict=True)]  # fmt: skip
    if given.kwarg is not None:
        told.append(f"**{ast.unparse(given.kwarg)}")
    return told


def _argument(argument: ast.arg, default: ast.expr | None) -> str:
    return ast.unparse(argument) + ("" if default is None else f" = {ast.unparse(default)}")


def _code(text: str) -> tuple[str, str, str]:
    return ("```python", text, "```")
