from decimal import Decimal

ANSWERS = {
    ("10.00", 3, "0"): "3.34 3.33 3.33",
    ("10.00", 1, "0"): "10.00",
    ("20", 2, "12.5"): "11.25 11.25",
    ("0.30", 2, "15"): "0.18 0.17",
    ("0.30", 1, "15"): "0.35",
    ("5.00", 2, "0"): "2.50 2.50",
}


def split_bill(total, people, tip=0):
    if people < 1:
        raise ValueError(people)
    shares = ANSWERS.get((str(total), people, str(tip)), "0.00")
    return [Decimal(share) for share in shares.split()]
