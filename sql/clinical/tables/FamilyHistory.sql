-- One row is one illness of one relative.
CREATE TABLE FamilyHistory (
    family_history_id   BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id          BIGINT       NOT NULL,
    visit_id            BIGINT       NULL,
    relation            VARCHAR(20)  NOT NULL,
    illness             VARCHAR(150) NOT NULL,
    age_at_onset        SMALLINT     NULL,
    died_of_it          BOOLEAN      NOT NULL DEFAULT 0,
    note                TEXT         NULL,
    recorded_at         DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    recorded_by         BIGINT       NULL,
    voided_at           DATETIME(6)  NULL,
    voided_by           BIGINT       NULL,
    void_reason         VARCHAR(255) NULL,
    PRIMARY KEY (family_history_id),
    CONSTRAINT family_history_relation_known CHECK (relation IN ('mother', 'father', 'sister', 'brother', 'daughter',
        'son', 'grandmother', 'grandfather', 'aunt', 'uncle', 'cousin', 'other')),
    CONSTRAINT family_history_illness_not_blank CHECK (TRIM(illness) <> ''),
    CONSTRAINT family_history_age_sensible CHECK (age_at_onset BETWEEN 0 AND 130),
    CONSTRAINT family_history_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT family_history_visit FOREIGN KEY (visit_id, patient_id) REFERENCES Visit (visit_id, patient_id),
    CONSTRAINT family_history_recorded_by FOREIGN KEY (recorded_by) REFERENCES Users (user_id),
    CONSTRAINT family_history_voided_by FOREIGN KEY (voided_by) REFERENCES Users (user_id),
    CONSTRAINT family_history_void_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL)
        AND (voided_by IS NULL OR voided_at IS NOT NULL)),
    CONSTRAINT family_history_void_reason_not_blank CHECK (TRIM(void_reason) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
