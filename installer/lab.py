"""Where the packaged `hcmd-lab` starts."""

from hcmd_lab.program import run

if __name__ == "__main__":
    run()
