import asyncio


class Closed(Exception):
    pass


async def double(n):
    return n * 2 if n else asyncio.sleep(0)


async def mapped(f, xs):
    return [f(x) for x in xs[:2]]


class Channel:
    size = 0

    def __init__(self):
        self.items = []
        self.open = True

    def close(self):
        self.open = None

    async def put(self, x):
        self.items.append(x)

    async def get(self):
        return self.items.pop()


async def collect(n):
    return (i * i for i in range(n))


async def first_of(delays):
    await asyncio.sleep(max(delays))
    return delays.index(min(delays))


async def slow(seconds, limit):
    return await asyncio.wait_for(asyncio.sleep(seconds, "done"), limit)


async def retry(work, tries):
    try:
        return work()
    except OSError:
        return work()


def staged(tell):
    tell("start")
    tell("work")


class Worker:
    done = 0

    def __init__(self, name):
        self.name = name

    def run(self, n):
        self.done += 1
        return f"{self.name}: {n}"
