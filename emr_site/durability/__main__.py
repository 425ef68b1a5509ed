"""python -m emr_site.durability [--rounds 20]: kill a durable server, then one that must lose some."""

import argparse
import os
import signal
import sys
import tempfile
from pathlib import Path

from emr_site.durability.trial import Trial

MOST_CONTROLS = 5


def main():
    parser = argparse.ArgumentParser(prog="script/durability", description=__doc__.split(": ", 1)[1])
    parser.add_argument("--rounds", type=int, default=20, help="how many times the durable server is killed")
    rounds = parser.parse_args().rounds
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the server is stopped then, as after an interruption
    with tempfile.TemporaryDirectory(prefix="emr") as folder:
        os.chmod(folder, 0o711)  # noqa: S103 (the account that runs the server passes through)
        with Trial(Path(folder)).running() as trial:
            sound = is_sound(trial, rounds) and control_loses(trial)
    sys.exit(not sound)


def is_sound(trial, rounds):
    print(f"Four writers, killed -9 {rounds} times; every commit waits for the disk:", flush=True)
    trial.set_durable(True)
    total, faults, waits = 0, 0, True
    for number in range(1, rounds + 1):
        done = trial.round(f"r{number}")
        print(f"  round {number:2}: {done}", flush=True)
        waits = waits and trial.waits_for_disk()
        total, faults = total + done.acknowledged, faults + done.lost + done.without_audit
    print(f"{total} writes acknowledged, {faults} lost or without their audit.", flush=True)
    if not waits:
        print("The server does not wait for the disk.", flush=True)
    return faults == 0 and total > 0 and waits


def control_loses(trial):
    """The same on a server that does not wait for the disk, until it has lost some: else the count means nothing."""
    print("Control, a server that does not wait for the disk and so must lose some:", flush=True)
    trial.set_durable(False)
    for number in range(1, MOST_CONTROLS + 1):
        done = trial.round(f"c{number}")
        print(f"  control {number}: {done}", flush=True)
        if done.lost:
            return True
    print("The control lost nothing: this proves nothing.", flush=True)
    return False


if __name__ == "__main__":
    main()
