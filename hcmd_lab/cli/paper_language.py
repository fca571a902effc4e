"""The language of what a command writes for others; the command itself speaks English."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer
from typer.models import OptionInfo

from hcmd_lab.telling.known_languages import SOURCE_LANGUAGE, require_language


def language_option(papers: str, spoken: Sequence[str]) -> OptionInfo:
    """The option `--language`, which names the languages that there are and takes no other.

    Args:
        papers: What is written, as in "the receipts".
        spoken: Codes of the languages.
    """
    *first, last = spoken
    told = f"{', '.join(first)} or {last}" if first else last

    def known(code: str) -> str:
        require_language(code, spoken)
        return code

    found: OptionInfo = typer.Option(
        "--language", help=f"Language of {papers}: {told}.", callback=known
    )
    return found


@contextmanager
def writing_in(language: str, languages: Sequence[str] | None = None) -> Iterator[None]:
    """Context in which printed papers are written in the given language.

    Args:
        language: Its code.
        languages: Available languages; by default all that participants can read.

    Raises:
        UsageError: It is none of them.
    """
    # Imported here: other commands draw nothing.
    from hcmd_lab.figures.application import ensure_application  # noqa: PLC0415
    from hcmd_lab.telling.language import install_language  # noqa: PLC0415

    install_language(ensure_application(), language, languages)
    try:
        yield
    finally:
        install_language(ensure_application(), SOURCE_LANGUAGE)
