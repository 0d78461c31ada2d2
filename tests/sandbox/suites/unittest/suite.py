import unittest
from solution import div, uniq


class T(unittest.TestCase):
    def setUp(self):
        self.n = 10

    def test_div(self):
        self.assertAlmostEqual(div(self.n, 4), 2.5)

    def test_zero(self):
        self.assertRaises(ZeroDivisionError, div, 1, 0)

    def test_uniq(self):
        for a, b in (([1, 1, 2], [1, 2]), ([3, 3], [3])):
            with self.subTest(a=a):
                self.assertEqual(uniq(a), b)
