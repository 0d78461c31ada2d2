class Ctx:
    async def __aenter__(self):
        self.n = 1
        return self

    async def __aexit__(self, *a):
        pass


async def numbers(n):
    for i in range(n):
        yield i


async def with_callback(f):
    return await f(3)


async def produce(q):
    await q.put(1)
