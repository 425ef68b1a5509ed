-- One row is one time that a patient's second record was merged into the one that is kept.
CREATE TABLE PatientMerge (
    patient_merge_id    BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id          BIGINT       NOT NULL,
    merged_patient_id   BIGINT       NOT NULL,
    -- 'moving' is never committed: the rules of the tables let a row change its patient only in between.
    state               VARCHAR(10)  NOT NULL DEFAULT 'moving',
    reason              VARCHAR(255) NULL,
    -- What the kept record lacked and has from the other, as names of columns with commas between.
    filled              VARCHAR(500) NOT NULL DEFAULT '',
    -- Whether the merged record was in daily use before.
    was_active          BOOLEAN      NOT NULL DEFAULT 1,
    merged_at           DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    merged_by           BIGINT       NULL,
    -- The last entry of the audit that belongs to the merge: later ones about a moved row are new facts.
    last_audit_id       BIGINT       NULL,
    undone_at           DATETIME(6)  NULL,
    undone_by           BIGINT       NULL,
    live_merged_id      BIGINT       GENERATED ALWAYS AS (IF(undone_at IS NULL, merged_patient_id, NULL)) STORED,
    PRIMARY KEY (patient_merge_id),
    CONSTRAINT patient_merge_already UNIQUE (live_merged_id),
    CONSTRAINT patient_merge_kept FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT patient_merge_merged FOREIGN KEY (merged_patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT patient_merge_merged_by FOREIGN KEY (merged_by) REFERENCES Users (user_id),
    CONSTRAINT patient_merge_undone_by FOREIGN KEY (undone_by) REFERENCES Users (user_id),
    CONSTRAINT patient_merge_not_itself CHECK (patient_id <> merged_patient_id),
    CONSTRAINT patient_merge_state_known_word CHECK (state IN ('moving', 'merged', 'undone')),
    CONSTRAINT patient_merge_undone_has_moment CHECK (state = 'undone' AND undone_at IS NOT NULL OR state <> 'undone' AND undone_at IS NULL),
    CONSTRAINT patient_merge_active_yes_or_no CHECK (was_active IN (0, 1)),
    -- "Is a row being moved?", asked by the rules of every table.
    INDEX patient_merge_by_state (state, patient_id, merged_patient_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
