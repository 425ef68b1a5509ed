-- One row is one word by which one code is found. A table of words, for the full-text search of the two servers differs in what it
-- leaves out: the "2" of a type 2 diabetes, for one.
CREATE TABLE Icd10Word (
    icd10_word_id  BIGINT      NOT NULL AUTO_INCREMENT,
    word           VARCHAR(40) NOT NULL,
    icd10_code     VARCHAR(8)  NOT NULL,
    -- As the code has it: the likeliest of the thousands that have a common word are read from the index alone.
    search_rank    INT         NOT NULL,
    PRIMARY KEY (icd10_word_id),
    CONSTRAINT icd10_word_once UNIQUE (word, icd10_code),
    -- The search by the first letters of a word.
    INDEX icd10_word_by_word (word, search_rank, icd10_code),
    CONSTRAINT icd10_word_of_code FOREIGN KEY (icd10_code) REFERENCES Icd10Code (icd10_code),
    -- The search by a second and a third word.
    INDEX icd10_word_by_code (icd10_code, word)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
