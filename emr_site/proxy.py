"""Where a request comes from when a proxy stands in front."""


class ProxyAddressMiddleware:
    """Takes the address that our own proxy saw: the last of X-Forwarded-For. Anyone can write the earlier.

    Only installed with BEHIND_PROXY, because without a proxy the whole header is anybody's.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        address = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if address:
            request.META["REMOTE_ADDR"] = address
        return self.get_response(request)
