"""Time of one update of OPTIMIZE at the paper's size, against the plain way of doing it.

    python -m benchmarks.optimize [--json] [--updates 40] [--threads 0]

1,000 games, participants of size 32/8, policy of width 32, 32-bit floats.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable

import torch

from benchmarks.plain_step import PlainStep
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs import Compute
from hcmd_lab.learning.devices import prepare
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.self_play import SelfPlay

GAMES_PER_CONDITION = 200
WARM_UP = 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--updates", type=int, default=40, help="updates timed of each kind")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads; 0 for the default")
    arguments = parser.parse_args()
    device = prepare(Compute(device="cpu", threads=arguments.threads))
    ours, plain = _steps()
    times: tuple[list[float], list[float]] = ([], [])
    for update in range(WARM_UP + arguments.updates):  # in turn, so that both meet the same load
        for step, measured in zip((ours, plain), times, strict=True):
            elapsed_ms = _time_ms(step)
            if update >= WARM_UP:
                measured.append(elapsed_ms)
    ours_ms, plain_ms = map(statistics.median, times)
    found = {
        "ms_per_update": round(ours_ms, 1),
        "plain_ms_per_update": round(plain_ms, 1),
        "ratio": round(plain_ms / ours_ms, 2),
        "device": device.name,
        "games": GAMES_PER_CONDITION * len(PAPER_GAME.tail_endowments),
    }
    if arguments.json:
        print(json.dumps(found))
    else:
        print(
            f"{found['ms_per_update']} ms an update on {device.name}; "
            f"the plain way {found['plain_ms_per_update']} ms ({found['ratio']} times as long)"
        )


def _steps() -> tuple[Callable[[], None], Callable[[], None]]:
    dice = torch.Generator().manual_seed(0)
    participants = ParticipantModels(ParticipantArchitecture(linear_size=32, lstm_size=8))
    participants.contribution.reset_parameters(dice)
    torch.nn.init.normal_(participants.vote.weight, std=0.1, generator=dice)
    participants.requires_grad_(False)
    policies = []
    for _ in range(2):
        policy = PolicyNetwork(PolicyArchitecture(width=32))
        policy.reset_parameters(torch.Generator().manual_seed(1))
        policies.append(policy)
    ours = SelfPlay(policies[0], participants, PAPER_GAME, GAMES_PER_CONDITION, 4e-5, dice)
    plain = PlainStep(policies[1], participants, PAPER_GAME, GAMES_PER_CONDITION, dice)
    return ours.update, plain.update


def _time_ms(step: Callable[[], None]) -> float:
    began_s = time.perf_counter()
    step()
    return 1000 * (time.perf_counter() - began_s)


if __name__ == "__main__":
    main()
