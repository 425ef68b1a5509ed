"""What is acknowledged survives the server's death, shown on a server of the test's own."""

import os
import tempfile
from pathlib import Path

import pytest

from emr_site.durability.trial import Trial
from emr_site.durability.writers import WRITERS

ROUNDS, MOST_CONTROLS = 5, 5


@pytest.fixture(scope="module")
def trial():
    with tempfile.TemporaryDirectory(prefix="emr") as folder:
        os.chmod(folder, 0o711)  # noqa: S103 (the account that runs the server passes through)
        with Trial(Path(folder)).running() as trial:
            yield trial


def test_no_acknowledged_write_is_lost_and_none_lacks_its_audit(trial):
    trial.set_durable(True)
    rounds = [trial.round(f"r{number}") for number in range(ROUNDS)]
    assert trial.waits_for_disk()
    # Each writer may have had one more committed than it was told.
    assert all(0 <= each.found - each.acknowledged <= WRITERS for each in rounds), rounds
    assert [(each.lost, each.without_audit) for each in rounds] == [(0, 0)] * ROUNDS


def test_a_server_that_does_not_wait_for_the_disk_is_found_out(trial):
    trial.set_durable(False)
    assert any(trial.round(f"c{number}").lost > 0 for number in range(MOST_CONTROLS))


def test_a_write_without_its_audit_and_an_audit_without_its_write_are_found_out(trial):
    trial.server.start()
    assert trial.without_audit() == 0
    trial.server.run(
        "USE emr_durability; DROP TRIGGER AfterInsertPatient;"
        " INSERT INTO Patient (family_name, given_name, address) VALUES ('unseen', 'Writer', '0')"
    )
    assert trial.without_audit() == 1
    trial.server.run(
        "USE emr_durability; INSERT INTO Audit_Log (occurred_at, event, action, table_name, record_id, user_name,"
        " database_account) VALUES (UTC_TIMESTAMP(6), 'change', 'C', 'Patient', 0, 'nobody', 'nobody')"
    )
    assert trial.without_audit() == 2
