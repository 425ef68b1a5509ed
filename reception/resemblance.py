"""How the names of two people of one birth date resemble each other.

The same day of birth says much already: the names may differ more than in a search.
"""

from reception.near_names import alike, folded, sound_the_same, words_of

NAMES_ALIKE = 0.72
SAME = "Same date of birth and name"
OTHER_WAY_ROUND = "Same date of birth, names the other way round"
SOUNDS_ALIKE = "Same date of birth, the name sounds alike"
PART = "Same date of birth, one name is part of the other"
# People of one day and one family name who are called alike are twins as often as one person.
PERHAPS_TWIN = "Same date of birth and family name, a like given name: perhaps a twin"


def resemblance(names, known):
    """In words, how two people's names resemble each other; None: not at all.

    Each gives a family name, a given name, and maybe the further names in one text.
    """
    if [name.casefold() for name in names[:2]] == [name.casefold() for name in known[:2]]:
        return SAME
    if sorted(parts(names[:2])) == sorted(parts(known[:2])):
        return OTHER_WAY_ROUND
    if sound_alike(names[:2], known[:2]):
        return PERHAPS_TWIN if names[1] and known[1] and folded(names[0]) == folded(known[0]) else SOUNDS_ALIKE
    if sound_alike(names[1::-1], known[:2]):
        return OTHER_WAY_ROUND
    return PART if is_part(parts(names), parts(known)) else None


def parts(names):
    return [folded(word) for word in words_of(" ".join(names))]


def sound_alike(names, known):
    """A name that one of the records lacks tells nothing."""
    pairs = [pair for pair in zip(names, known, strict=True) if all(pair)]
    return bool(pairs) and all(alike(*pair) >= NAMES_ALIKE or sound_the_same(*pair) for pair in pairs)


def is_part(some, others):
    """Whether the fewer words, two or more, are all among the others: Ana Cruz and Ana María de la Cruz."""
    fewer, left = sorted((some, list(others)), key=len)
    left = list(left)
    for word in fewer:
        partner = next((other for other in left if other == word or sound_the_same(other, word)), None)
        if partner is None:
            return False
        left.remove(partner)
    return len(fewer) > 1
