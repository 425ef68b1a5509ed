-- One row is one service that a clinician proposes to charge for a visit, at the price of that day; live until dropped.
CREATE TABLE ProposedCharge (
    proposed_charge_id  BIGINT         NOT NULL AUTO_INCREMENT,
    patient_id          BIGINT         NOT NULL,
    visit_id            BIGINT         NOT NULL,
    fee_id              BIGINT         NOT NULL,
    title               VARCHAR(150)   NOT NULL,
    amount              DECIMAL(10, 2) NOT NULL,
    proposed_at         DATETIME(6)    NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    proposed_by         BIGINT         NULL,
    dropped_at          DATETIME(6)    NULL,
    dropped_by          BIGINT         NULL,
    live_fee_id         BIGINT         GENERATED ALWAYS AS (IF(dropped_at IS NULL, fee_id, NULL)) STORED,
    PRIMARY KEY (proposed_charge_id),
    CONSTRAINT proposed_charge_once UNIQUE (visit_id, live_fee_id),
    CONSTRAINT proposed_charge_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT proposed_charge_visit FOREIGN KEY (visit_id, patient_id) REFERENCES Visit (visit_id, patient_id),
    CONSTRAINT proposed_charge_fee FOREIGN KEY (fee_id) REFERENCES Fee (fee_id),
    CONSTRAINT proposed_charge_by FOREIGN KEY (proposed_by) REFERENCES Users (user_id),
    CONSTRAINT proposed_charge_dropped_by FOREIGN KEY (dropped_by) REFERENCES Users (user_id),
    CONSTRAINT proposed_charge_not_negative CHECK (amount >= 0),
    CONSTRAINT proposed_charge_dropped_after CHECK (dropped_at >= proposed_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
