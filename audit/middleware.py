"""Denials are recorded: who asked for what and was told no."""

from audit.procedures import record_event
from emr_site.actor import current_actor

FORBIDDEN = 403


class DenialMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == FORBIDDEN and current_actor().user_name:
            detail = {"method": request.method, "path": request.path}
            record_event("denied", outcome="4", detail=detail, using="denials")
        return response
