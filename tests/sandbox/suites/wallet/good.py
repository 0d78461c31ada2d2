class WalletError(Exception):
    pass


class Limit(WalletError):
    def __init__(self, short):
        super().__init__(f"{short} short")
        self.short = short


class Frozen(WalletError):
    pass


class Wallet:
    def __init__(self, owner, balance=0):
        self.owner, self._balance, self._history, self.frozen = owner, balance, [], False

    @property
    def balance(self):
        return self._balance

    @property
    def history(self):
        return list(self._history)

    def change(self, amount):
        if self.frozen:
            raise Frozen(self.owner)
        if self._balance + amount < 0:
            raise Limit(-amount - self._balance)
        self._balance += amount
        self._history.append(("in", amount) if amount > 0 else ("out", -amount))

    def interest(self, rate):
        self._balance *= 1 + rate

    def state(self):
        return self._balance, list(self._history)

    def restore(self, state):
        self._balance, self._history = state

    def __lt__(self, other):
        return self._balance < other._balance

    def __str__(self):
        return f"{self.owner}: {self._balance:.2f}"

    def __repr__(self):
        return f"Wallet({self.owner!r}, {self._balance})"


class Bank:
    def __init__(self):
        self._wallets, self._watchers = {}, []

    def open(self, owner, balance=0):
        if owner in self:
            raise WalletError(f"{owner!r} has one")
        self._wallets[owner] = Wallet(owner, balance)
        return self._wallets[owner]

    def watch(self, f):
        self._watchers.append(f)

    def get(self, owner):
        return self._wallets.get(owner)

    def transfer(self, source, target, amount):
        if amount <= 0:
            raise ValueError(amount)
        involved = [(self[source], -amount), (self[target], amount)]
        before = [wallet.state() for wallet, _ in involved]
        try:
            for wallet, change in involved:
                wallet.change(change)
                for f in self._watchers:
                    f(wallet, change)
        except BaseException:
            for (wallet, _), state in zip(involved, before):
                wallet.restore(state)
            raise

    @property
    def total(self):
        return sum(self.summary().values())

    def summary(self):
        return {name: wallet.balance for name, wallet in self._wallets.items()}

    def __getitem__(self, owner):
        if owner not in self._wallets:
            raise WalletError(f"nobody called {owner!r}")
        return self._wallets[owner]

    def __contains__(self, owner):
        return owner in self._wallets

    def __iter__(self):
        return iter(self._wallets)

    def __len__(self):
        return len(self._wallets)
