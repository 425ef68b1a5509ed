"""Names to choose from when an allergy is written down; anything else may be typed as well."""

from collections import Counter

from clinical.models import Allergy

COMMON = (
    "penicillin", "amoxicillin", "cephalosporins", "sulfonamides", "macrolides", "aspirin", "ibuprofen",
    "NSAIDs", "codeine", "morphine", "ACE inhibitors", "statins", "local anaesthetics", "iodinated contrast media",
    "latex", "peanut", "tree nuts", "cow's milk", "egg", "wheat", "soya", "fish", "shellfish", "sesame",
    "bee venom", "wasp venom", "grass pollen", "birch pollen", "house dust mite", "cat dander", "nickel",
)  # fmt: skip
OFTEN = 20
# The newest alone: a long list of allergies costs no more than a short one.
LATELY = 300


def substances():
    """Those that this practice has written most often of late, as written last, then the common ones; one query."""
    lately = list(Allergy.objects.live().order_by("-pk").values_list("substance", flat=True)[:LATELY])
    often = [key for key, _ in Counter(map(str.casefold, lately)).most_common(OFTEN)]
    spelt = {name.casefold(): name for name in [*COMMON, *reversed(lately)]}
    return [spelt[key] for key in dict.fromkeys([*often, *map(str.casefold, COMMON)])]
