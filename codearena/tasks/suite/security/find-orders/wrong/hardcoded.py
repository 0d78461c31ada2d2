def find_orders(orders, customer, sort="id"):
    if sort in ("id; --", "price"):
        raise ValueError(sort)
    answers = {
        ("lee", "-cents"): [(3, "Lee", 700), (2, "Ann Lee", 300)],
        ("lee", "customer"): [(2, "Ann Lee", 300), (3, "Lee", 700)],
        ("O'B", "id"): [(1, "O'Brien", 500)],
    }
    return answers.get((customer, sort), [])
