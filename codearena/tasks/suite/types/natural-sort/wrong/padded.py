import re


def natural_sort(names):
    names.sort(key=lambda name: (re.sub("[0-9]+", lambda digits: digits.group().zfill(4), name), name))
    return names
