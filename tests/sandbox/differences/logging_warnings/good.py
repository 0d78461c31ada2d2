import logging
import warnings

log = logging.getLogger("app")


def warn():
    warnings.warn("old", DeprecationWarning)


def logit():
    log.warning("careful %d", 3)
