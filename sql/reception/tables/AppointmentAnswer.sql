-- One row is what a patient answered to a message about an appointment; "another time" waits until the desk has seen to it, or the
-- appointment has another time, or is cancelled.
CREATE TABLE AppointmentAnswer (
    answer_id       BIGINT       NOT NULL AUTO_INCREMENT,
    appointment_id  BIGINT       NOT NULL,
    patient_id      BIGINT       NOT NULL,
    answer          VARCHAR(20)  NOT NULL,
    words           VARCHAR(200) NULL,
    answered_at     DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    seen_to_at      DATETIME(6)  NULL,
    seen_to_by      BIGINT       NULL,
    -- The request that still waits; NULL for all else, so that only it is unique.
    is_waiting      TINYINT      GENERATED ALWAYS AS (IF(answer = 'another_time' AND seen_to_at IS NULL, 1, NULL)) STORED,
    PRIMARY KEY (answer_id),
    CONSTRAINT appointment_answer_waits_once UNIQUE (appointment_id, is_waiting),
    CONSTRAINT appointment_answer_appointment FOREIGN KEY (appointment_id, patient_id) REFERENCES Appointment (appointment_id, patient_id),
    CONSTRAINT appointment_answer_seen_to_by FOREIGN KEY (seen_to_by) REFERENCES Users (user_id),
    CONSTRAINT appointment_answer_known_word CHECK (answer IN ('confirmed', 'cancelled', 'another_time')),
    -- Nobody of ours has seen to the wish of a patient who cancels by the link.
    CONSTRAINT appointment_answer_seen_to_has_moment CHECK (seen_to_at IS NOT NULL OR seen_to_by IS NULL),
    -- The desk's list of requests, oldest first.
    INDEX appointment_answer_by_waiting (is_waiting, answer_id),
    INDEX appointment_answer_by_appointment (appointment_id, patient_id, answer_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
