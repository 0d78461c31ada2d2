import asyncio
from collections import deque


class Closed(RuntimeError):
    pass


async def double(n):
    await asyncio.sleep(0)
    return n + n


async def mapped(f, xs):
    async def one(x):
        await asyncio.sleep(0)
        return f(x)

    return await asyncio.gather(*map(one, xs))


class Channel:
    def __init__(self):
        self._held, self._closed = deque(), False

    @property
    def size(self):
        return len(self._held)

    def close(self):
        self._closed = True

    async def put(self, x):
        if self._closed:
            raise Closed("the channel is closed")
        self._held.append(x)

    async def get(self):
        while not self._held:
            if self._closed:
                raise Closed("the channel is closed")
            await asyncio.sleep(0)
        return self._held.popleft()


async def _squares(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i * i


async def collect(n):
    return [x async for x in _squares(n)]


async def first_of(delays):
    async def wait(i):
        await asyncio.sleep(delays[i])
        return i

    tasks = [asyncio.create_task(wait(i)) for i in range(len(delays))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    return done.pop().result()


async def slow(seconds, limit):
    try:
        async with asyncio.timeout(limit):
            await asyncio.sleep(seconds)
    except TimeoutError:
        return "too slow"
    return "done"


async def retry(work, tries):
    for left in range(tries, 0, -1):
        try:
            return work()
        except OSError:
            if left == 1:
                raise
            await asyncio.sleep(0)


async def staged(tell):
    for stage in ("start", "work", "end"):
        tell(stage)
        await asyncio.sleep(0)


class Worker:
    def __init__(self, name):
        self.name, self.done = name, 0

    async def run(self, n):
        await asyncio.sleep(0)
        self.done += 1
        return f"{self.name}: {n}"
