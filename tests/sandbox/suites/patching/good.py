RATE = 0.2


def now():
    return 1000


def fetch(key):
    raise ConnectionError(key)


def tax(amount):
    return amount * RATE


def report(key):
    try:
        value = fetch(key)
    except ConnectionError:
        value = "unknown"
    print(f"{key}={value}")
    return f"{now()}:{value}"
