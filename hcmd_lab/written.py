"""Files that people write, with whatever editor they have."""

import tomllib
from pathlib import Path
from typing import Any

from hcmd_lab.errors import UsageError
from hcmd_lab.sentence import Sentence


def read_written(file: Path, shown: str | Sentence) -> str:
    """A text in UTF-8; a byte order mark, as Windows editors set it, is no part of it.

    Args:
        file: The file.
        shown: What to call it in errors.

    Raises:
        UsageError: It cannot be read, or is in another encoding.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise unreadable(shown, error) from error
    except UnicodeDecodeError as error:
        raise UsageError(
            "{file} is not a text in UTF-8; save it again with the encoding UTF-8.", file=shown
        ) from error


def unreadable(shown: str | Sentence, error: OSError) -> UsageError:
    """The error for a file that somebody named and that cannot be opened."""
    return UsageError(
        "{file} cannot be read ({reason}); see that it is there and can be opened.",
        file=shown,
        reason=error.strerror,
    )


def read_toml(file: Path, shown: str | Sentence) -> dict[str, Any]:
    """A TOML file.

    Args:
        file: The file.
        shown: What to call it in errors.

    Raises:
        UsageError: It cannot be read, is in another encoding, or no TOML.
    """
    try:
        return parse_toml(read_written(file, shown))
    except tomllib.TOMLDecodeError as error:
        raise UsageError("{file} is not valid TOML: {error}.", file=shown, error=error) from error


def parse_toml(text: str) -> dict[str, Any]:
    """A text in TOML.

    Raises:
        TOMLDecodeError: It is none, or has a number or nesting that no setting needs.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except (ValueError, RecursionError) as error:
        raise tomllib.TOMLDecodeError("a number is too long, or lists lie too deep") from error
