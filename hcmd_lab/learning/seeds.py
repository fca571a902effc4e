"""Independent random generators from one recorded seed."""

import hashlib

import torch


def generator(seed: int, purpose: str) -> torch.Generator:
    """A generator on the CPU for one purpose, so that adding a draw elsewhere changes nothing here.

    Args:
        seed: Recorded with the job.
        purpose: Names the draws, for example `model/split/0`.
    """
    digest = hashlib.sha256(f"{seed}/{purpose}".encode()).digest()
    return torch.Generator().manual_seed(int.from_bytes(digest[:8], "big") >> 1)
