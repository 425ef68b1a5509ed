-- One row is what was added to a signed note later. It is never changed.
CREATE TABLE Addendum (
    addendum_id  BIGINT       NOT NULL AUTO_INCREMENT,
    note_id      BIGINT       NOT NULL,
    body         TEXT         NOT NULL,
    written_at   DATETIME(6)  NOT NULL,
    written_by   BIGINT       NOT NULL,
    -- As they were called, and what they were, on that day.
    written_by_name  VARCHAR(201) NOT NULL,
    written_by_username VARCHAR(150) NOT NULL,
    written_by_role  VARCHAR(255) NOT NULL,
    -- SHA-256 over the hash of the note's signature, who, when and the words, in hexadecimal digits.
    sha256       CHAR(64)     NOT NULL,
    PRIMARY KEY (addendum_id),
    CONSTRAINT addendum_note FOREIGN KEY (note_id) REFERENCES Note (note_id),
    CONSTRAINT addendum_by FOREIGN KEY (written_by) REFERENCES Users (user_id),
    CONSTRAINT addendum_not_blank CHECK (TRIM(body) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
