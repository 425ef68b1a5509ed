"""People whom every page must get right: long names and short ones, accents, twins, the very young and the very old."""

from datetime import timedelta

from emr_site.templatetags.emr import MONTHS
from reception.demo.patients import WRITTEN_GENDER, Person, settle

LONG_GIVEN = "Wolfeschlegelsteinhausenbergerdorff-Maximiliana Anastasia Theodora Wilhelmina"
LONG_FAMILY = "Featherstonehaugh-Cholmondeley-Majoribanks of Saint Osyth and Chipping Sodbury"
# given, family, days of age, sex, and what else is worth saying
PEOPLE = (
    ("Adaeze", "Okonkwo", 16902, "female", {
        "preferred": "Ada", "address": "12 Mill Lane, Northgate", "phone": "555-224-0190",
        "lasting": ("Diabetes follow-up", "High blood pressure review"),
    }),
    ("Fiona", "Walsh", 20015, "female", {"lasting": ("Thyroid review",)}),
    ("Tom", "Fitzgerald", 23411, "male", {"lasting": ("Chest pain clinic", "High blood pressure review")}),
    ("Ece", "Yılmaz", 14120, "female", {"lasting": ("Palpitations",)}),
    ("Astrid", "Berg", 27950, "female", {"lasting": ("Heart failure review", "Medicine review")}),
    ("Aarav", "Patel", 3010, "male", {"lasting": ("Asthma review",)}),
    ("Freja", "Jensen", 12, "female", {"phone": "555 310 0142"}),
    # Twins: one birthday, one address, one letter between them.
    ("Amina", "Diallo", 2555, "female", {"address": "7 Canal Side, Northgate", "phone": "555-412-0077"}),
    ("Amira", "Diallo", 2555, "female", {"address": "7 Canal Side, Northgate", "phone": "555-412-0077"}),
    # Namesakes.
    ("John", "Smith", 13870, "male", {"lasting": ("Migraine",)}),
    ("John", "Smith", 26300, "male", {"lasting": ("Prostate cancer follow-up",)}),
    ("Jon", "Smyth", 13871, "male", {}),
    ("", "Sukarno", 19500, "male", {"address": "4 Weaver's Yard, Northgate"}),
    ("", "Ng", 9000, "female", {}),
    (LONG_GIVEN, LONG_FAMILY, 17011, "female", {"preferred": "Max"}),
    ("Seán", "O'Brien", 15200, "male", {}),
    ("Chiara", "D'Angelo", 11890, "female", {"lasting": ("Coeliac follow-up",)}),
    ("Łukasz", "Żółtowski", 12880, "male", {"lasting": ("Psoriasis review",)}),
    ("Nguyễn Thị", "Ánh", 18233, "female", {"lasting": ("Breast cancer follow-up",)}),
    ("Jürgen", "von Bülow-Schäfer", 24011, "male", {"lasting": ("Gout", "Spirometry")}),
    ("Þórdís", "Ólafsdóttir", 10400, "female", {"lasting": ("Epilepsy review",)}),
    ("Wilhelmina", "Fletcher", 36900, "female", {"lasting": ("Memory problems", "Medicine review")}),
    ("Aloysius", "Pickering", 38120, "male", {"lasting": ("Heart failure review",)}),
    ("Dorothy", "Ellis", 33100, "female", {"died": 95, "lasting": ("Heart failure review",)}),
    ("Yusuf", "Haddad", 29000, "male", {"died": 410, "lasting": ("Diabetes follow-up",)}),
    ("Marta", "Zúñiga", 13000, "female", {"left": 200}),
    ("Ola", "Nordmann", None, "unknown", {"address": "No fixed address"}),
    # Has the longest chart of a very large practice.
    ("Evelyn", "Longstaff", 29700, "female", {"lasting": ("Heart failure review", "Medicine review")}),
    ("Robin", "Ellis-Ward", 9800, "other", {"preferred": "Robin"}),
    # Registered twice: once as she is called, in a hurry.
    ("Ada", "Okonkwo", 16902, "female", {"phone": "555 224 0190"}),
)  # fmt: skip


def people(practice, *, at_most):
    """The notable people as patients, at most so many."""
    for given, family, days, sex, more in PEOPLE[:at_most]:
        more = dict(more)
        for event in ("died", "left"):
            if event in more:
                more[event] = practice.day(-more[event])
        person = Person(
            practice.new_id("Patient"), given, family, days and practice.today - timedelta(days=days), sex,
            WRITTEN_GENDER[sex], insured=sex != "unknown", **more,
        )  # fmt: skip
        settle(person, practice.dice("notable", family, given, days))
        yield person


def unknown_person(practice):
    """Somebody who was brought in yesterday evening, and whom nobody knows yet."""
    on = practice.day(-1)
    given = f"Patient {on.day:02}-{MONTHS[on.month - 1]} 21:40"
    person = Person(practice.new_id("Patient"), given, "Unknown", None, "unknown")
    person.unknown_since = practice.moment(on, 21 * 60 + 40)
    return person
