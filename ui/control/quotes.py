"""Words of others in the quotation marks of the reader's language."""

from hcmd_lab.telling.translate import translate


def in_quotes(text: str) -> str:
    """A text between quotation marks."""
    return translate("“{text}”", text=text)
