-- One row is one diagnosis of ICD-10-CM, as its publisher's list has it: 'E11.9'. Headings stand here too; is_billable
-- tells what a claim takes. A code that a later list no longer has stays, for the problems that were told with it.
CREATE TABLE Icd10Code (
    icd10_code   VARCHAR(8)   NOT NULL,
    title        VARCHAR(255) NOT NULL,
    is_billable  BOOLEAN      NOT NULL,
    -- Other names of the same, as the list gives them, after the title; what Icd10Word is made of.
    search_text  TEXT         NOT NULL,
    -- Which of two that fit a search is likelier meant: the smaller.
    search_rank  INT          NOT NULL,
    PRIMARY KEY (icd10_code),
    CONSTRAINT icd10_code_title_not_blank CHECK (TRIM(title) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
