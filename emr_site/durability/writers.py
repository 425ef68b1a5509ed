"""Four writers, signed in as the pages are, until the server goes away: python -m emr_site.durability.writers LABEL

Each line they print is a write that the server has acknowledged by then: the writer's label, the patient's id, and how
many times that patient has been changed; 0 is the registration.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import django

WRITERS = 4
CHANGES = 3  # of each patient, after whom comes the next


def write(label):
    """Register patients and change each a few times until the server goes away."""
    from django.db import OperationalError
    from MySQLdb.constants import CR

    from emr_site.actor import acting_as, system_actor

    try:
        with acting_as(system_actor(label)):
            for _ in count():
                write_patient(label)
    except OperationalError as error:
        # The server is gone, and with it whatever it has not acknowledged; any other trouble ends the trial. Django
        # connects anew after a commit that failed, and says what came of that.
        if error.args[0] not in (CR.SERVER_GONE_ERROR, CR.SERVER_LOST, CR.CONNECTION_ERROR):
            raise


def write_patient(label):
    """One patient, registered and changed, one transaction for each write."""
    from django.db import transaction

    from emr_site import db

    person = {"name": f"Writer {label}", "dob": "1980-08-14", "gender": "F", "contact": None}
    with transaction.atomic():
        patient_id = db.call("CreatePatient", **person, address="0")[0]["patient_id"]
    acknowledged(label, patient_id, 0)
    for changes in range(1, CHANGES + 1):
        with transaction.atomic():
            db.call("UpdatePatient", patient_id=patient_id, **person, address=str(changes))
        acknowledged(label, patient_id, changes)


def acknowledged(label, patient_id, changes):
    # In one piece: four writers share the pipe.
    os.write(1, f"{label} {patient_id} {changes}\n".encode())


def main(label):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emr_site.settings")
    django.setup()
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, [f"{label}w{number}" for number in range(WRITERS)]))


if __name__ == "__main__":
    main(sys.argv[1])
