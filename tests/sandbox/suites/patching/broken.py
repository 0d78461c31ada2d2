RATE = 0.2


def now():
    return 1000


def fetch(key):
    raise ConnectionError(key)


def tax(amount):
    return amount * 0.2


def report(key):
    try:
        value = fetch(key)
    except ConnectionError:
        value = "unknown"
    print(key, value)
    return f"{now()}:{value}"
