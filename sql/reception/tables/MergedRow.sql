-- One row says of one row of some table what a merge has to do with it: undone, the merge gives it back.
CREATE TABLE MergedRow (
    merged_row_id     BIGINT      NOT NULL AUTO_INCREMENT,
    patient_merge_id  BIGINT      NOT NULL,
    table_name        VARCHAR(64) NOT NULL,
    record_id         BIGINT      NOT NULL,
    -- Moved from one patient to the other; below one that was moved, as the note of a visit; or added by the merge.
    kind              VARCHAR(10) NOT NULL DEFAULT 'moved',
    PRIMARY KEY (merged_row_id),
    CONSTRAINT merged_row_once UNIQUE (patient_merge_id, table_name, record_id),
    CONSTRAINT merged_row_merge FOREIGN KEY (patient_merge_id) REFERENCES PatientMerge (patient_merge_id),
    CONSTRAINT merged_row_kind_known_word CHECK (kind IN ('moved', 'below', 'added'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
