"""Where the packaged `hcmd-lab` starts."""

from multiprocessing import freeze_support

if __name__ == "__main__":
    # Before anything else: the training process is this same program, and needs none of the rest.
    freeze_support()

    from hcmd_lab.cli.main import run

    run()
