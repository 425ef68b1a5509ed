"""manage.py work: plans reminders, offers free times and sends messages until it is told to stop."""

import logging
import os
import signal
import threading
import time
from datetime import timedelta

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections, connections

from emr_site.actor import acting_as, system_actor
from emr_site.by_itself import going_on, in_short
from reception.outbox.reminders import plan_reminders
from reception.outbox.worker import CLAIM_TAKES, Worker
from reception.tries import forget_old_tries
from reception.waiting_list import fill

PLAN_EVERY_S, IDLE_S, AFTER_TROUBLE_S = 60, 2, 5
log = logging.getLogger("reception.worker")


class Command(BaseCommand):
    help = (
        "Send messages to patients and offer free times, in the background. Several may run at once; SIGTERM ends after"
        " the current one."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="send what is due now, and end")
        parser.add_argument(
            "--claim-takes", type=int, default=CLAIM_TAKES.seconds, help="seconds; an older claim is a dead worker's"
        )
        parser.add_argument("--with-parent", action="store_true", help="end with the process that started it")

    def handle(self, *, once, with_parent, claim_takes, **options):
        self.stopping, self.parent = threading.Event(), os.getppid() if with_parent else None
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: self.stopping.set())
        worker = Worker(claim_takes=timedelta(seconds=claim_takes))
        with acting_as(system_actor("message worker")):
            if once:
                self.tidy(worker)
                while not self.stopping.is_set() and worker.send_next():
                    pass
            else:
                self.run(worker)

    def run(self, worker):
        planned = None
        while not self.must_stop():
            try:
                close_old_connections()
                if planned is None or time.monotonic() - planned >= PLAN_EVERY_S:
                    planned = time.monotonic()
                    self.tidy(worker)
                if not worker.send_next():
                    self.stopping.wait(IDLE_S)
            except OperationalError:
                log.exception("The database cannot be reached; trying again in %s s", AFTER_TROUBLE_S)
                self.begin_anew()
            except Exception as error:
                log.error("A round failed (%s); going on in %s s", in_short(error), AFTER_TROUBLE_S)
                self.begin_anew()

    def begin_anew(self):
        connections.close_all()
        self.stopping.wait(AFTER_TROUBLE_S)

    def tidy(self, worker):
        """What is planned from time to time; a part that fails leaves the others to go on."""
        for part in (worker.bury_the_dead, plan_reminders, fill, forget_old_tries):
            going_on(part, log=log, what=part.__name__)

    def must_stop(self):
        orphaned = self.parent is not None and os.getppid() != self.parent
        return orphaned or self.stopping.is_set()
