-- One row is one thing that a clinician has marked with a star, to be offered to them first at every visit. It is a
-- preference and no clinical fact: a star that is taken back takes its row along, and the audit keeps both.
CREATE TABLE Favourite (
    favourite_id      BIGINT       NOT NULL AUTO_INCREMENT,
    user_id           BIGINT       NOT NULL,
    kind              VARCHAR(10)  NOT NULL,
    -- A medicine, to the word in which it is prescribed.
    medication        VARCHAR(255) NULL,
    dosage            VARCHAR(100) NULL,
    instructions      TEXT         NULL,
    -- A test, as Test.type names it.
    test_type         VARCHAR(255) NULL,
    -- A diagnosis.
    icd10_code        VARCHAR(8)   NULL,
    created_at        DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    -- No dose is a dose like any other where two are compared, and instructions are longer than a key may be.
    dosage_key        VARCHAR(100) GENERATED ALWAYS AS (COALESCE(dosage, '')) STORED,
    instructions_key  CHAR(64)     GENERATED ALWAYS AS (SHA2(LOWER(RTRIM(COALESCE(instructions, ''))), 256)) STORED,
    PRIMARY KEY (favourite_id),
    -- What is compared with each order of a visit, to show whether it has a star.
    CONSTRAINT favourite_medicine_once UNIQUE (user_id, medication, dosage_key, instructions_key),
    CONSTRAINT favourite_test_once UNIQUE (user_id, test_type),
    CONSTRAINT favourite_diagnosis_once UNIQUE (user_id, icd10_code),
    CONSTRAINT favourite_user FOREIGN KEY (user_id) REFERENCES Users (user_id),
    CONSTRAINT favourite_icd10_code FOREIGN KEY (icd10_code) REFERENCES Icd10Code (icd10_code),
    CONSTRAINT favourite_kind_known CHECK (kind IN ('medicine', 'test', 'diagnosis')),
    CONSTRAINT favourite_is_what_its_kind_says CHECK (
        (kind = 'medicine') = (medication IS NOT NULL)
        AND (kind = 'test') = (test_type IS NOT NULL)
        AND (kind = 'diagnosis') = (icd10_code IS NOT NULL)
        AND (kind = 'medicine' OR (dosage IS NULL AND instructions IS NULL))),
    CONSTRAINT favourite_medicine_not_blank CHECK (TRIM(medication) <> ''),
    CONSTRAINT favourite_test_not_blank CHECK (TRIM(test_type) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
