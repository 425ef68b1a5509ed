-- One row is the usual range of one measure that applied to a patient's age on the day of a measurement.
CREATE TABLE VitalRange (
    vital_range_id  BIGINT       NOT NULL AUTO_INCREMENT,
    vital_signs_id  BIGINT       NOT NULL,
    measure         VARCHAR(20)  NOT NULL,
    low             DECIMAL(7,2) NULL,
    high            DECIMAL(7,2) NULL,
    source          VARCHAR(200) NOT NULL,
    PRIMARY KEY (vital_range_id),
    CONSTRAINT vital_range_once UNIQUE (vital_signs_id, measure),
    CONSTRAINT vital_range_of FOREIGN KEY (vital_signs_id) REFERENCES VitalSigns (vital_signs_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
