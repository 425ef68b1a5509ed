-- One row is one answer of a patient to one version of a consent form: what, when, by whom, and when withdrawn.
CREATE TABLE Consent (
    consent_id          BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id          BIGINT       NOT NULL,
    consent_form_id     BIGINT       NOT NULL,
    decision            VARCHAR(10)  NOT NULL,
    signed_at           DATETIME(6)  NOT NULL,
    signed_by_name      VARCHAR(201) NOT NULL,
    signed_by_relation  VARCHAR(20)  NOT NULL DEFAULT 'self',
    method              VARCHAR(10)  NOT NULL DEFAULT 'paper',
    recorded_at         DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    recorded_by         BIGINT       NULL,
    withdrawn_at        DATETIME(6)  NULL,
    withdrawn_by        BIGINT       NULL,
    withdrawal_reason   VARCHAR(255) NULL,
    live_form_id        BIGINT       GENERATED ALWAYS AS (IF(withdrawn_at IS NULL, consent_form_id, NULL)) STORED,
    PRIMARY KEY (consent_id),
    CONSTRAINT consent_given_once UNIQUE (patient_id, live_form_id),
    CONSTRAINT consent_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT consent_form_of FOREIGN KEY (consent_form_id) REFERENCES ConsentForm (consent_form_id),
    CONSTRAINT consent_recorded_by FOREIGN KEY (recorded_by) REFERENCES Users (user_id),
    CONSTRAINT consent_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES Users (user_id),
    CONSTRAINT consent_decision_known CHECK (decision IN ('agreed', 'refused')),
    CONSTRAINT consent_relation_known CHECK (signed_by_relation IN ('self', 'parent', 'guardian', 'proxy')),
    CONSTRAINT consent_method_known CHECK (method IN ('paper', 'screen', 'spoken')),
    CONSTRAINT consent_signer_not_blank CHECK (TRIM(signed_by_name) <> ''),
    CONSTRAINT consent_withdrawn_after_signed CHECK (withdrawn_at >= signed_at),
    CONSTRAINT consent_withdrawal_whole CHECK (
        (withdrawn_at IS NULL) = (withdrawal_reason IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CONSTRAINT consent_withdrawal_reason_not_blank CHECK (TRIM(withdrawal_reason) <> ''),
    -- A patient's consents, newest first.
    INDEX consent_by_patient (patient_id, signed_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
