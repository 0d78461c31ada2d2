def hello(n):
    print("hi")


def err():
    pass
