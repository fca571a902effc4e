"""`python -m hcmd_lab` is `hcmd-lab`."""

from hcmd_lab.program import run

if __name__ == "__main__":
    run()
