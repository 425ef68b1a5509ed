-- One row is one person of a patient's: next of kin, or to be called in an emergency after the first contact.
CREATE TABLE PatientContact (
    patient_contact_id  BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id          BIGINT       NOT NULL,
    name                VARCHAR(201) NOT NULL,
    relation            VARCHAR(30)  NOT NULL,
    phone               VARCHAR(30)  NULL,
    is_next_of_kin      BOOLEAN      NOT NULL DEFAULT 0,
    is_emergency        BOOLEAN      NOT NULL DEFAULT 0,
    position            SMALLINT     NOT NULL DEFAULT 1,
    PRIMARY KEY (patient_contact_id),
    CONSTRAINT patient_contact_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT patient_contact_name_not_blank CHECK (TRIM(name) <> ''),
    CONSTRAINT patient_contact_relation_of_list CHECK (relation IN (
        'spouse', 'partner', 'parent', 'child', 'sibling', 'grandparent', 'grandchild', 'guardian', 'carer', 'friend',
        'neighbour', 'other')),
    CONSTRAINT patient_contact_phone_is_one CHECK (
        phone NOT REGEXP '[^0-9 +()./-]' AND phone REGEXP '([0-9][^0-9]*){6}'
        AND phone NOT REGEXP '^[^0-9]*([0-9])([^0-9]*\\1)*[^0-9]*$'),
    CONSTRAINT patient_contact_emergency_needs_phone CHECK (is_emergency = 0 OR phone IS NOT NULL),
    CONSTRAINT patient_contact_kin_yes_or_no CHECK (is_next_of_kin IN (0, 1)),
    CONSTRAINT patient_contact_emergency_yes_or_no CHECK (is_emergency IN (0, 1)),
    CONSTRAINT patient_contact_position_positive CHECK (position >= 1),
    -- A patient's contacts in the order in which they are called.
    INDEX patient_contact_by_position (patient_id, position)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
