"""What is loaded and compiled ahead of time is what a step needs."""

import subprocess
import sys

PROGRAM = """
import sys
from hcmd_lab.learning import warm_up
from hcmd_lab.learning.fused import forward, backward
warm_up.load()
import torch
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning.participant_set import ParticipantSet, SetArchitecture
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.self_play import SelfPlay

def compiled():
    found = [value for module in list(sys.modules.values())
             if getattr(module, "__name__", "").startswith("hcmd_lab.learning.fused")
             for value in vars(module).values() if hasattr(value, "signatures")]
    return len(found), sum(len(loop.signatures) for loop in found)

before = compiled()
loaded = set(sys.modules)
SelfPlay(PolicyNetwork(PolicyArchitecture(4)), ParticipantSet(SetArchitecture(8, 4)),
         PAPER_GAME, 2, 0.001, torch.Generator(), threads=2).update()
print(before[0] > 0 and compiled() == before, {"torch_geometric", "torch._dynamo"} & {*sys.modules},
      sorted(name for name in set(sys.modules) - loaded if name.startswith("hcmd_lab")))
"""


def test_a_step_loads_and_compiles_nothing_more() -> None:
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["True", "set()", "[]"]
