-- One row is one insurance that a patient has or had.
CREATE TABLE Insurance (
    insurance_id       BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id         BIGINT       NOT NULL,
    insurance_details  VARCHAR(255) NOT NULL,
    member_number      VARCHAR(50)  NULL,
    -- Without the spaces and signs of the card: people leave them out.
    member_key         VARCHAR(50)  GENERATED ALWAYS AS (REPLACE(REPLACE(REPLACE(REPLACE(member_number, ' ', ''), '-', ''), '.', ''), '/', '')) STORED,
    group_number       VARCHAR(50)  NULL,
    -- Whose insurance it is: the patient's own, or that of the person named here.
    holder_relation    VARCHAR(10)  NOT NULL DEFAULT 'self',
    holder_name        VARCHAR(201) NULL,
    holder_birth_date  DATE         NULL,
    starts_on          DATE         NULL,
    ends_on            DATE         NULL,
    -- Which is asked to pay first, second, third; NULL for one that is not, as one that has ended.
    priority           SMALLINT     NULL,
    PRIMARY KEY (insurance_id),
    CONSTRAINT insurance_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT insurance_details_not_blank CHECK (TRIM(insurance_details) <> ''),
    CONSTRAINT insurance_place_taken UNIQUE (patient_id, priority),
    CONSTRAINT insurance_three_at_most CHECK (priority BETWEEN 1 AND 3),
    -- FHIR R4, subscriber-policyholder relationship.
    CONSTRAINT insurance_relation_known_word CHECK (holder_relation IN ('self', 'spouse', 'parent', 'child', 'other')),
    CONSTRAINT insurance_holder_is_named CHECK (holder_relation = 'self' OR TRIM(COALESCE(holder_name, '')) <> ''),
    CONSTRAINT insurance_holder_birth_plausible CHECK (holder_birth_date >= '1850-01-01'),
    CONSTRAINT insurance_ends_after_start CHECK (ends_on >= starts_on),
    -- Find a patient's insurance by the number on the card.
    INDEX insurance_by_member (member_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
