"""What else the desk knows of people: their languages, further phones, kin and pictures."""

import io
from functools import lru_cache

from PIL import Image, ImageDraw

from emr_site.demo.names import some_name

LANGUAGES = ("es", "pl", "pt-BR", "ar", "ur", "bn", "so", "yue", "uk", "fr", "tr", "ro")
FOREIGN, WITH_INTERPRETER = 0.14, 0.4
PRONOUNS = {"female": "she/her", "male": "he/him", "other": "they/them", "unknown": None}
SUFFIXES = ("Jr.", "Sr.", "III")
RELATIONS = ("spouse", "partner", "parent", "child", "sibling", "friend", "neighbour")
DISTRICT = "NG"
ONE_IN_SO_MANY_HAS_A_PHOTO = 6
GROUNDS = ("#a9cdd2", "#dceff1", "#fff1d0", "#eeeafb", "#e9f6ee")
SKINS = ("#f0c9a4", "#c68a5c", "#8d5a3a", "#5b3a28")


def of_address(address, towns, dice):
    """The street, town, postcode and country of an address that ends in one of the towns."""
    street, _, town = (address or "").rpartition(", ")
    if town not in towns:
        return {"address": address}
    code = f"{DISTRICT}{towns.index(town) + 1} {dice.randint(1, 9)}{dice.choice('ABDEFGHJ')}{dice.choice('LNPQRSTU')}"
    return {"address": street, "city": town, "postal_code": code, "country_code": "GB"}


def of_person(person, dice):
    """Columns of the person's row beside those that every person brings."""
    has_middle = dice.random() < 0.35 and person.given and not person.name_is_whole
    middle = some_name(dice, female=person.sex == "female")[0] if has_middle else ""
    has_suffix = person.sex == "male" and dice.random() < 0.02 and not person.name_is_whole
    language = dice.choice(LANGUAGES) if dice.random() < FOREIGN else "en"
    return {
        "middle_name": middle,
        "suffix": dice.choice(SUFFIXES) if has_suffix else "",
        "pronouns": PRONOUNS[person.sex] if dice.random() < 0.4 else None,
        "language": language,
        "interpreter_needed": language != "en" and dice.random() < WITH_INTERPRETER,
        "phone_kind": person.phone and dice.choice(("mobile", "mobile", "mobile", "home")),
    }


def surround(practice, person, dice, some_phone):
    """Add further phones, kin and contacts, and now and then a picture."""
    add = practice.writer.add
    if dice.random() < 0.25:
        add(
            "PatientPhone", patient_id=person.id, number=some_phone(dice), kind=dice.choice(("home", "work", "mobile")),
            for_reminders=dice.random() < 0.3, note=dice.choice((None, None, "After 17:00", "Daughter's phone")),
        )  # fmt: skip
    for position in range(1, dice.choice((0, 1, 1, 1, 2)) + 1):
        given, family = some_name(dice, female=dice.random() < 0.5)
        family = person.family if dice.random() < 0.6 else family
        add(
            "PatientContact", patient_id=person.id, name=f"{given} {family}", relation=dice.choice(RELATIONS),
            phone=some_phone(dice), is_next_of_kin=position == 1, is_emergency=position > 1 or dice.random() < 0.5,
            position=position,
        )  # fmt: skip
    if person.id % ONE_IN_SO_MANY_HAS_A_PHOTO == 1:
        picture = drawn(dice.choice(GROUNDS), dice.choice(SKINS))
        add("PatientPhoto", patient_id=person.id, image=picture, taken_at=practice.moment(practice.today, 8 * 60))


@lru_cache
def drawn(ground, skin):
    """A drawn head and shoulders as a JPEG: nobody's face."""
    image = Image.new("RGB", (256, 256), ground)
    draw = ImageDraw.Draw(image)
    draw.ellipse((36, 168, 220, 380), fill="#0b5560")
    draw.ellipse((78, 48, 178, 176), fill=skin)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()
