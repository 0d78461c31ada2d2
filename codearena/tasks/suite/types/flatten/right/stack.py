def flatten(nested):
    items = []
    waiting = [iter(nested)]
    while waiting:
        for each in waiting[-1]:
            if isinstance(each, (list, tuple)):
                waiting.append(iter(each))
                break
            items.append(each)
        else:
            waiting.pop()
    return items
