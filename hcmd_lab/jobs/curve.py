"""Training curves: figures over the course of MODEL and OPTIMIZE, kept with the step's result."""

from enum import StrEnum

from hcmd_lab.jobs.record import Base


class Measure(StrEnum):
    """What a curve shows, and over what."""

    HELD_OUT = "held_out"  # nats per contribution of groups new to models of a size, by epoch
    TRAINING = "training"  # of the groups that the same models learn from, by epoch
    REFIT = "refit"  # of all groups, to which the chosen size is fitted, by epoch
    VOTE_HELD_OUT = "vote_held_out"  # nats per vote of groups new to the model, by penalty
    VOTE_SHARE = "vote_share"  # expected share of votes against the beginning, by update
    SIGNAL_TO_NOISE = "signal_to_noise"  # of the gradient, by update


class Curve(Base, frozen=True):
    """A figure over the course of a training step.

    A curve is a part of the result that a seed determines: it does not tell when the step was
    watched, stopped or continued.

    Attributes:
        measure: What it shows.
        places: Epochs, penalties or updates.
        values: The figure at each of them.
        errors: Of a share of votes: 95% interval reaches `Z_95` of them to each side.
        size: Linear and LSTM size of the models, as in `32/16`; empty where there is only one.
        groups: Simulated groups behind each share of votes; 0 for other figures.
    """

    measure: Measure
    places: tuple[float, ...]
    values: tuple[float, ...]
    errors: tuple[float, ...] = ()
    size: str = ""
    groups: int = 0

    def __post_init__(self) -> None:
        """Check that there is a value, and an error where there are any, at each place.

        Raises:
            ValueError: There is not.
        """
        if len(self.values) != len(self.places) or len(self.errors) not in (0, len(self.places)):
            raise ValueError("a curve needs a value at each place, and an error at each or none")
