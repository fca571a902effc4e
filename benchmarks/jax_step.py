"""The estimator of `gradient.surrogate` in JAX, compiled whole, as a reference for speed.

Roll-out, votes of all pairs, history baseline, derivative and Adam's step are one jitted function.
Needs JAX, which the project itself does not.
"""

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.participant_inputs import COINS
from hcmd_lab.learning.participants import ParticipantModels
from hcmd_lab.learning.policy import PolicyNetwork

RATE, DECAY, SQUARE_DECAY, EPSILON = 4e-5, 0.9, 0.999, 1e-8

Arrays = dict[str, jax.Array]


class JaxStep:
    """The reference, set up for one policy and one set of participants."""

    def __init__(
        self,
        policy: PolicyNetwork,
        participants: ParticipantModels,
        game: Game,
        games_per_condition: int,
        seed: int = 0,
    ) -> None:
        self.parameters = {
            name: jnp.asarray(value.detach().numpy()) for name, value in policy.named_parameters()
        }
        people = {
            name: jnp.asarray(value.detach().numpy())
            for name, value in participants.state_dict().items()
        }
        people["vote_by_seat"] = jnp.asarray(participants.vote.weight_by_seat().detach().numpy())
        self._moments = jax.tree.map(lambda value: (0 * value, 0 * value), self.parameters)
        self._key = jax.random.key(seed)
        self._count = 0
        endowment = np.repeat(
            np.array([game.endowments(tail) for tail in game.tail_endowments], np.float32),
            games_per_condition,
            0,
        )
        self._shape = (game.rounds, *endowment.shape)
        pools = len(game.tail_endowments)

        def objective(parameters: Arrays, uniforms: jax.Array) -> jax.Array:
            score, log_probability = roll_out(
                parameters, people, jnp.asarray(endowment), uniforms, game.multiplier
            )
            return surrogate(score, log_probability, pools)

        self._gradient = jax.jit(jax.grad(objective))

        def step(parameters: Arrays, moments: Any, key: jax.Array, count: jax.Array) -> Any:  # noqa: ANN401
            key, drawn = jax.random.split(key)
            gradient = jax.grad(objective)(parameters, jax.random.uniform(drawn, self._shape))
            count = count + 1

            def ascend(value: jax.Array, moment: Any, slope: jax.Array) -> Any:  # noqa: ANN401
                first = DECAY * moment[0] + (1 - DECAY) * slope
                second = SQUARE_DECAY * moment[1] + (1 - SQUARE_DECAY) * slope**2
                mean = first / (1 - DECAY**count)
                square = second / (1 - SQUARE_DECAY**count)
                return value + RATE * mean / (jnp.sqrt(square) + EPSILON), (first, second)

            moved = {k: ascend(parameters[k], moments[k], gradient[k]) for k in parameters}
            return {k: v[0] for k, v in moved.items()}, {k: v[1] for k, v in moved.items()}, key

        self._step = jax.jit(step)

    def gradient(self, uniforms: np.ndarray) -> Arrays:
        """The gradient by each parameter for `[T, G, N]` uniform numbers."""
        found: Arrays = self._gradient(self.parameters, jnp.asarray(uniforms))
        return found

    def update(self) -> None:
        """One Adam step."""
        self.parameters, self._moments, self._key = self._step(
            self.parameters, self._moments, self._key, jnp.float32(self._count)
        )
        self._count += 1
        for array in jax.tree.leaves(self.parameters):
            array.block_until_ready()


def roll_out(
    policy: Arrays, people: Arrays, endowment: jax.Array, uniforms: jax.Array, multiplier: float
) -> tuple[jax.Array, jax.Array]:
    """Round scores and log-probabilities, both `[G, T, N]`."""
    seats = endowment.shape[1]
    size = people["contribution.lstm.weight_hh_l0"].shape[1]
    coins = jnp.arange(people["contribution.decoder.bias"].shape[0])
    forbidden = jnp.where(coins > endowment[..., None], -jnp.inf, 0.0)
    bias = people["contribution.lstm.bias_ih_l0"] + people["contribution.lstm.bias_hh_l0"]

    def play_round(state: Any, uniform: jax.Array) -> Any:  # noqa: ANN401
        hidden, cell, contribution, payout, last = state
        fraction = contribution / endowment
        others = (fraction.sum(1, keepdims=True) - fraction) / (seats - 1)
        coins = (contribution.sum(1, keepdims=True) - contribution) / (seats - 1) / COINS
        seen = jnp.minimum(payout / COINS, people["contribution.most_paid"])
        columns = [endowment / COINS, contribution / COINS, fraction, seen, others, coins]
        features = jnp.stack(columns, -1)
        encoded = jax.nn.relu(
            features @ people["contribution.encoder.weight"].T
            + people["contribution.encoder.bias"]
            + people["contribution.last_choice"][last]
        )
        gates = (
            encoded @ people["contribution.lstm.weight_ih_l0"].T
            + hidden @ people["contribution.lstm.weight_hh_l0"].T
            + bias
        )
        i, f, g, o = (gates[..., k * size : (k + 1) * size] for k in range(4))
        cell = jax.nn.sigmoid(f) * cell + jax.nn.sigmoid(i) * jnp.tanh(g)
        hidden = jax.nn.sigmoid(o) * jnp.tanh(cell)
        logits = hidden @ people["contribution.decoder.weight"].T
        logits = logits + people["contribution.decoder.bias"] + forbidden
        logits = logits + people["contribution.again"][last]
        log_probability = jax.nn.log_softmax(logits)
        cumulative = jnp.cumsum(jnp.exp(jax.lax.stop_gradient(log_probability)), -1)
        choice = jnp.minimum((cumulative <= uniform[..., None]).sum(-1), endowment.astype(int))
        chosen = jnp.take_along_axis(log_probability, choice[..., None], -1)[..., 0]
        contribution = choice.astype(jnp.float32)
        shares = divide(policy, endowment, contribution)
        payout = shares * multiplier * contribution.sum(1, keepdims=True)
        return (hidden, cell, contribution, payout, choice), (contribution, payout, chosen)

    zeros, memory = jnp.zeros_like(endowment), jnp.zeros((*endowment.shape, size))
    _, (contribution, payout, chosen) = jax.lax.scan(
        play_round, (memory, memory, zeros, zeros, jnp.full(zeros.shape, len(coins))), uniforms
    )
    paid = jnp.broadcast_to(endowment, payout.shape)
    quantities = jnp.stack([paid, contribution, payout], -1) / COINS
    score = jnp.einsum("tgjk,tijk->gti", quantities, people["vote_by_seat"])
    pleased = jnp.log1p(paid - contribution + payout)
    score = score + jnp.einsum("tgi,t->gti", pleased, people["vote.satisfaction"])
    return score, chosen.transpose(1, 0, 2)


def divide(policy: Arrays, endowment: jax.Array, contribution: jax.Array) -> jax.Array:
    """`PolicyNetwork.forward`."""
    seats = endowment.shape[1]
    columns = [endowment / COINS, contribution / COINS, contribution / endowment]
    nodes = jnp.stack(columns, -1)
    source, target = jnp.split(policy["message.linear.weight"], 2, 1)
    sent = nodes @ source.T
    heard = nodes @ target.T + policy["message.linear.bias"]
    received = sum(jax.nn.relu(heard + jnp.roll(sent, turn, 1)) for turn in range(1, seats)) / (
        seats - 1
    )
    known = jnp.concatenate([nodes, received], -1) @ policy["seat.linear.weight"].T
    known = jax.nn.relu(known + policy["seat.linear.bias"])
    logits = known @ policy["readout.weight"][0] + policy["readout.bias"]
    return jax.nn.softmax(logits)


def surrogate(round_score: jax.Array, log_probability: jax.Array, pools: int) -> jax.Array:
    """`gradient.surrogate` with the history baseline."""
    games, rounds, seats = round_score.shape
    by_pool = round_score.reshape(pools, -1, rounds, seats)
    fixed = jax.lax.stop_gradient(by_pool)
    values = jax.vmap(pool_values)(by_pool, fixed)
    advantage = jax.vmap(pool_advantage)(fixed)
    by_round = log_probability.reshape(pools, -1, rounds, seats)[:, :, 1:].sum(-1)
    return values.mean() + (advantage * by_round).sum() / games


def pool_values(round_score: jax.Array, fixed: jax.Array) -> jax.Array:
    """V `[m]` of one pool, differentiable in the first argument alone."""
    own, other = round_score.sum(1), fixed.sum(1)
    episodes, seats = own.shape
    chance = jax.nn.sigmoid(own.T[:, :, None] - other.T[:, None, :])
    against_others = chance.sum((0, 2)) - jax.nn.sigmoid(own - other).sum(1)
    return against_others / ((episodes - 1) * seats)


def pool_advantage(round_score: jax.Array) -> jax.Array:
    """V - B of rounds 2 to T, `[m, T - 1]`."""
    episodes = len(round_score)
    so_far = jnp.cumsum(round_score, 1)
    score = so_far[:, -1]
    rest = (score[:, None] - so_far)[:, :-1]
    expected = so_far[:, :-1] + (rest.sum(0) - rest) / (episodes - 1)
    by_seat = expected.transpose(1, 2, 0)[..., None] - score.T[:, None, :]
    chance = jax.nn.sigmoid(by_seat).mean(3).mean(1).T
    own = jax.nn.sigmoid(expected - score[:, None]).mean(-1)
    baseline = (chance * episodes - own) / (episodes - 1)
    return pool_values(round_score, round_score)[:, None] - baseline
