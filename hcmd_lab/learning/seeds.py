"""Independent random generators from one recorded seed."""

import hashlib

import torch


def generator(seed: int, purpose: str) -> torch.Generator:
    """A CPU generator for one purpose, independent of draws for other purposes.

    Args:
        seed: Recorded with the job.
        purpose: Names the draws, for example `model/split/0`.
    """
    digest = hashlib.sha256(f"{seed}/{purpose}".encode()).digest()
    return torch.Generator().manual_seed(int.from_bytes(digest[:8], "big") >> 1)
