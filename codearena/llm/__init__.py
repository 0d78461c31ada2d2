"""Language models: a client for endpoints that speak OpenAI's chat completions, and how an answer is read.

``client`` and ``store`` belong to the caller's process, which has the network and the key; ``answers`` to anybody.
"""
