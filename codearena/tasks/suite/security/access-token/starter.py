TOKEN = "s3cr3t-token-2024"


def is_authorized(header, environment):
    """Tell whether a header carries a valid token."""
    return header.endswith(TOKEN)
