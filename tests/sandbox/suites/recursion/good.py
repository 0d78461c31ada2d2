import sys


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def tree(d):
    return [] if d == 0 else [tree(d - 1), tree(d - 1)]


def main():
    sys.exit(3)
