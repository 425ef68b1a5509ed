"""Two questions that a load balancer asks: does the process live, and can it serve?"""

from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def live(request):
    """The process answers; nothing else is asked."""
    return JsonResponse({"status": "live"})


@require_safe
@never_cache
def ready(request):
    """200 when the database is reachable and every migration is applied; else 503 with the reason."""
    reason = reason_not_ready()
    if reason:
        return JsonResponse({"status": "not ready", "reason": reason}, status=503)
    return JsonResponse({"status": "ready"})


def reason_not_ready():
    try:
        missing = known_migrations() - set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError:
        return "The database does not answer."
    return f"Migrations not applied: {len(missing)}." if missing else None


@cache
def known_migrations():
    """(app, name) of every migration in the code: read once, as the files stay."""
    return frozenset(MigrationLoader(None).graph.nodes)
