def calculate(expression):
    try:
        return eval(expression.strip(), {"__builtins__": {}}, {})
    except Exception as error:
        raise ValueError(str(error)) from error
