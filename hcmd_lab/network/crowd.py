"""Who has to go where too many wait: somebody of the address that has most there.

So a flood of one address crowds itself out, and nobody who comes from elsewhere.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from hcmd_lab.network.limits import network_of

T = TypeVar("T")


def crowding(waiting: Iterable[T], address_of: Callable[[T], str]) -> list[T]:
    """Those of the address that has most of them, in their order.

    Args:
        waiting: At least one.
        address_of: Where each of them is; a /64 of IPv6 counts as one address.
    """
    places = [(each, network_of(address_of(each))) for each in waiting]
    [(most, _)] = Counter(place for _, place in places).most_common(1)
    return [each for each, place in places if place == most]
