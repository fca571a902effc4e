import pytest

from hcmd_lab.game.materials import Answer, Item
from hcmd_lab.game.questionnaire import MAX_TEXT_CHARACTERS, check_answers

ITEMS = (
    Item("fair", "likert", "Was it fair?", ("no", "yes"), 1, 7),
    Item("age", "number", "Your age?", (), 16, 99),
    Item("field", "choice", "What do you study?", ("Economics", "Law")),
    Item("comment", "text", "Anything else?", required=False),
)

GOOD: dict[str, Answer] = {"fair": 7, "age": 16, "field": 2, "comment": "No,\nthanks."}


def test_good_answers_are_taken() -> None:
    assert check_answers(ITEMS, GOOD) is None
    assert check_answers(ITEMS, {**GOOD, "comment": None}) is None
    assert (
        check_answers(ITEMS, {name: answer for name, answer in GOOD.items() if name != "comment"})
        is None
    )


@pytest.mark.parametrize(
    ("item", "answer", "sentence"),
    [
        ("fair", None, "needs an answer"),
        ("fair", 0, "from 1 to 7"),
        ("fair", 8, "from 1 to 7"),
        ("fair", "7", "from 1 to 7"),
        ("fair", True, "from 1 to 7"),
        ("age", 15, "from 16 to 99"),
        ("age", 100, "from 16 to 99"),
        ("field", 0, "from 1 to 2"),
        ("field", 3, "from 1 to 2"),
        ("comment", 3, "is a text"),
        ("comment", "x" * (MAX_TEXT_CHARACTERS + 1), "at most 1,000"),
        ("comment", "a\x1bb", "character 2 of the text is a control character (U+001B)"),
        ("other", 1, "no item other"),
    ],
)
def test_what_does_not_fit_is_told(item: str, answer: Answer, sentence: str) -> None:
    found = check_answers(ITEMS, {**GOOD, item: answer})
    assert found is not None
    assert sentence in str(found.sentence)
    assert found.item == ("" if item == "other" else item)
