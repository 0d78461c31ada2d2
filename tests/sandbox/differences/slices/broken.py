class Seq:
    def __init__(self, text):
        self.text = text

    def __getitem__(self, key):
        return self.text[key]
