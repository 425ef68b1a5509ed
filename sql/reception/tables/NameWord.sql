-- One row is one word by which one patient is found: a part of any of the names, or parts that are said as one (OBrien).
-- Kept by the triggers of Patient. Who bears it is no patient_id: a name stays with its record when two are merged.
CREATE TABLE NameWord (
    bearer_id  BIGINT       NOT NULL,
    word       VARCHAR(100) NOT NULL,
    -- How it sounds, whatever its first letter; compared where two patients are.
    sound      CHAR(3)      GENERATED ALWAYS AS (SUBSTRING(SOUNDEX(word), 2, 3)) STORED,
    -- As it stands with the patient: of equal names the one seen last comes first.
    seen_order INT          NOT NULL DEFAULT 0,
    PRIMARY KEY (bearer_id, word),
    CONSTRAINT name_word_bearer FOREIGN KEY (bearer_id) REFERENCES Patient (patient_id),
    CONSTRAINT name_word_not_blank CHECK (word <> ''),
    -- The patient search, by the rarest of the words that were typed.
    INDEX name_word_by_word (word, seen_order, bearer_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
