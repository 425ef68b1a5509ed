-- One row is one answer to whether a patient smokes; the latest is the live one.
CREATE TABLE SmokingStatus (
    smoking_status_id   BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id          BIGINT       NOT NULL,
    visit_id            BIGINT       NULL,
    status              VARCHAR(20)  NOT NULL,
    packs_per_day       DECIMAL(4,1) NULL,
    quit_on             DATE         NULL,
    replaced_at         DATETIME(6)  NULL,
    recorded_at         DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    recorded_by         BIGINT       NULL,
    voided_at           DATETIME(6)  NULL,
    voided_by           BIGINT       NULL,
    void_reason         VARCHAR(255) NULL,
    live_patient_id     BIGINT       GENERATED ALWAYS AS (IF(voided_at IS NULL AND replaced_at IS NULL, patient_id, NULL)) STORED,
    PRIMARY KEY (smoking_status_id),
    CONSTRAINT smoking_status_one_live UNIQUE (live_patient_id),
    CONSTRAINT smoking_status_known CHECK (status IN ('never', 'former', 'every_day', 'some_days', 'current', 'unknown')),
    CONSTRAINT smoking_status_packs_sensible CHECK (packs_per_day BETWEEN 0 AND 10),
    CONSTRAINT smoking_status_quit_by_former CHECK (quit_on IS NULL OR status = 'former'),
    CONSTRAINT smoking_status_packs_by_smoker CHECK (status <> 'never' OR COALESCE(packs_per_day, 0) = 0),
    CONSTRAINT smoking_status_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT smoking_status_visit FOREIGN KEY (visit_id, patient_id) REFERENCES Visit (visit_id, patient_id),
    CONSTRAINT smoking_status_recorded_by FOREIGN KEY (recorded_by) REFERENCES Users (user_id),
    CONSTRAINT smoking_status_voided_by FOREIGN KEY (voided_by) REFERENCES Users (user_id),
    CONSTRAINT smoking_status_void_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL)
        AND (voided_by IS NULL OR voided_at IS NOT NULL)),
    CONSTRAINT smoking_status_void_reason_not_blank CHECK (TRIM(void_reason) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
