"""How a study made with this program is cited; `CITATION.cff` says the same."""

from hcmd_lab import __version__

PAPER = (
    "Balaguer, J., Koster, R., Weinstein, A., Campbell-Gillingham, L., Summerfield, C., "
    "Botvinick, M., & Tacchetti, A. (2022). HCMD-zero: Learning Value Aligned Mechanisms from "
    "Data. arXiv:2202.10122."
)
"""The method."""

PROGRAM = (
    f"HCMD Lab (version {__version__}) [computer software]: networked Public Investment Game "
    "sessions that learn the mechanism people vote for."
)
"""The program; its version matters, because results hang on it."""

CITATIONS = (PROGRAM, PAPER)
