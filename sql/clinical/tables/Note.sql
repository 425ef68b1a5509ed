-- One row is the note of one visit; its words are the rows of NoteSection, and its signatures those of NoteSignature.
CREATE TABLE Note (
    note_id     BIGINT      NOT NULL AUTO_INCREMENT,
    visit_id    BIGINT      NOT NULL,
    started_at  DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    started_by  BIGINT      NULL,
    -- The signature that is missing; NULL once it has all it needs. Triggers keep it.
    waits_for   VARCHAR(10) NULL DEFAULT 'author',
    PRIMARY KEY (note_id),
    CONSTRAINT note_once_a_visit UNIQUE (visit_id),
    CONSTRAINT note_visit FOREIGN KEY (visit_id) REFERENCES Visit (visit_id),
    CONSTRAINT note_started_by FOREIGN KEY (started_by) REFERENCES Users (user_id),
    CONSTRAINT note_waits_for_known CHECK (waits_for IN ('author', 'cosigner')),
    -- A clinician's day: the few of all notes that are still to sign.
    INDEX note_by_waits_for (waits_for)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
