"""Values of settings as a reader says them."""

from hcmd_lab.game.settings import Choice, Setting, plain
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import translate


def value_in_words(setting: Setting, value: object) -> str:
    """A setting's value, with its unit."""
    if isinstance(value, Choice):
        return translate(value.label)
    if isinstance(value, bool):
        return translate("Yes") if value else translate("No")
    if isinstance(value, str):
        return value or "–"
    if setting.zero and value == 0:
        return translate(setting.zero)
    several = value if isinstance(value, tuple) else (value,)
    numbers = ", ".join(plain(each) for each in several)
    return f"{numbers} {translate(setting.unit_of(value))}".rstrip()


def matches(setting: Setting, wanted: str) -> bool:
    """Whether each word of a search is in the setting's title, explanation or name in files."""
    told: list[Sentence | str] = [setting.title, setting.sentence, *setting.remarks]
    for choice in setting.choices:
        told += [choice.label, choice.sentence]
    names = (setting.name, *setting.formerly)
    text = "\n".join([*(translate(each) for each in told), *names]).casefold()
    return all(word in text for word in wanted.casefold().split())
