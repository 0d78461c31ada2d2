def standings(results, bonus):
    """Count for each team how many are better: quadratic."""
    totals = {}
    for name, points in results:
        totals[name] = points + (bonus[name] if name in bonus else 0)
    table = []
    for name, points in totals.items():
        better = [other for other in totals.values() if other > points]
        table.append((len(better) + 1, name, points))
    return sorted(table)
