import sys


def hello(n):
    for i in range(n):
        print("hi", i)


def err():
    print("oops", file=sys.stderr)


print("loaded")
