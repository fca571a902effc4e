"""Digits typed one after another."""

from ui.kiosk.widgets.typed_number import TOGETHER_MS, TypedNumber


def test_quick_digits_are_one_number() -> None:
    typed = TypedNumber()
    assert typed.press(1, 0, limit=10) == (1, True)
    assert typed.press(0, TOGETHER_MS - 1, limit=10) == (10, True)


def test_slow_digits_are_two_numbers() -> None:
    typed = TypedNumber()
    typed.press(1, 0, limit=10)
    assert typed.press(0, TOGETHER_MS, limit=10) == (0, True)


def test_a_digit_that_cannot_follow_corrects_the_one_before() -> None:
    typed = TypedNumber()
    typed.press(4, 0, limit=10)
    assert typed.press(5, 100, limit=10) == (5, True)


def test_a_number_beyond_the_limit_is_refused_and_forgotten() -> None:
    typed = TypedNumber()
    typed.press(1, 0, limit=10)
    assert typed.press(5, 100, limit=10) == (15, False)
    assert typed.press(3, 200, limit=10) == (3, True)


def test_a_forgotten_digit_is_not_joined() -> None:
    typed = TypedNumber()
    typed.press(1, 0, limit=10)
    typed.forget()
    assert typed.press(0, 100, limit=10) == (0, True)


def test_what_is_behind_a_point_is_no_number() -> None:
    typed = TypedNumber()
    assert not typed.press_behind_point(0)
    typed.press(1, 0, limit=10)
    typed.point(100)
    assert typed.press_behind_point(TOGETHER_MS), "at once"
    assert typed.press_behind_point(2 * TOGETHER_MS - 1), "and what follows it at once"
    assert not typed.press_behind_point(9 * TOGETHER_MS)
    assert typed.press(4, 9 * TOGETHER_MS, limit=10) == (4, True)
