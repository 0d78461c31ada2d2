import csv, json


def total(p):
    with open(p) as f:
        return sum(int(r["n"]) for r in csv.DictReader(f))


def save(p, d):
    p.write_text(json.dumps(d))
