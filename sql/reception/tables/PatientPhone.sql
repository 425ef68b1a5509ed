-- One row is one further phone of a patient, beside the main one that stands with the person.
CREATE TABLE PatientPhone (
    patient_phone_id  BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id        BIGINT       NOT NULL,
    number            VARCHAR(30)  NOT NULL,
    -- Digits as typed, and backwards: people give the whole number or its last four digits.
    digits            VARCHAR(30)  GENERATED ALWAYS AS (REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(number, ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', '')) STORED,
    digits_reversed   VARCHAR(30)  GENERATED ALWAYS AS (REVERSE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(number, ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', ''))) STORED,
    kind              VARCHAR(10)  NOT NULL DEFAULT 'mobile',
    -- Reminders go here and not to the main phone.
    for_reminders     BOOLEAN      NOT NULL DEFAULT 0,
    reminder_patient  BIGINT       GENERATED ALWAYS AS (IF(for_reminders = 1, patient_id, NULL)) STORED,
    note              VARCHAR(100) NULL,
    PRIMARY KEY (patient_phone_id),
    CONSTRAINT patient_phone_one_for_reminders UNIQUE (reminder_patient),
    CONSTRAINT patient_phone_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT patient_phone_is_one CHECK (
        number NOT REGEXP '[^0-9 +()./-]' AND number REGEXP '([0-9][^0-9]*){6}'
        AND number NOT REGEXP '^[^0-9]*([0-9])([^0-9]*\\1)*[^0-9]*$'),
    CONSTRAINT patient_phone_kind_of_list CHECK (kind IN ('mobile', 'home', 'work', 'other')),
    CONSTRAINT patient_phone_reminders_yes_or_no CHECK (for_reminders IN (0, 1)),
    -- Search by phone, from the front and from the back.
    INDEX patient_phone_by_digits (digits),
    INDEX patient_phone_by_end (digits_reversed)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
