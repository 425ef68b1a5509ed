-- One row is one medical record number given out; a number is never given twice, even after a rollback.
CREATE TABLE MrnSequence (
    mrn_sequence_id  BIGINT NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (mrn_sequence_id)
) AUTO_INCREMENT = 1000001 ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
