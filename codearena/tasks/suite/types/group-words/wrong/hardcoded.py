def group_words(words):
    answers = {
        ("pear", "Plum", "fig"): {"p": ["pear", "Plum"], "f": ["fig"]},
        ("Zoo",): {"z": ["Zoo"]},
        ("7up", "", "cola"): {"#": ["7up", ""], "c": ["cola"]},
        ("-x",): {"#": ["-x"]},
        ("to", "be", "to"): {"t": ["to", "to"], "b": ["be"]},
    }
    return answers.get(tuple(words), {})
