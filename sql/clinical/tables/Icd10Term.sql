-- One row is one way in which clinicians write or people say a diagnosis, and the words of ICD-10-CM that it means;
-- before them there may stand the code that is meant first: 'I50.9 heart failure'.
CREATE TABLE Icd10Term (
    icd10_term_id  BIGINT       NOT NULL AUTO_INCREMENT,
    term           VARCHAR(60)  NOT NULL,
    means          VARCHAR(150) NOT NULL,
    PRIMARY KEY (icd10_term_id),
    CONSTRAINT icd10_term_once UNIQUE (term),
    CONSTRAINT icd10_term_not_blank CHECK (TRIM(term) <> ''),
    CONSTRAINT icd10_term_means_something CHECK (TRIM(means) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
