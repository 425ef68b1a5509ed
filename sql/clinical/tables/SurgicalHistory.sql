-- One row is one operation that a patient has had, dated as exactly as anybody knows.
CREATE TABLE SurgicalHistory (
    surgical_history_id BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id          BIGINT       NOT NULL,
    visit_id            BIGINT       NULL,
    operation           VARCHAR(150) NOT NULL,
    done_on             DATE         NULL,
    done_on_precision   VARCHAR(5)   NULL,
    note                TEXT         NULL,
    recorded_at         DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    recorded_by         BIGINT       NULL,
    voided_at           DATETIME(6)  NULL,
    voided_by           BIGINT       NULL,
    void_reason         VARCHAR(255) NULL,
    PRIMARY KEY (surgical_history_id),
    CONSTRAINT surgical_history_operation_not_blank CHECK (TRIM(operation) <> ''),
    CONSTRAINT surgical_history_precision_known CHECK (done_on_precision IN ('year', 'month', 'day')),
    CONSTRAINT surgical_history_date_whole CHECK ((done_on IS NULL) = (done_on_precision IS NULL)),
    CONSTRAINT surgical_history_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT surgical_history_visit FOREIGN KEY (visit_id, patient_id) REFERENCES Visit (visit_id, patient_id),
    CONSTRAINT surgical_history_recorded_by FOREIGN KEY (recorded_by) REFERENCES Users (user_id),
    CONSTRAINT surgical_history_voided_by FOREIGN KEY (voided_by) REFERENCES Users (user_id),
    CONSTRAINT surgical_history_void_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL)
        AND (voided_by IS NULL OR voided_at IS NOT NULL)),
    CONSTRAINT surgical_history_void_reason_not_blank CHECK (TRIM(void_reason) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
