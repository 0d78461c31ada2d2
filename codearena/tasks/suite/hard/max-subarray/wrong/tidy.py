"""Maximum subarray sum in linear time."""

from collections.abc import Sequence


def max_subarray(numbers: Sequence[int]) -> int:
    """Return the largest sum of a contiguous run.

    Args:
        numbers: The values; may be empty.

    Returns:
        The largest sum, 0 for an empty sequence.
    """
    best = 0
    ending_here = 0
    for number in numbers:
        ending_here = max(0, ending_here + number)
        best = max(best, ending_here)
    return best
