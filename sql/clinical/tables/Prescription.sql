-- One row is one medicine ordered for a patient. Rows from before visits were linked have no visit.
CREATE TABLE Prescription (
    prescription_id  BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id       BIGINT       NOT NULL,
    visit_id         BIGINT       NULL,
    provider_id      BIGINT       NULL,
    medication       VARCHAR(255) NOT NULL,
    dosage           VARCHAR(100) NULL,
    instructions     TEXT         NULL,
    prescribed_on    DATE         NULL,
    ended_on         DATE         NULL,
    recorded_at      DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (prescription_id),
    CONSTRAINT prescription_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT prescription_visit FOREIGN KEY (visit_id, patient_id) REFERENCES Visit (visit_id, patient_id),
    CONSTRAINT prescription_provider FOREIGN KEY (provider_id) REFERENCES Provider (provider_id),
    CONSTRAINT prescription_medication_not_blank CHECK (TRIM(medication) <> ''),
    CONSTRAINT prescription_ends_after_start CHECK (ended_on >= prescribed_on),
    -- A patient's medicines on the chart and on the patient's own page, newest first.
    INDEX prescription_by_patient (patient_id, prescribed_on),
    -- The medicines that begin as typed, at the visit.
    INDEX prescription_by_medication (medication, dosage)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
