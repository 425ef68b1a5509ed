-- One row is what the clinic asks for one service.
CREATE TABLE Fee (
    fee_id               BIGINT         NOT NULL AUTO_INCREMENT,
    code                 VARCHAR(20)    NOT NULL,
    title                VARCHAR(150)   NOT NULL,
    amount               DECIMAL(10, 2) NOT NULL,
    -- Proposed at visits of this kind, or when this test is ordered; neither: offered at every visit.
    appointment_type_id  BIGINT         NULL,
    test_type            VARCHAR(255)   NULL,
    retired_at           DATETIME(6)    NULL,
    PRIMARY KEY (fee_id),
    CONSTRAINT fee_code_taken UNIQUE (code),
    CONSTRAINT fee_appointment_type FOREIGN KEY (appointment_type_id) REFERENCES AppointmentType (appointment_type_id),
    CONSTRAINT fee_code_not_blank CHECK (TRIM(code) <> ''),
    CONSTRAINT fee_title_not_blank CHECK (TRIM(title) <> ''),
    CONSTRAINT fee_amount_not_negative CHECK (amount >= 0),
    CONSTRAINT fee_of_type_or_test CHECK (appointment_type_id IS NULL OR test_type IS NULL)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
