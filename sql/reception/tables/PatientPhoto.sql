-- One row is one patient's picture, small and without what a camera writes into it.
CREATE TABLE PatientPhoto (
    patient_photo_id  BIGINT      NOT NULL AUTO_INCREMENT,
    patient_id        BIGINT      NOT NULL,
    -- A JPEG of at most 256 pixels each way.
    image             MEDIUMBLOB  NOT NULL,
    taken_at          DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (patient_photo_id),
    CONSTRAINT patient_photo_one UNIQUE (patient_id),
    CONSTRAINT patient_photo_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT patient_photo_small CHECK (LENGTH(image) BETWEEN 1 AND 200000),
    CONSTRAINT patient_photo_is_jpeg CHECK (LEFT(image, 3) = X'FFD8FF')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
