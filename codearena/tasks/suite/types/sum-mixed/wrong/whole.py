def sum_mixed(values):
    return sum(int(value) for value in values)
