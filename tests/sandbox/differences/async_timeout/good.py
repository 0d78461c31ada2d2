import asyncio


async def slow():
    await asyncio.sleep(0.5)
