class Timer:
    def __enter__(self):
        return None

    def __exit__(self, *a):
        pass


def tag(o, n):
    return Timer()
