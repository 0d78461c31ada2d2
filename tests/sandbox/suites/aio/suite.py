import asyncio

import pytest

import solution
from solution import Channel, Closed, collect, double, first_of, mapped, retry, slow, staged


def run(coroutine):
    return asyncio.run(coroutine)


@pytest.mark.parametrize("n", [0, 1, -3, 2.5])
def test_double(n):
    assert run(double(n)) == n * 2


def test_gather():
    async def main():
        return await asyncio.gather(*(double(n) for n in range(5)))

    assert run(main()) == [0, 2, 4, 6, 8]


def test_return_exceptions():
    async def main():
        return await asyncio.gather(double(1), double(None), return_exceptions=True)

    one, error = run(main())
    assert one == 2
    assert isinstance(error, TypeError)


def test_mapped():
    assert run(mapped(lambda n: n + 1, [1, 2, 3])) == [2, 3, 4]
    assert run(mapped(str, [])) == []


def test_error():
    with pytest.raises(ZeroDivisionError):
        run(mapped(lambda n: 1 / n, [1, 0]))


def test_channel():
    async def main():
        channel = Channel()
        for n in range(3):
            await channel.put(n)
        return [await channel.get() for _ in range(3)], channel.size

    assert run(main()) == ([0, 1, 2], 0)


def test_closed():
    async def main():
        channel = Channel()
        channel.close()
        await channel.put(1)

    with pytest.raises(Closed, match="closed"):
        run(main())


def test_closed_empty():
    channel = Channel()
    channel.close()
    with pytest.raises(Closed):
        run(channel.get())


def test_collect():
    assert run(collect(4)) == [0, 1, 4, 9]
    assert run(collect(0)) == []


def test_first_of():
    assert run(first_of([0.05, 0.001, 0.03])) == 1


def test_timeout_inside():
    assert run(slow(0.001, limit=1)) == "done"
    assert run(slow(5, limit=0.01)) == "too slow"


@pytest.mark.parametrize("failures", [0, 1, 2])
def test_retry(failures):
    tried = []

    def work():
        tried.append(len(tried))
        if len(tried) <= failures:
            raise OSError("again")
        return "ok"

    assert run(retry(work, 3)) == "ok"
    assert tried == list(range(failures + 1))


def test_retry_gives_up():
    def work():
        raise OSError("always")

    with pytest.raises(OSError, match="always"):
        run(retry(work, 2))


def test_staged():
    seen = []
    run(staged(seen.append))
    assert seen == ["start", "work", "end"]


def test_never_awaited_in_order():
    order = []

    async def main():
        task = asyncio.create_task(staged(order.append))
        order.append("first")
        await task
        order.append("last")

    run(main())
    assert order[0] == "first"
    assert order[-1] == "last"


def test_class():
    worker = solution.Worker("w")
    assert run(worker.run(3)) == "w: 3"
    assert worker.done == 1


class TestAsync:
    def test_in_a_class(self):
        async def main():
            return await double(await double(2))

        assert run(main()) == 8

    def test_sum(self):
        async def total():
            result = 0
            for n in range(4):
                result += await double(n)
            return result

        assert run(total()) == 12
