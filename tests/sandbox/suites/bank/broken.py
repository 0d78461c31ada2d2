class InsufficientFunds(Exception):
    pass


class Account:
    rate = 1

    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance

    def withdraw(self, n):
        self.balance -= n

    @classmethod
    def zero(cls, o):
        return Account(o, 1)

    @staticmethod
    def valid(n):
        return True


class Savings(Account):
    def interest(self):
        return 0
