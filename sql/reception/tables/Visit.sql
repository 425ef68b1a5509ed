-- One row is one encounter of a patient with a provider; date and time are the clinic's clock.
CREATE TABLE Visit (
    visit_id        BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id      BIGINT       NOT NULL,
    provider_id     BIGINT       NOT NULL,
    appointment_id  BIGINT       NULL,
    date            DATE         NOT NULL,
    time            TIME         NULL,
    reason          TEXT         NULL,
    facility        VARCHAR(100) NULL,
    arrived_at      DATETIME(6)  NULL,
    started_at      DATETIME(6)  NULL,
    left_at         DATETIME(6)  NULL,
    PRIMARY KEY (visit_id),
    CONSTRAINT visit_of_appointment_once UNIQUE (appointment_id),
    -- Bills and prescriptions refer to a visit and its patient as one pair, so that they cannot disagree.
    CONSTRAINT visit_of_patient UNIQUE (visit_id, patient_id),
    CONSTRAINT visit_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT visit_provider FOREIGN KEY (provider_id) REFERENCES Provider (provider_id),
    CONSTRAINT visit_appointment FOREIGN KEY (appointment_id, patient_id) REFERENCES Appointment (appointment_id, patient_id),
    CONSTRAINT visit_within_one_day CHECK (time >= '00:00:00' AND time < '24:00:00'),
    CONSTRAINT visit_starts_after_arrival CHECK (started_at >= arrived_at),
    CONSTRAINT visit_leaves_after_arrival CHECK (left_at >= arrived_at),
    -- The chart's list of visits, newest first.
    INDEX visit_by_patient (patient_id, date, time),
    -- A provider's visits of a day, for the board; the list of a provider's clinical records, newest first.
    INDEX visit_by_provider_day (provider_id, date, time),
    INDEX visit_by_day (date, time)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
