-- One row is one agreement to come again and again; its appointments are moved and cancelled one by one.
CREATE TABLE AppointmentSeries (
    appointment_series_id  BIGINT      NOT NULL AUTO_INCREMENT,
    patient_id             BIGINT      NOT NULL,
    every_weeks            TINYINT     NOT NULL DEFAULT 1,
    times                  TINYINT     NOT NULL,
    booked_at              DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (appointment_series_id),
    -- An appointment refers to its series and its patient as one pair, so that they cannot disagree.
    CONSTRAINT series_of_patient UNIQUE (appointment_series_id, patient_id),
    CONSTRAINT series_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT series_every_weeks_sensible CHECK (every_weeks BETWEEN 1 AND 26),
    CONSTRAINT series_times_sensible CHECK (times BETWEEN 2 AND 52)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
