def range_sums(numbers, operations):
    answers = {
        ("sum01", "sum22"): [4, 4],
        ("sum11", "sum02", "sum12"): [1, 8, 5],
        ("set19", "sum02"): [16],
        ("sum02", "set00", "sum02"): [8, 5],
        ("set05", "set02", "sum00"): [2],
        ("sum00",): [3],
    }
    key = tuple("".join(map(str, operation)) for operation in operations)
    return answers.get(key, [])
