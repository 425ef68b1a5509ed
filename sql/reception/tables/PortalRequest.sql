-- One row is one thing that a patient has asked for on the patient pages, and what the desk answered.
CREATE TABLE PortalRequest (
    portal_request_id  BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id         BIGINT       NOT NULL,
    kind               VARCHAR(15)  NOT NULL,
    words              VARCHAR(500) NOT NULL,
    asked_at           DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    answer             VARCHAR(500) NULL,
    answered_at        DATETIME(6)  NULL,
    answered_by        BIGINT       NULL,
    -- A kind is asked for once until it is answered.
    waiting_kind       VARCHAR(15)  GENERATED ALWAYS AS (IF(answered_at IS NULL, kind, NULL)) STORED,
    PRIMARY KEY (portal_request_id),
    CONSTRAINT portal_request_waits_once UNIQUE (patient_id, waiting_kind),
    CONSTRAINT portal_request_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT portal_request_answered_by FOREIGN KEY (answered_by) REFERENCES Users (user_id),
    CONSTRAINT portal_request_kind_known_word CHECK (kind IN ('appointment', 'information', 'other')),
    CONSTRAINT portal_request_words_not_blank CHECK (TRIM(words) <> ''),
    CONSTRAINT portal_request_answer_in_words CHECK (
        answered_at IS NULL AND answer IS NULL OR answered_at IS NOT NULL AND TRIM(answer) <> ''),
    -- The desk's list, who has waited longest on top.
    INDEX portal_request_by_answered (answered_at, portal_request_id),
    -- A patient's own, newest first.
    INDEX portal_request_by_patient (patient_id, portal_request_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
