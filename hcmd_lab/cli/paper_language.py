"""The language of what a command writes for others; the command itself speaks English."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager


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
    from hcmd_lab.telling.known_languages import SOURCE_LANGUAGE  # noqa: PLC0415
    from hcmd_lab.telling.language import install_language  # noqa: PLC0415

    install_language(ensure_application(), language, languages)
    try:
        yield
    finally:
        install_language(ensure_application(), SOURCE_LANGUAGE)
