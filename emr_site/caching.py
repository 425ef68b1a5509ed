"""What is shown to somebody is kept nowhere: not by the browser, not by a proxy."""


class NoStoreMiddleware:
    """Says no-store of every answer that does not say otherwise: after a sign-out, Back must not show a chart."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response
