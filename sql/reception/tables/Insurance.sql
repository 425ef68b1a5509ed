-- One row is one insurance that a patient has or had.
CREATE TABLE Insurance (
    insurance_id       BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id         BIGINT       NOT NULL,
    insurance_details  VARCHAR(255) NOT NULL,
    member_number      VARCHAR(50)  NULL,
    -- Without the spaces and signs of the card: people leave them out.
    member_key         VARCHAR(50)  GENERATED ALWAYS AS (REPLACE(REPLACE(REPLACE(REPLACE(member_number, ' ', ''), '-', ''), '.', ''), '/', '')) STORED,
    starts_on          DATE         NULL,
    ends_on            DATE         NULL,
    PRIMARY KEY (insurance_id),
    CONSTRAINT insurance_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT insurance_details_not_blank CHECK (TRIM(insurance_details) <> ''),
    CONSTRAINT insurance_ends_after_start CHECK (ends_on >= starts_on),
    -- Find a patient's insurance by the number on the card.
    INDEX insurance_by_member (member_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
