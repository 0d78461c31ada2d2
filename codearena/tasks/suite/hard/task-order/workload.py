"""Tasks that can all be done, about two pairs for each."""

from random import Random

SHAPES = ("random", "chain", "star")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return n tasks and their pairs, in random order.

    random  two pairs for each task, none of them against a hidden order
    chain   every task waits for the one before it in a hidden order
    star    one task comes first, one comes last
    """
    tasks = rng.sample(range(n), n)
    pairs = []
    if shape == "random" and n > 1:
        places = (sorted(rng.sample(range(n), 2)) for _ in range(2 * n))
        pairs = [(tasks[a], tasks[b]) for a, b in places]
    elif shape == "chain":
        pairs = list(zip(tasks, tasks[1:]))
    elif shape == "star" and n > 1:
        first, *others, last = tasks
        pairs = [pair for task in others for pair in ((first, task), (task, last))]
    rng.shuffle(pairs)
    return n, pairs
