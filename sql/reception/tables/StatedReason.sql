-- One row is why somebody who sees the patients of the day alone opened another's record, on one day.
CREATE TABLE StatedReason (
    stated_reason_id  BIGINT       NOT NULL AUTO_INCREMENT,
    user_id           BIGINT       NOT NULL,
    patient_id        BIGINT       NOT NULL,
    -- The day, on the clinic's calendar, on which the record may be opened.
    day               DATE         NOT NULL,
    reason            VARCHAR(255) NOT NULL,
    stated_at         DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (stated_reason_id),
    CONSTRAINT stated_reason_user FOREIGN KEY (user_id) REFERENCES Users (user_id),
    CONSTRAINT stated_reason_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT stated_reason_says_something CHECK (CHAR_LENGTH(TRIM(reason)) >= 5),
    -- Whether this person may open this record today.
    INDEX stated_reason_by_user (user_id, patient_id, day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
