"""Errors that answer the question "whose fault?".

An `OperatorError` is something a person in the room can put right: its text is one readable
sentence that says what is wrong and what to do. Everything else is a bug and keeps its traceback.
"""

from hcmd_lab.sentence import SentenceError


class OperatorError(SentenceError):
    """An error the operator can fix; `str(error)` is the sentence to show, in English.

    Attributes:
        exit_code: Exit code of a command line program that ends with this error (1).
    """

    exit_code = 1


class UsageError(OperatorError):
    """An unusable command, setting or file (exit code 2)."""

    exit_code = 2
