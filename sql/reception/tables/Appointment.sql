-- One row is one agreed time of one patient with one provider; date and time are the clinic's clock.
CREATE TABLE Appointment (
    appointment_id         BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id             BIGINT       NOT NULL,
    provider_id            BIGINT       NOT NULL,
    date                   DATE         NOT NULL,
    time                   TIME         NOT NULL,
    duration_minutes       SMALLINT     NOT NULL DEFAULT 15,
    end_time               TIME         GENERATED ALWAYS AS (ADDTIME(time, SEC_TO_TIME(duration_minutes * 60))) STORED,
    status                 VARCHAR(20)  NOT NULL DEFAULT 'Scheduled',
    appointment_type_id    BIGINT       NULL,
    appointment_series_id  BIGINT       NULL,
    reason                 VARCHAR(255) NULL,
    -- What the desk should know; the patient does not see it.
    desk_note              VARCHAR(255) NULL,
    -- Why it is moved: said with the move, kept by the history and not here.
    move_reason            VARCHAR(255) NULL,
    cancel_reason          VARCHAR(255) NULL,
    -- Why its last step was taken back; the next step clears it, the history keeps it.
    undo_reason            VARCHAR(255) NULL,
    -- Who let it stand beside another or outside of the hours; NULL for all that obey both.
    overbooked_by          BIGINT       NULL,
    booked_at              DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (appointment_id),
    -- A visit refers to its appointment and its patient as one pair, so that they cannot disagree.
    CONSTRAINT appointment_of_patient UNIQUE (appointment_id, patient_id),
    CONSTRAINT appointment_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT appointment_provider FOREIGN KEY (provider_id) REFERENCES Provider (provider_id),
    CONSTRAINT appointment_type_of FOREIGN KEY (appointment_type_id) REFERENCES AppointmentType (appointment_type_id),
    CONSTRAINT appointment_series_of FOREIGN KEY (appointment_series_id, patient_id) REFERENCES AppointmentSeries (appointment_series_id, patient_id),
    CONSTRAINT appointment_overbooked_by FOREIGN KEY (overbooked_by) REFERENCES Users (user_id),
    -- The first system's words, and the ways through the building between them.
    CONSTRAINT appointment_status_known_word CHECK (status IN ('Scheduled', 'Confirmed', 'Arrived', 'Roomed', 'With doctor', 'Checkout', 'Completed', 'Did not attend', 'Cancelled')),
    CONSTRAINT appointment_length_sensible CHECK (duration_minutes BETWEEN 5 AND 480),
    CONSTRAINT appointment_within_one_day CHECK (time >= '00:00:00' AND end_time <= '24:00:00'),
    -- The day board, and the check that a provider's live appointments never overlap.
    INDEX appointment_by_provider_day (provider_id, date, time),
    INDEX appointment_by_day (date, time),
    -- Who is still in the building from earlier days, counted with each look at the board.
    INDEX appointment_by_status (status, date),
    -- A patient's appointments, newest first.
    INDEX appointment_by_patient (patient_id, date, time)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
