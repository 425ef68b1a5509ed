"""Names to choose from when an allergy is written down; anything else may be typed as well."""

from django.db.models import Count, Min

from clinical.models import Allergy

COMMON = (
    "penicillin", "amoxicillin", "cephalosporins", "sulfonamides", "macrolides", "aspirin", "ibuprofen",
    "NSAIDs", "codeine", "morphine", "ACE inhibitors", "statins", "local anaesthetics", "iodinated contrast media",
    "latex", "peanut", "tree nuts", "cow's milk", "egg", "wheat", "soya", "fish", "shellfish", "sesame",
    "bee venom", "wasp venom", "grass pollen", "birch pollen", "house dust mite", "cat dander", "nickel",
)  # fmt: skip
OFTEN = 20


def substances():
    """Those that this practice writes most often, then the common ones; one query."""
    own = Allergy.objects.live().values("live_substance").annotate(times=Count("pk"), name=Min("substance"))
    names = [*own.order_by("-times").values_list("name", flat=True)[:OFTEN], *COMMON]
    return list({name.casefold(): name for name in reversed(names)}.values())[::-1]
