class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need} have {have}")
        self.need, self.have = need, have


class Account:
    rate = 0.0
    count = 0

    def __init__(self, owner, balance=0):
        self.owner, self._b = owner, balance
        type(self).count += 1

    @property
    def balance(self):
        return self._b

    def withdraw(self, n):
        if n > self._b:
            raise InsufficientFunds(n, self._b)
        self._b -= n

    @classmethod
    def zero(cls, o):
        return cls(o, 0)

    @staticmethod
    def valid(n):
        return n > 0


class Savings(Account):
    rate = 0.05

    def interest(self):
        return self._b * self.rate
