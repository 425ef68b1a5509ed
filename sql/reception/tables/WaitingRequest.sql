-- One row is one wish of a patient for an earlier time than can be booked.
CREATE TABLE WaitingRequest (
    waiting_request_id   BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id           BIGINT       NOT NULL,
    -- NULL: anybody, any kind.
    provider_id          BIGINT       NULL,
    appointment_type_id  BIGINT       NULL,
    -- The later appointment that an earlier one takes the place of.
    appointment_id       BIGINT       NULL,
    duration_minutes     SMALLINT     NOT NULL DEFAULT 15,
    -- The days that suit: 1 Monday, 2 Tuesday, 4 Wednesday … 64 Sunday, added up.
    weekdays             SMALLINT     NOT NULL DEFAULT 127,
    starts               TIME         NULL,
    ends                 TIME         NULL,
    from_date            DATE         NOT NULL,
    until_date           DATE         NULL,
    urgency              SMALLINT     NOT NULL DEFAULT 3,
    note                 VARCHAR(255) NULL,
    asked_at             DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    asked_by             BIGINT       NULL,
    closed_at            DATETIME(6)  NULL,
    closed_as            VARCHAR(10)  NULL,
    closed_by            BIGINT       NULL,
    live_wish            VARCHAR(50)  GENERATED ALWAYS AS (IF(closed_at IS NULL, CONCAT(patient_id, '-', COALESCE(provider_id, 0)), NULL)) STORED,
    PRIMARY KEY (waiting_request_id),
    CONSTRAINT waiting_request_of_patient UNIQUE (waiting_request_id, patient_id),
    CONSTRAINT waiting_request_once UNIQUE (live_wish),
    CONSTRAINT waiting_request_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT waiting_request_provider FOREIGN KEY (provider_id) REFERENCES Provider (provider_id),
    CONSTRAINT waiting_request_type FOREIGN KEY (appointment_type_id) REFERENCES AppointmentType (appointment_type_id),
    CONSTRAINT waiting_request_appointment FOREIGN KEY (appointment_id, patient_id) REFERENCES Appointment (appointment_id, patient_id),
    CONSTRAINT waiting_request_asked_by FOREIGN KEY (asked_by) REFERENCES Users (user_id),
    CONSTRAINT waiting_request_closed_by FOREIGN KEY (closed_by) REFERENCES Users (user_id),
    CONSTRAINT waiting_request_length_sensible CHECK (duration_minutes BETWEEN 5 AND 480),
    CONSTRAINT waiting_request_some_day CHECK (weekdays BETWEEN 1 AND 127),
    CONSTRAINT waiting_request_hours_in_order CHECK (ends > starts),
    CONSTRAINT waiting_request_days_in_order CHECK (until_date >= from_date),
    CONSTRAINT waiting_request_urgency_of_list CHECK (urgency BETWEEN 1 AND 3),
    CONSTRAINT waiting_request_closed_as_word CHECK (
        closed_at IS NULL AND closed_as IS NULL OR closed_at IS NOT NULL AND closed_as IN ('booked', 'withdrawn', 'lapsed', 'over')),
    -- The list, most urgent first, who has waited longest on top.
    INDEX waiting_request_by_urgency (closed_at, urgency, asked_at),
    INDEX waiting_request_by_patient (patient_id, closed_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
