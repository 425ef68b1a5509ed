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
    newest = Allergy.objects.live().order_by("-pk").values_list("live_substance", "substance")[:LATELY]
    lately = list(newest)
    spelt = dict(reversed(lately))
    own = [spelt[key] for key, _ in Counter(key for key, _ in lately).most_common(OFTEN)]
    return list({name.casefold(): name for name in reversed([*own, *COMMON])}.values())[::-1]
