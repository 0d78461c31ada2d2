class Bag:
    def __init__(self, letters):
        self.letters = letters

    def __contains__(self, letter):
        return letter in self.letters

    def __len__(self):
        return len(self.letters)
