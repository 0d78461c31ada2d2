import datetime as dt
import unittest
from decimal import Decimal
from fractions import Fraction

import solution


class TestDecimal(unittest.TestCase):
    def setUp(self):
        self.lines = [("pen", 3, Decimal("0.10")), ("book", 1, Decimal("12.99"))]

    def test_total(self):
        self.assertEqual(solution.total(self.lines), Decimal("13.29"))

    def test_total_is_decimal(self):
        self.assertIsInstance(solution.total(self.lines), Decimal)
        self.assertIsInstance(solution.total([]), Decimal)

    def test_rounding(self):
        for amount, expected in [("2.345", "2.35"), ("2.344", "2.34"), ("-2.345", "-2.35"), ("7", "7.00")]:
            self.assertEqual(str(solution.cents(Decimal(amount))), expected, amount)

    def test_no_floats(self):
        with self.assertRaisesRegex(TypeError, "float"):
            solution.cents(2.5)

    def test_lines_are_left_alone(self):
        before = list(self.lines)
        solution.total(self.lines)
        self.assertListEqual(self.lines, before)


class TestShares(unittest.TestCase):
    def test_split(self):
        shares = solution.split(Decimal("10.00"), 3)
        self.assertEqual(sum(shares), Decimal("10.00"))
        self.assertEqual(shares, [Decimal("3.34"), Decimal("3.33"), Decimal("3.33")])

    def test_nobody(self):
        self.assertRaises(ZeroDivisionError, solution.split, Decimal(1), 0)

    def test_fractions(self):
        self.assertEqual(solution.parts([1, 2, 3]), [Fraction(1, 6), Fraction(1, 3), Fraction(1, 2)])
        self.assertEqual(sum(solution.parts(range(1, 50))), 1)
        self.assertTrue(all(isinstance(part, Fraction) for part in solution.parts([4, 4])))

    def test_nearly(self):
        self.assertAlmostEqual(float(solution.parts([1, 2])[0]), 0.3333, places=4)


class TestDates(unittest.TestCase):
    start = dt.date(2024, 1, 31)

    def test_due(self):
        self.assertEqual(solution.due(self.start, 1), dt.date(2024, 2, 29))
        self.assertEqual(solution.due(self.start, 13), dt.date(2025, 2, 28))
        self.assertEqual(solution.due(self.start, 0), self.start)

    def test_due_keeps_day(self):
        self.assertEqual(solution.due(dt.date(2023, 11, 5), 3).isoformat(), "2024-02-05")

    def test_late(self):
        noon = dt.datetime(2024, 5, 1, 12, tzinfo=dt.timezone.utc)
        self.assertEqual(solution.late(noon, noon + dt.timedelta(hours=30)), dt.timedelta(hours=30))
        self.assertEqual(solution.late(noon, noon - dt.timedelta(1)), dt.timedelta(0))

    def test_zones(self):
        east = dt.timezone(dt.timedelta(hours=2))
        here = dt.datetime(2024, 5, 1, 12, tzinfo=dt.timezone.utc)
        there = dt.datetime(2024, 5, 1, 14, tzinfo=east)
        self.assertEqual(solution.late(here, there), dt.timedelta())

    def test_mixed(self):
        with self.assertRaises(TypeError):
            solution.late(dt.datetime(2024, 5, 1), dt.datetime(2024, 5, 1, tzinfo=dt.timezone.utc))

    def test_weekdays(self):
        days = solution.workdays(dt.date(2024, 3, 1), dt.date(2024, 3, 11))
        self.assertEqual(len(days), 6)
        self.assertNotIn(dt.date(2024, 3, 2), days)
        self.assertEqual(days[0].strftime("%d/%m/%y"), "01/03/24")

    def test_clock(self):
        self.assertEqual(solution.clock("9:05 pm"), dt.time(21, 5))
        self.assertEqual(solution.clock("12:00 am"), dt.time(0))
        self.assertLess(solution.clock("1:00 am"), solution.clock("1:00 pm"))
