import asyncio
from solution import dbl, all_


def test_one():
    assert asyncio.run(dbl(4)) == 8


def test_all():
    assert asyncio.run(all_([1, 2])) == [2, 4]


def test_gather():
    async def m():
        return await asyncio.gather(dbl(1), dbl(2))

    assert asyncio.run(m()) == [2, 4]
