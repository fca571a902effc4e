"""What is wrong with a command line, in one sentence.

typer tells it in a frame, in words of the library that reads the values; every other error of a
command is one sentence, and so is this one.
"""

import difflib
from typing import Any

import typer

_NUMBERS = {int: "a whole number", float: "a number"}

_ALIKE = 0.7
"""How alike a word has to be to what there is, for a guess that helps."""

_USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]
"""typer's own class of errors in a command line, which it does not export."""


def is_usage_error(error: BaseException) -> bool:
    """Whether an error says that a command line is wrong."""
    return isinstance(error, _USAGE_ERROR)


def usage_sentence(error: Any) -> str:  # noqa: ANN401 - typer exports no type of it
    """The sentence for an error of a command line: what is wrong, and where help is."""
    command = error.ctx.command_path if error.ctx is not None else "hcmd-lab"
    where = f"{command} -h tells what it takes."
    if hasattr(error, "possibilities"):
        return _no_option(error, command, where)
    if hasattr(error, "option_name"):
        takes = "needs a value" if "requires" in error.message else "takes no value"
        return f"{error.option_name} {takes}."
    parameter = getattr(error, "param", None)
    if parameter is None:
        return _other(error, command, where)
    name = _name_of(parameter)
    if type(error).__name__ == "MissingParameter":
        return f"{command} needs {name}; {where}"
    expected = _expected(parameter)
    if not expected:
        return f"{name}: {error.message.rstrip('.')}; {where}"
    return f"{name} must be {expected}; {where}"


def _no_option(error: Any, command: str, where: str) -> str:  # noqa: ANN401 - typer exports no type of it
    known = [name for each in error.ctx.command.get_params(error.ctx) for name in each.opts]
    near = difflib.get_close_matches(error.option_name, known, n=1, cutoff=_ALIKE)
    told = f"{command} has no option {error.option_name}"
    return f"{told}; did you mean {near[0]}?" if near else f"{told}; {where}"


def _other(error: Any, command: str, where: str) -> str:  # noqa: ANN401 - typer exports no type of it
    """Of a command that there is not, and of words too many."""
    commands = getattr(error.ctx.command, "commands", None) if error.ctx is not None else None
    unknown = error.message.partition("'")[2].partition("'")[0]
    if commands and unknown and unknown not in commands:
        near = difflib.get_close_matches(unknown, commands, n=1, cutoff=_ALIKE)
        told = f"{command} has no command {unknown}"
        return f"{told}; did you mean {command} {near[0]}?" if near else f"{told}; {where}"
    too_many = error.message.partition("extra argument")[2].partition("(s) ")[2].strip("()")
    told = f"{command} does not take {too_many}" if too_many else error.message.rstrip(".")
    return f"{told}; {where}"


def _name_of(parameter: Any) -> str:  # noqa: ANN401 - typer exports no type of it
    """As it stands in the command's help: `--seed`, or `STUDY` for an argument."""
    name: str = max(parameter.opts, key=len)
    return name if name.startswith("-") else name.upper()


def _expected(parameter: Any) -> str:  # noqa: ANN401 - typer exports no type of it
    """What a parameter takes, in words; empty if that is any text."""
    described = parameter.type_descriptor
    if described.choices is not None:
        *first, last = map(str, described.choices)
        return f"{', '.join(first)} or {last}" if first else last
    number = _NUMBERS.get(described.annotation, "")
    low, high = described.parameter_info.min, described.parameter_info.max
    if not number or low is high is None:
        return number
    if high is None:
        return f"{number} of at least {low}"
    if low is None:
        return f"{number} of at most {high}"
    return f"{number} between {low} and {high}"
