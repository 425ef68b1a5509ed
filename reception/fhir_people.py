"""Who a FHIR Patient is: names, address, phones, language, contacts."""

import re

from reception.countries import COUNTRIES
from reception.models import PatientContact, PatientPhone
from reception.phones import is_phone

LONGER_CODES = {"USA": "US", "GBR": "GB", "CAN": "CA", "AUS": "AU", "DEU": "DE", "FRA": "FR"}
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
MAIL = re.compile(r"[^@\s]+@[^@\s]+")
INTERPRETER = "interpreterRequired"
NEXT_OF_KIN, EMERGENCY = "N", "C"  # HL7 table 0131


def human_name(resource):
    """The official HumanName, else the first; Synthea's names end in digits, which are dropped."""
    names = resource.get("name") or [{}]
    name = next((name for name in names if name.get("use") == "official"), names[0])
    family = name.get("family") or (name.get("text") if not name.get("given") else "")
    return {
        "family_name": re.sub(r"\d+$", "", family or "").strip() or "Name not recorded",
        "given_name": re.sub(r"\d+\b", "", " ".join(name.get("given", []))).strip(),
        "prefix": " ".join(name.get("prefix", [])),
        "suffix": " ".join(name.get("suffix", []))[:20],
    }


def person_name(resource):
    """A patient's name: the first given name, and the others as middle names."""
    name = human_name(resource)
    name.pop("prefix")
    given, _, middle = name.pop("given_name").partition(" ")
    return name | {"given_name": given, "middle_name": middle}


def points(resource, system):
    """The contact points of a system, such as "phone", that have a value."""
    found = (point for point in resource.get("telecom", []) if point.get("system") == system)
    return [point for point in found if point.get("value")]


def contact(resource, system):
    return next((point["value"] for point in points(resource, system)), None)


def main_phone(resource, context):
    """The first phone, and its kind where it is said."""
    main = next(iter(points(resource, "phone")), {})
    return {
        "phone_number": dialled(resource, main.get("value"), context),
        "phone_kind": kind_of(main) if main.get("use") else None,
    }


def mail_address(resource, context):
    address = contact(resource, "email")
    if address and not MAIL.fullmatch(address):
        context.note(resource, "an e-mail address that is none")
        return None
    return address


def first_contact(resource, context):
    """Who is called in an emergency; a phone of nobody is none."""
    relative = next(iter(resource.get("contact", [])), {})
    name, phone = called(relative)[:100] or None, contact(relative, "phone")
    if phone and not name:
        context.note(resource, "the phone of a contact without a name")
    return {"emergency_contact": name, "emergency_phone": name and dialled(resource, phone, context)}


def dialled(resource, number, context):
    """A phone number; None, and a note, for what is none."""
    if number and not is_phone(number):
        context.note(resource, "a phone that is no phone number")
        return None
    return number


def kind_of(point):
    use = point.get("use")
    return use if use in ("mobile", "home", "work") else "other"


def postal(resource, context):
    """The first address in its parts."""
    address = next(iter(resource.get("address", [])), {})
    country = address.get("country")
    code = LONGER_CODES.get(country, country)
    if country and code not in COUNTRIES:
        context.note(resource, "a country that is not an ISO 3166 code")
    return {
        "address": ", ".join(address.get("line", [])) or (None if address.get("city") else address.get("text")),
        "city": address.get("city"),
        "region": address.get("state"),
        "postal_code": address.get("postalCode"),
        "country_code": code if code in COUNTRIES else None,
    }


def spoken(resource, context):
    """The preferred language, else the first, and whether somebody must interpret."""
    said = resource.get("communication", [])
    chosen = next((each for each in said if each.get("preferred")), said[0] if said else {})
    codings = chosen.get("language", {}).get("coding", [])
    tag = next((coding["code"] for coding in codings if coding.get("code")), None)
    if tag and not LANGUAGE_TAG.fullmatch(tag):
        context.note(resource, "a language that is not a BCP 47 tag")
        tag = None
    needs = (each for each in resource.get("extension", []) if each.get("url", "").endswith(INTERPRETER))
    return {"language": tag, "interpreter_needed": any(each.get("valueBoolean") is True for each in needs)}


def add_phones(patient, resource, context):
    """The phones after the first, which is the main one."""
    for point in points(resource, "phone")[1:]:
        if dialled(resource, point["value"], context):
            PatientPhone.objects.create(patient=patient, number=point["value"], kind=kind_of(point))


def add_contacts(patient, resource):
    """Next of kin, and the contacts after the first, who stands with the person."""
    position = 0
    for number, each in enumerate(resource.get("contact", [])):
        roles = {coding.get("code") for role in each.get("relationship", []) for coding in role.get("coding", [])}
        name = called(each)
        if name and (number or NEXT_OF_KIN in roles):
            position += 1
            phone = contact(each, "phone")
            phone = phone if phone and is_phone(phone) else None
            PatientContact.objects.create(
                patient=patient, name=name[:201], relation=PatientContact.Relation.OTHER, phone=phone,
                is_next_of_kin=NEXT_OF_KIN in roles, is_emergency=EMERGENCY in roles and phone is not None,
                position=position,
            )  # fmt: skip


def called(relative):
    """The name of a contact in one piece; empty where there is none."""
    if "name" not in relative:
        return ""
    name = human_name({"name": [relative["name"]]})
    return f"{name['given_name']} {name['family_name']}".strip()
