from itertools import groupby
from operator import itemgetter


def standings(results, bonus):
    totals = sorted((name, points + bonus.get(name, 0)) for name, points in results)
    totals.sort(key=itemgetter(1), reverse=True)
    table = []
    for points, tied in groupby(totals, key=itemgetter(1)):
        rank = len(table) + 1
        table.extend((rank, name, points) for name, _ in tied)
    return table
