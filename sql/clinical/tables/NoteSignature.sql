-- One row is one signature under a note: exactly what was signed, its hash, who and when. It is never changed.
CREATE TABLE NoteSignature (
    note_signature_id    BIGINT       NOT NULL AUTO_INCREMENT,
    note_id              BIGINT       NOT NULL,
    kind                 VARCHAR(10)  NOT NULL,
    signed_at            DATETIME(6)  NOT NULL,
    signed_by            BIGINT       NOT NULL,
    -- As they were called, and what they were, on that day.
    signed_by_name       VARCHAR(201) NOT NULL,
    signed_by_username   VARCHAR(150) NOT NULL,
    signed_by_role       VARCHAR(255) NOT NULL,
    needs_cosignature    BOOLEAN      NOT NULL DEFAULT 0,
    -- Patient, visit, the note's sections and what was decided, each after a line with its name and length in characters.
    content              MEDIUMTEXT   NOT NULL,
    -- SHA-256 over the note, who, when and the content, in hexadecimal digits.
    sha256               CHAR(64)     NOT NULL,
    PRIMARY KEY (note_signature_id),
    CONSTRAINT note_signed_once UNIQUE (note_id, kind),
    CONSTRAINT note_signature_note FOREIGN KEY (note_id) REFERENCES Note (note_id),
    CONSTRAINT note_signature_by FOREIGN KEY (signed_by) REFERENCES Users (user_id),
    CONSTRAINT note_signature_kind_known CHECK (kind IN ('author', 'cosigner')),
    CONSTRAINT note_signature_cosigner_is_last CHECK (kind = 'author' OR needs_cosignature = 0),
    -- The notes that wait for a second signature.
    INDEX note_signature_by_need (needs_cosignature, signed_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
