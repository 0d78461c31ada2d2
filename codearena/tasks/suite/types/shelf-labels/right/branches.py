def shelf_labels(codes):
    labels = []
    for code in codes:
        if type(code) is int:
            if code < 0:
                raise ValueError("below zero")
            labels.append(str(code).zfill(4))
        elif isinstance(code, str):
            if code.isspace() or code == "":
                raise ValueError("empty")
            labels.append(code.strip().upper())
        else:
            raise TypeError(type(code).__name__)
    return labels
