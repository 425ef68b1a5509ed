"""What billing contributes to a demonstration: a bill a visit, its claim moved along the allowed path."""

from datetime import timedelta

from emr_site.demo.contributions import Contribution, contribute
from emr_site.demo.first_system import sample_rows
from reception.demo.visits import CHECKOUT, DONE

LONG = 20  # minutes
A_MINUTE, A_TEST = 3, 24  # the clinic's currency
COLUMNS = ("patient_id", "visit_id", "amount", "billing_date", "payment_type", "insurance_claim_status")
BULK_STATUSES = ("Approved",) * 16 + ("Rejected", "Rejected", "Processed", "Pending")
PAYMENT_TYPES = ("Debit", "Debit", "Credit", "Cash")
MOVE = "UPDATE Billing SET insurance_claim_status = '{}' WHERE billing_id IN %s"


# (code, title, amount, the kind of appointment, the test): what suggests each at a visit.
FEES = (
    ("C1", "Consultation", 60, 1, None),
    ("C2", "Consultation, long", 95, 2, None),
    ("L1", "HbA1c", 14, None, "HbA1c"),
    ("L2", "Urea and electrolytes", 12, None, "Urea and electrolytes"),
    ("L3", "Lipid profile", 18, None, "Lipid profile"),
    ("L4", "Rapid streptococcal test", 9, None, "Rapid streptococcal test"),
    ("A1", "Written report", 25, None, None),
)


def prepare(practice):
    """What is charged; and the first system's bills, long settled."""
    for number, (code, title, amount, kind, test) in enumerate(FEES, start=1):
        practice.writer.add(
            "Fee",
            fee_id=number,
            code=code,
            title=title,
            amount=f"{amount}.00",
            appointment_type_id=kind,
            test_type=test,
        )
    patients = {row["visit_id"]: row["patient_id"] for row in sample_rows("visit")}
    for row in sample_rows("billing"):
        practice.reserve("Billing", int(row["billing_id"]))
        practice.writer.add("Billing", patient_id=patients[row["visit_id"]], **row)
        move(practice, row["billing_id"], "Processed", "Approved")


def fill(practice, batch):
    for visit in batch.visits:
        if visit.stage == DONE:
            bill(practice, practice.dice("bill", visit.id), visit)
        elif visit.stage == CHECKOUT:
            propose(practice, visit)


def propose(practice, visit):
    """The consultation stands ready for the till."""
    number = 2 if visit.reason.minutes > LONG else 1
    _, title, amount, _, _ = FEES[number - 1]
    practice.writer.add(
        "ProposedCharge",
        proposed_charge_id=practice.new_id("ProposedCharge"),
        patient_id=visit.person.id,
        visit_id=visit.id,
        fee_id=number,
        title=title,
        amount=f"{amount}.00",
        proposed_at=practice.moment(practice.today, practice.minute),
    )


def bill(practice, dice, visit):
    """Charge time and tests; nobody pays today for what was done today."""
    billing_id = practice.new_id("Billing")
    day = min(practice.today, visit.date + timedelta(days=dice.choice((0, 0, 0, 1, 3, 7))))
    amount = visit.reason.minutes * A_MINUTE + visit.tests * A_TEST + dice.choice((0, 0, 5, 12.5))
    practice.writer.add(
        "Billing", billing_id=billing_id, patient_id=visit.person.id, visit_id=visit.id, amount=f"{amount:.2f}",
        billing_date=day.isoformat(), payment_type=dice.choice(PAYMENT_TYPES) if dice.random() < 0.8 else None,
    )  # fmt: skip
    move(practice, billing_id, *steps(practice, dice, day))


def steps(practice, dice, day):
    """How far a claim of that day has come: weeks to be processed, then a month to be settled."""
    age = (practice.today - day).days
    if age < 10 or dice.random() < 0.02:
        return ()
    if age < 35 or dice.random() < 0.03:
        return ("Processed",)
    return ("Processed", "Rejected" if dice.random() < 0.08 else "Approved")


def move(practice, billing_id, *statuses):
    for status in statuses:
        practice.writer.move(MOVE.format(status), billing_id)


def fill_bulk(practice, chunk):
    dice = practice.dice("bulk bills", chunk.number)
    rows = [
        (visit[1], visit[0], f"{reason.minutes * A_MINUTE + A_TEST * dice.randint(0, 3)}.00", visit[3],
         dice.choice(PAYMENT_TYPES), dice.choice(BULK_STATUSES))
        for visit, reason in chunk.visits
    ]  # fmt: skip
    chunk.insert("Billing", COLUMNS, rows)


TABLES = ("Fee", "Billing", "ProposedCharge")
contribute(Contribution(room="billing", order=40, tables=TABLES, prepare=prepare, fill=fill, bulk=fill_bulk))
