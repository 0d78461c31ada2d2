class WalletError(Exception):
    pass


class Limit(WalletError):
    short = 0


class Frozen(Limit):
    pass


class Wallet:
    def __init__(self, owner, balance=0):
        self.owner, self.balance, self.history, self.frozen = owner, balance, [], False

    def __lt__(self, other):
        return self.balance < other.balance

    def interest(self, rate):
        self.balance += int(self.balance * rate)

    def __str__(self):
        return "%s: %d" % (self.owner, self.balance)


class Bank(dict):
    watchers = []

    def open(self, owner, balance=0):
        self[owner] = Wallet(owner, balance)
        return self[owner]

    def watch(self, f):
        self.watchers.append(f)

    def transfer(self, source, target, amount):
        a = self[source]
        if a.balance < amount:
            raise Limit(f"{amount - a.balance} short")
        a.balance -= amount
        a.history.append(("out", amount))
        b = self[target]
        if b.frozen:
            raise Frozen
        b.balance += amount
        b.history.append(["in", amount])
        for f in self.watchers:
            f(a, -amount)

    @property
    def total(self):
        return sum(wallet.balance for wallet in self.values())

    def summary(self):
        return {wallet.owner: str(wallet.balance) for wallet in self.values()}
