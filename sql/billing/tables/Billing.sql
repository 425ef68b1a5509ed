-- One row is one bill: what one patient owes, for one visit where it is known.
CREATE TABLE Billing (
    billing_id              BIGINT         NOT NULL AUTO_INCREMENT,
    patient_id              BIGINT         NOT NULL,
    visit_id                BIGINT         NULL,
    amount                  DECIMAL(10, 2) NOT NULL,
    billing_date            DATE           NULL,
    payment_type            VARCHAR(6)     NULL,
    insurance_claim_status  VARCHAR(9)     NOT NULL DEFAULT 'Pending',
    PRIMARY KEY (billing_id),
    CONSTRAINT billing_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT billing_visit FOREIGN KEY (visit_id, patient_id) REFERENCES Visit (visit_id, patient_id),
    CONSTRAINT billing_amount_not_negative CHECK (amount >= 0),
    CONSTRAINT billing_payment_type_known_word CHECK (payment_type IN ('Debit', 'Credit', 'Cash')),
    CONSTRAINT billing_claim_status_known_word CHECK (insurance_claim_status IN ('Pending', 'Processed', 'Approved', 'Rejected')),
    -- A patient's bills, newest first, and the sums per patient.
    INDEX billing_by_patient (patient_id, billing_date, amount),
    -- The list of bills, by claim status and newest first.
    INDEX billing_by_status (insurance_claim_status, billing_id),
    INDEX billing_by_date (billing_date),
    -- The same list, of one claim status, in the order of the days.
    INDEX billing_by_status_and_date (insurance_claim_status, billing_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
