-- One row is one person the practice cares for.
CREATE TABLE Patient (
    patient_id         BIGINT       NOT NULL AUTO_INCREMENT,
    -- Said on the phone: a number and its check digit. Left empty, RuleInsertPatient gives the next one.
    mrn                VARCHAR(12)  NOT NULL DEFAULT '',
    family_name        VARCHAR(100) NOT NULL,
    given_name         VARCHAR(100) NOT NULL DEFAULT '',
    middle_name        VARCHAR(100) NOT NULL DEFAULT '',
    suffix             VARCHAR(20)  NOT NULL DEFAULT '',
    preferred_name     VARCHAR(100) NULL,
    name               VARCHAR(201) GENERATED ALWAYS AS (TRIM(CONCAT(given_name, ' ', family_name))) STORED,
    date_of_birth      DATE         NULL,
    sex                VARCHAR(10)  NOT NULL DEFAULT 'unknown',
    gender             VARCHAR(50)  NULL,
    pronouns           VARCHAR(50)  NULL,
    -- BCP 47 tag of the language in which the patient is spoken and written to: en, pt-BR.
    language           VARCHAR(35)  NULL,
    interpreter_needed BOOLEAN      NOT NULL DEFAULT 0,
    phone_number       VARCHAR(30)  NULL,
    -- Digits as typed, and backwards: people give the whole number or its last four digits.
    phone_digits       VARCHAR(30)  GENERATED ALWAYS AS (REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(phone_number, ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', '')) STORED,
    phone_reversed     VARCHAR(30)  GENERATED ALWAYS AS (REVERSE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(phone_number, ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', ''))) STORED,
    phone_kind         VARCHAR(10)  NULL,
    email              VARCHAR(254) NULL,
    emergency_contact  VARCHAR(100) NULL,
    emergency_phone    VARCHAR(30)  NULL,
    address            VARCHAR(255) NULL,
    city               VARCHAR(100) NULL,
    region             VARCHAR(100) NULL,
    postal_code        VARCHAR(20)  NULL,
    -- ISO 3166-1: GB, US.
    country_code       CHAR(2)      NULL,
    -- Set while nobody knows who this is; RuleUpdatePatient clears it with the first real family name.
    unknown_since      DATETIME(6)  NULL,
    deceased_on        DATE         NULL,
    deactivated_at     DATETIME(6)  NULL,
    -- The record that has taken this one's place and history; its number still finds that one.
    merged_into_id     BIGINT       NULL,
    user_id            BIGINT       NULL,
    registered_at      DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    -- The day of the last visit, kept by the triggers of Visit, and the same as a number: the latest is the smallest.
    last_seen_on       DATE         NULL,
    seen_order         INT          GENERATED ALWAYS AS (COALESCE(-TO_DAYS(last_seen_on), 0)) STORED,
    -- How the names sound, whatever their first letter: Catherine and Kathryn are both 365.
    family_sound       CHAR(3)      GENERATED ALWAYS AS (SUBSTRING(SOUNDEX(family_name), 2, 3)) STORED,
    given_sound        CHAR(3)      GENERATED ALWAYS AS (SUBSTRING(SOUNDEX(given_name), 2, 3)) STORED,
    PRIMARY KEY (patient_id),
    CONSTRAINT patient_mrn_taken UNIQUE (mrn),
    CONSTRAINT patient_user_taken UNIQUE (user_id),
    CONSTRAINT patient_user FOREIGN KEY (user_id) REFERENCES Users (user_id),
    CONSTRAINT patient_merged_into FOREIGN KEY (merged_into_id) REFERENCES Patient (patient_id),
    CONSTRAINT patient_family_name_not_blank CHECK (TRIM(family_name) <> ''),
    CONSTRAINT patient_sex_known_word CHECK (sex IN ('female', 'male', 'other', 'unknown')),
    CONSTRAINT patient_phone_kind_known_word CHECK (phone_kind IN ('mobile', 'home', 'work', 'other')),
    CONSTRAINT patient_language_is_a_tag CHECK (
        language COLLATE utf8mb4_bin REGEXP '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
    CONSTRAINT patient_interpreter_yes_or_no CHECK (interpreter_needed IN (0, 1)),
    CONSTRAINT patient_country_is_two_capitals CHECK (country_code COLLATE utf8mb4_bin REGEXP '^[A-Z]{2}$'),
    -- Digits enough to be dialled, not all the same, and only the signs that people write between them.
    CONSTRAINT patient_main_phone_is_one CHECK (
        phone_number NOT REGEXP '[^0-9 +()./-]' AND phone_number REGEXP '([0-9][^0-9]*){6}'
        AND phone_number NOT REGEXP '^[^0-9]*([0-9])([^0-9]*\\1)*[^0-9]*$'),
    CONSTRAINT patient_emergency_phone_is_one CHECK (
        emergency_phone NOT REGEXP '[^0-9 +()./-]' AND emergency_phone REGEXP '([0-9][^0-9]*){6}'
        AND emergency_phone NOT REGEXP '^[^0-9]*([0-9])([^0-9]*\\1)*[^0-9]*$'),
    CONSTRAINT patient_emergency_phone_is_of_somebody CHECK (
        emergency_phone IS NULL OR TRIM(COALESCE(emergency_contact, '')) <> ''),
    CONSTRAINT patient_email_is_one CHECK (email REGEXP '^[^@[:space:]]+@[^@[:space:]]+$'),
    CONSTRAINT patient_birth_date_plausible CHECK (date_of_birth >= '1850-01-01'),
    CONSTRAINT patient_died_after_birth CHECK (deceased_on >= date_of_birth),
    CONSTRAINT patient_merged_is_inactive CHECK (merged_into_id IS NULL OR deactivated_at IS NOT NULL),
    -- The patient search and the patient list, in family name order, of equal names the one seen last first.
    INDEX patient_by_name (family_name, given_name, seen_order, patient_id),
    -- "Justin White": the search tries the given name too.
    INDEX patient_by_given_name (given_name, family_name, seen_order, patient_id),
    -- The report of basic information, sorted by the readable name.
    INDEX patient_by_readable_name (name, patient_id),
    -- Search by birth date, and likely duplicates.
    INDEX patient_by_birth_date (date_of_birth, seen_order, patient_id),
    -- Search by phone, from the front and from the back.
    INDEX patient_by_phone (phone_digits, seen_order, patient_id),
    INDEX patient_by_phone_end (phone_reversed, seen_order, patient_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
