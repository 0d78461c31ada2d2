import asyncio
import pytest
from solution import slow


def test_timeout():
    async def main():
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(slow(), 0.01)
    asyncio.run(main())
