import asyncio
from solution import Ctx, numbers, with_callback, produce


def test_async_with():
    async def main():
        async with Ctx() as c:
            return c.n
    assert asyncio.run(main()) == 1


def test_async_for():
    async def main():
        return [n async for n in numbers(2)]
    assert asyncio.run(main()) == [0, 1]


def test_async_callback():
    async def twice(n):
        return 2 * n
    assert asyncio.run(with_callback(twice)) == 6


def test_queue():
    async def main():
        q = asyncio.Queue()
        await produce(q)
        return q.qsize()
    assert asyncio.run(main()) == 1
