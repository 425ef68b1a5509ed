"""Messages to patients: written once, queued in the database, sent by a worker that may be killed at any moment."""
