class Model:
    def method(self):
        return "m"
