-- One row is a text that a short word stands for while a note is typed: .htn.
CREATE TABLE Phrase (
    phrase_id     BIGINT      NOT NULL AUTO_INCREMENT,
    -- NULL: the whole clinic's; a person's own of the same word goes first.
    user_id       BIGINT      NULL,
    abbreviation  VARCHAR(20) NOT NULL,
    body          TEXT        NOT NULL,
    owner_key     BIGINT      GENERATED ALWAYS AS (COALESCE(user_id, 0)) STORED,
    PRIMARY KEY (phrase_id),
    CONSTRAINT phrase_abbreviation_taken UNIQUE (owner_key, abbreviation),
    CONSTRAINT phrase_user FOREIGN KEY (user_id) REFERENCES Users (user_id),
    CONSTRAINT phrase_abbreviation_one_word CHECK (abbreviation REGEXP '^[a-z0-9]{2,20}$'),
    CONSTRAINT phrase_body_not_blank CHECK (TRIM(body) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
