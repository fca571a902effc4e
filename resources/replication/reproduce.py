"""Recomputes the figures, tests and payments of this package, and says what is the same.

    python code/reproduce.py

Python 3.11 or newer and NumPy are all that it needs. Exit code 1 if anything differs.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

sys.dont_write_bytecode = True  # the package stays as it was written

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:  # Python that is told to be isolated does not look beside a script
    sys.path.insert(0, str(HERE))

from remade import (  # noqa: E402 - see above
    decision_pictures,
    mechanism_pictures,
    training_pictures,
    vote_pictures,
)
from remade.contrasts import check_contrast  # noqa: E402
from remade.outcome import Outcome  # noqa: E402
from remade.payments import check_payments  # noqa: E402
from remade.study import Study  # noqa: E402
from remade.tables import Package, changed_files  # noqa: E402

FILES = "bytes of all files but README.md, by their SHA-256"

OF_A_CONTRAST = {
    "votes": vote_pictures.check_votes,
    "reward_and_inequality": decision_pictures.check_reward_and_inequality,
    "contributions_compared": decision_pictures.check_contributions_compared,
}
OF_THE_STUDY = {
    "votes_by_role": vote_pictures.check_votes_by_role,
    "contributions_acquired": decision_pictures.check_contributions_acquired,
    "least_served": decision_pictures.check_least_served,
    "policies": mechanism_pictures.check_policies,
    "rule": mechanism_pictures.check_rule,
    "incentives": mechanism_pictures.check_incentives,
    "cross_entropies": training_pictures.check_cross_entropies,
    "behaviour_shift": training_pictures.check_behaviour_shift,
    "predictive_checks": training_pictures.check_predictive_checks,
    "predictions": training_pictures.check_predictions,
    "meta_game": training_pictures.check_meta_game,
}


def main(arguments: Sequence[str]) -> int:
    """Check everything.

    Args:
        arguments: The package's folder; without one, that which the script lies in.

    Returns:
        The exit code.
    """
    root, outcome = Path(arguments[0]) if arguments else HERE.parent, Outcome()
    outcome.attempt(FILES, check_files, root, outcome)
    outcome.attempt("tables", check_tables, root, outcome)
    return outcome.conclude()


def check_files(root: Path, outcome: Outcome) -> None:
    """Check that the files are those that were written."""
    outcome.say(FILES, changed_files(root))


def check_tables(root: Path, outcome: Outcome) -> None:
    """Check what is computed from the tables, each thing by itself."""
    package = Package(root)
    study = Study(package)
    outcome.attempt("payments", check_payments, package, outcome)
    for row in study.contrasts:
        what = f"contrast {row['contrast.number']}"
        outcome.attempt(what, check_contrast, study, outcome, row)
    for name in package.pictures():
        outcome.attempt(name, check_picture, study, outcome, name)


def check_picture(study: Study, outcome: Outcome, name: str) -> None:
    """Check the numbers of a picture; those of a contrast have its number at their end."""
    kind = name.rstrip("0123456789").rstrip("_")
    if kind in OF_A_CONTRAST:
        number = int(name[len(kind) + 1 :] or 1)
        OF_A_CONTRAST[kind](study, outcome, name, study.counted[number - 1])
    elif kind in OF_THE_STUDY:
        OF_THE_STUDY[kind](study, outcome, name)
    else:
        outcome.pass_over(name, "this script does not know the picture")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
