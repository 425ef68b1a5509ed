-- One row is one time that a patient has checked in alone, and what they said of their insurance: it stays when the desk
-- takes the check-in back, and the patient may check in once more.
CREATE TABLE SelfCheckIn (
    self_check_in_id  BIGINT       NOT NULL AUTO_INCREMENT,
    appointment_id    BIGINT       NOT NULL,
    patient_id        BIGINT       NOT NULL,
    insurance_answer  VARCHAR(10)  NOT NULL,
    insurance_words   VARCHAR(200) NULL,
    done_at           DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    -- When the desk has taken the check-in back.
    undone_at         DATETIME(6)  NULL,
    -- Who at the desk has put a changed insurance right.
    seen_to_at        DATETIME(6)  NULL,
    seen_to_by        BIGINT       NULL,
    -- The check-in that stands; NULL for one that was taken back, so that only the other is unique.
    is_live           TINYINT      GENERATED ALWAYS AS (IF(undone_at IS NULL, 1, NULL)) STORED,
    is_waiting        SMALLINT     GENERATED ALWAYS AS (IF(insurance_answer = 'changed' AND seen_to_at IS NULL, 1, NULL)) STORED,
    PRIMARY KEY (self_check_in_id),
    CONSTRAINT self_check_in_once UNIQUE (appointment_id, is_live),
    CONSTRAINT self_check_in_appointment FOREIGN KEY (appointment_id, patient_id) REFERENCES Appointment (appointment_id, patient_id),
    CONSTRAINT self_check_in_seen_to_by FOREIGN KEY (seen_to_by) REFERENCES Users (user_id),
    CONSTRAINT self_check_in_answer_known_word CHECK (insurance_answer IN ('same', 'changed')),
    CONSTRAINT self_check_in_change_in_words CHECK (insurance_answer = 'same' OR TRIM(COALESCE(insurance_words, '')) <> ''),
    -- The desk's list of what has changed.
    INDEX self_check_in_by_waiting (is_waiting, self_check_in_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
