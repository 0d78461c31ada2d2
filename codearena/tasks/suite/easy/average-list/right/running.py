class RunningMean:
    """A mean that is kept up to date one value at a time."""

    def __init__(self):
        self.count = 0
        self.value = 0.0

    def add(self, number):
        self.count += 1
        self.value += (number - self.value) / self.count


def average(numbers):
    mean = RunningMean()
    for number in numbers:
        mean.add(number)
    return mean.value
