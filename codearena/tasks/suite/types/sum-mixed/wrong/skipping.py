def sum_mixed(values):
    total = 0
    for value in values:
        if isinstance(value, str):
            if value.isdigit():
                total += int(value)
        elif isinstance(value, (int, float)):
            total += value
    return total
