"""The Markdown that texts may use, so that they look the same everywhere."""

import re

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.texts.text_pictures import PictureFiles

_IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]*)[^)]*\)")


def checked_markdown(text: str, place: Sentence, pictures: PictureFiles) -> str:
    """The text with its pictures renamed by their content.

    Raises:
        OperatorError: A picture is missing, cannot be shown or has no description.
    """

    def named(found: re.Match[str]) -> str:
        description, name = found.groups()
        target = pictures.target(name, place)
        if not description.strip():
            raise OperatorError(
                "{place}: the picture {name} needs a description for those who cannot see it: "
                "![what it shows]({name}).",
                place=place,
                name=name,
            )
        return f"![{description}]({target})"

    return _IMAGE.sub(named, text)
