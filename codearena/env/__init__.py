"""What trainers talk to: the code in a completion, and the reward for it."""
