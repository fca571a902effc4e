import sys

import pytest
import torch

from benchmarks import on_gpu


def test_without_a_gpu_the_benchmark_says_so_and_runs_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(on_gpu, "gradient_errors", lambda _: pytest.fail("it has begun"))
    monkeypatch.setattr(sys, "argv", ["on_gpu", "--json"])
    assert on_gpu.main() == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "There is no NVIDIA GPU that PyTorch can use here; nothing was run.\n"
