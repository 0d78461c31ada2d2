def edit_distance(a, b):
    """Fill the table with whole slices of it looked through: cubic."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if i == 0 or j == 0:
                table[i][j] = i + j
                continue
            best = table[i - 1][j - 1] + (0 if a[i - 1] == b[j - 1] else 1)
            for k in range(i):
                best = min(best, table[k][j] + i - k)
            for k in range(j):
                best = min(best, table[i][k] + j - k)
            table[i][j] = best
    return table[len(a)][len(b)]
