from solution import Bus


def test_off():
    got = []
    bus = Bus()
    bus.on(got.append)
    bus.emit(1)
    bus.off(got.append)
    bus.emit(2)
    assert got == [1]


def test_off_function():
    got = []
    def hear(x): got.append(x)
    bus = Bus()
    bus.on(hear); bus.on(hear)
    bus.off(hear)
    bus.emit(2)
    assert got == [2]


def test_known():
    f = lambda: 1
    bus = Bus()
    bus.on(f)
    assert bus.has(f) and not bus.has(lambda: 1)
