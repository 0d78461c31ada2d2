import asyncio


async def dbl(x):
    await asyncio.sleep(0)
    return x * 2


async def all_(xs):
    return await asyncio.gather(*[dbl(x) for x in xs])
