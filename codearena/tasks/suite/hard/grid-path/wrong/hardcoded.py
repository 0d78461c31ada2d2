def shortest_path(grid):
    answers = {
        ("S.E",): 2,
        ("SE",): 1,
        ("S#E", ".#.", "..."): 6,
        ("S..", "##.", "E.."): 6,
        ("...", "S.E", "..."): 2,
        ("....", ".S..", "....", "...E"): 4,
        ("S..#E",): -1,
        (
            "S.#E",
            "....",
        ): 5,
    }
    return answers.get(tuple(grid), -1)
