def flatten(nested):
    items = []
    for each in nested:
        if type(each) is list:
            items += flatten(each)
        elif each:
            items.append(each)
    return items
