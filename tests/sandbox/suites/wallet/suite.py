from unittest import TestCase

from solution import Bank, Frozen, Limit, Wallet, WalletError


class Base(TestCase):
    def setUp(self):
        self.bank = Bank()
        self.ann = self.bank.open("ann", 100)
        self.bob = self.bank.open("bob")

    def tearDown(self):
        self.assertGreaterEqual(self.ann.balance, 0)

    def both(self):
        return self.ann.balance, self.bob.balance


class TestTransfer(Base):
    def test_moves(self):
        self.bank.transfer("ann", "bob", 30)
        self.assertEqual(self.both(), (70, 30))

    def test_too_much(self):
        with self.assertRaises(Limit) as caught:
            self.bank.transfer("ann", "bob", 130)
        self.assertEqual(caught.exception.short, 30)
        self.assertEqual(self.both(), (100, 0))

    def test_frozen_target(self):
        self.bob.frozen = True
        self.assertRaises(Frozen, self.bank.transfer, "ann", "bob", 1)
        self.assertEqual(self.both(), (100, 0))

    def test_unknown(self):
        with self.assertRaisesRegex(WalletError, "nobody called 'eve'"):
            self.bank.transfer("ann", "eve", 1)
        self.assertEqual(self.ann.balance, 100)

    def test_amounts(self):
        for amount in (0, -5):
            with self.assertRaises(ValueError):
                self.bank.transfer("ann", "bob", amount)

    def test_to_self(self):
        self.bank.transfer("ann", "ann", 60)
        self.assertEqual(self.ann.balance, 100)


class TestHistory(Base):
    def test_entries(self):
        self.bank.transfer("ann", "bob", 30)
        self.bank.transfer("bob", "ann", 5)
        self.assertEqual(self.bob.history, [("in", 30), ("out", 5)])
        self.assertEqual(sum(n if way == "in" else -n for way, n in self.bob.history), self.bob.balance)

    def test_failed_is_not_there(self):
        try:
            self.bank.transfer("bob", "ann", 5)
        except WalletError as error:
            self.assertIsInstance(error, Limit)
        else:
            self.fail("it was not refused")
        self.assertEqual(self.bob.history, [])

    def test_history_is_a_copy(self):
        self.ann.history.append("x")
        self.assertNotIn("x", self.ann.history)

    def test_subclass(self):
        self.assertTrue(issubclass(Limit, WalletError))
        self.assertFalse(issubclass(Limit, Frozen))


class TestWallet(Base):
    def test_open_twice(self):
        with self.assertRaises(WalletError):
            self.bank.open("ann")
        self.assertIs(self.bank["ann"], self.ann)

    def test_kind(self):
        self.assertIsInstance(self.ann, Wallet)
        self.assertIsNot(self.ann, self.bob)
        self.assertIsNone(self.bank.get("eve"))

    def test_balance_is_read_only(self):
        with self.assertRaises(AttributeError):
            self.ann.balance = 10**6

    def test_names(self):
        self.assertCountEqual(list(self.bank), ["bob", "ann"])
        self.assertEqual(len(self.bank), 2)
        self.assertIn("ann", self.bank)
        self.assertNotIn("eve", self.bank)

    def test_compare(self):
        self.assertLess(self.bob, self.ann)
        self.assertEqual(max(self.ann, self.bob), self.ann)
        self.assertEqual(sorted([self.ann, self.bob])[0].owner, "bob")

    def test_rates(self):
        self.ann.interest(0.035)
        self.assertAlmostEqual(self.ann.balance, 103.5)
        self.bob.interest(0.5)
        self.assertEqual(self.bob.balance, 0)

    def test_summary(self):
        self.assertDictEqual(self.bank.summary(), {"ann": 100, "bob": 0})
        self.assertEqual(str(self.ann), "ann: 100.00")
        self.assertEqual(repr(self.bob), "Wallet('bob', 0)")

    def test_total(self):
        self.assertEqual(self.bank.total, 100)
        self.bank.transfer("ann", "bob", 99)
        self.assertEqual(self.bank.total, 100)

    def test_watch(self):
        heard = []
        self.bank.watch(lambda wallet, change: heard.append((wallet.owner, change)))
        self.bank.transfer("ann", "bob", 1)
        self.assertEqual(heard, [("ann", -1), ("bob", 1)])

    def test_atomic(self):
        def refuse(wallet, change):
            if wallet.owner == "bob":
                raise PermissionError("no")

        self.bank.watch(refuse)
        self.assertRaises(PermissionError, self.bank.transfer, "ann", "bob", 10)
        self.assertEqual(self.both(), (100, 0))
