-- One row is one answer to "any allergies?" that names none: who said so when. A later answer takes its place.
CREATE TABLE AllergyStatement (
    allergy_statement_id  BIGINT      NOT NULL AUTO_INCREMENT,
    patient_id            BIGINT      NOT NULL,
    visit_id              BIGINT      NULL,
    answer                VARCHAR(20) NOT NULL,
    stated_at             DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    stated_by             BIGINT      NULL,
    PRIMARY KEY (allergy_statement_id),
    CONSTRAINT allergy_statement_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT allergy_statement_visit FOREIGN KEY (visit_id, patient_id) REFERENCES Visit (visit_id, patient_id),
    CONSTRAINT allergy_statement_stated_by FOREIGN KEY (stated_by) REFERENCES Users (user_id),
    CONSTRAINT allergy_statement_answer_known CHECK (answer IN ('none_known', 'not_asked', 'unable_to_answer')),
    -- The banner reads a patient's latest answer.
    INDEX allergy_statement_by_patient (patient_id, stated_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
