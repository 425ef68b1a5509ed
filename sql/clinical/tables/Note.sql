-- One row is the note of one visit; its words are the rows of NoteSection, and its signatures those of NoteSignature.
CREATE TABLE Note (
    note_id     BIGINT      NOT NULL AUTO_INCREMENT,
    visit_id    BIGINT      NOT NULL,
    started_at  DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    started_by  BIGINT      NULL,
    PRIMARY KEY (note_id),
    CONSTRAINT note_once_a_visit UNIQUE (visit_id),
    CONSTRAINT note_visit FOREIGN KEY (visit_id) REFERENCES Visit (visit_id),
    CONSTRAINT note_started_by FOREIGN KEY (started_by) REFERENCES Users (user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
