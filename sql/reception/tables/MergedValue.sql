-- One row is one value that a merge has changed in a row, as the place of an insurance: it comes back when the merge is undone.
CREATE TABLE MergedValue (
    merged_value_id   BIGINT      NOT NULL AUTO_INCREMENT,
    patient_merge_id  BIGINT      NOT NULL,
    table_name        VARCHAR(64) NOT NULL,
    record_id         BIGINT      NOT NULL,
    column_name       VARCHAR(64) NOT NULL,
    old_value         TEXT        NULL,
    PRIMARY KEY (merged_value_id),
    CONSTRAINT merged_value_once UNIQUE (patient_merge_id, table_name, record_id, column_name),
    CONSTRAINT merged_value_merge FOREIGN KEY (patient_merge_id) REFERENCES PatientMerge (patient_merge_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
