"""MODEL, OPTIMIZE, CONVERGENCE and EVALUATE: the only package that imports torch."""

import os

# Read by the OpenMP library when torch loads it. By default its idle threads spin: wherever another
# program wants a core too, two threads then take over ten times as long as one.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
