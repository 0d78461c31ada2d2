def deep(n):
    return -1


def tree(d):
    return 0


def main():
    pass
