-- One row says that a merge moved one row of some table: it goes back there when the merge is undone.
CREATE TABLE MergedRow (
    merged_row_id     BIGINT      NOT NULL AUTO_INCREMENT,
    patient_merge_id  BIGINT      NOT NULL,
    table_name        VARCHAR(64) NOT NULL,
    record_id         BIGINT      NOT NULL,
    PRIMARY KEY (merged_row_id),
    CONSTRAINT merged_row_once UNIQUE (patient_merge_id, table_name, record_id),
    CONSTRAINT merged_row_merge FOREIGN KEY (patient_merge_id) REFERENCES PatientMerge (patient_merge_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
