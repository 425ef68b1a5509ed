-- One row is one problem of a patient: told by a code of ICD-10-CM, or in words alone. What was entered in error is voided.
CREATE TABLE Problem (
    problem_id   BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id   BIGINT       NOT NULL,
    visit_id     BIGINT       NULL,
    icd10_code   VARCHAR(8)   NULL,
    -- The title of the code as it was then, or the words.
    description  VARCHAR(255) NOT NULL,
    onset_on     DATE         NULL,
    -- As much of the day as is known: 2019, 2019-03 or 2019-03-14; onset_on is the first day of it.
    onset_as     VARCHAR(10)  NULL,
    status       VARCHAR(10)  NOT NULL DEFAULT 'active',
    resolved_on  DATE         NULL,
    note         TEXT         NULL,
    recorded_at  DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    recorded_by  BIGINT       NULL,
    voided_at    DATETIME(6)  NULL,
    voided_by    BIGINT       NULL,
    void_reason  VARCHAR(255) NULL,
    -- An illness that is over may come again: each time is a row of its own.
    live_code    VARCHAR(8)   GENERATED ALWAYS AS (IF(voided_at IS NULL AND status <> 'resolved', icd10_code, NULL)) STORED,
    live_words   VARCHAR(255) GENERATED ALWAYS AS
                 (IF(voided_at IS NULL AND status <> 'resolved' AND icd10_code IS NULL, description, NULL)) STORED,
    PRIMARY KEY (problem_id),
    -- The chart's list of problems reads them by patient.
    CONSTRAINT problem_code_once UNIQUE (patient_id, live_code),
    CONSTRAINT problem_words_once UNIQUE (patient_id, live_words),
    -- Every problem of a patient, those that are over too.
    INDEX problem_by_patient (patient_id, description),
    CONSTRAINT problem_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT problem_visit FOREIGN KEY (visit_id, patient_id) REFERENCES Visit (visit_id, patient_id),
    -- The search counts how often a code is used here.
    CONSTRAINT problem_icd10_code FOREIGN KEY (icd10_code) REFERENCES Icd10Code (icd10_code),
    CONSTRAINT problem_recorded_by FOREIGN KEY (recorded_by) REFERENCES Users (user_id),
    CONSTRAINT problem_voided_by FOREIGN KEY (voided_by) REFERENCES Users (user_id),
    CONSTRAINT problem_described CHECK (TRIM(description) <> ''),
    CONSTRAINT problem_status_known CHECK (status IN ('active', 'inactive', 'resolved')),
    CONSTRAINT problem_resolved_has_day CHECK ((status = 'resolved') = (resolved_on IS NOT NULL)),
    CONSTRAINT problem_resolved_after_onset CHECK (resolved_on >= onset_on),
    CONSTRAINT problem_onset_whole CHECK ((onset_on IS NULL) = (onset_as IS NULL)),
    CONSTRAINT problem_onset_is_its_day CHECK (
        CAST(onset_as AS BINARY) = CAST(LEFT(CAST(onset_on AS CHAR(10)), CHAR_LENGTH(onset_as)) AS BINARY)
        AND CHAR_LENGTH(onset_as) IN (4, 7, 10)),
    CONSTRAINT problem_void_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
    CONSTRAINT problem_void_reason_not_blank CHECK (TRIM(void_reason) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
