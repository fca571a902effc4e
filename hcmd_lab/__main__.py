"""`python -m hcmd_lab` is `hcmd-lab`."""

from hcmd_lab.cli.main import run

if __name__ == "__main__":
    run()
