-- One row is what was said of one side of a patient's life; the latest of a kind is the live one.
CREATE TABLE SocialHistory (
    social_history_id   BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id          BIGINT       NOT NULL,
    visit_id            BIGINT       NULL,
    kind                VARCHAR(12)  NOT NULL,
    words               TEXT         NOT NULL,
    replaced_at         DATETIME(6)  NULL,
    recorded_at         DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    recorded_by         BIGINT       NULL,
    voided_at           DATETIME(6)  NULL,
    voided_by           BIGINT       NULL,
    void_reason         VARCHAR(255) NULL,
    live_kind           VARCHAR(12)  GENERATED ALWAYS AS (IF(voided_at IS NULL AND replaced_at IS NULL, kind, NULL)) STORED,
    PRIMARY KEY (social_history_id),
    CONSTRAINT social_history_one_live UNIQUE (patient_id, live_kind),
    CONSTRAINT social_history_kind_known CHECK (kind IN ('occupation', 'alcohol', 'drugs', 'living', 'exercise', 'other')),
    CONSTRAINT social_history_words_not_blank CHECK (TRIM(words) <> ''),
    CONSTRAINT social_history_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT social_history_visit FOREIGN KEY (visit_id, patient_id) REFERENCES Visit (visit_id, patient_id),
    CONSTRAINT social_history_recorded_by FOREIGN KEY (recorded_by) REFERENCES Users (user_id),
    CONSTRAINT social_history_voided_by FOREIGN KEY (voided_by) REFERENCES Users (user_id),
    CONSTRAINT social_history_void_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL)
        AND (voided_by IS NULL OR voided_at IS NOT NULL)),
    CONSTRAINT social_history_void_reason_not_blank CHECK (TRIM(void_reason) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
