"""Walk straight on and turn right where the way is blocked."""


class Walker:
    def __init__(self, matrix):
        self.free = {
            (row, column): number
            for row, numbers in enumerate(matrix)
            for column, number in enumerate(numbers)
        }
        self.place = (0, -1)
        self.step = (0, 1)

    def ahead(self):
        return self.place[0] + self.step[0], self.place[1] + self.step[1]

    def walk(self):
        while self.free:
            if self.ahead() not in self.free:
                self.step = (self.step[1], -self.step[0])
            self.place = self.ahead()
            yield self.free.pop(self.place)


def spiral(matrix):
    return list(Walker(matrix).walk())
