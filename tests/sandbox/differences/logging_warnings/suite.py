import logging
import unittest
import warnings
import pytest
from solution import warn, logit


def test_warns():
    with pytest.warns(DeprecationWarning, match="old"):
        warn()


def test_caplog(caplog):
    logit()
    assert "careful 3" in caplog.text


class T(unittest.TestCase):
    def test_logs(self):
        with self.assertLogs("app", "WARNING") as cm:
            logit()
        self.assertEqual(cm.output, ["WARNING:app:careful 3"])

    def test_warns(self):
        with self.assertWarns(DeprecationWarning):
            warn()
