-- One row is one section of a note as it stands; each saving raises its version by one.
CREATE TABLE NoteSection (
    note_section_id  BIGINT      NOT NULL AUTO_INCREMENT,
    note_id          BIGINT      NOT NULL,
    section          VARCHAR(12) NOT NULL,
    body             TEXT        NOT NULL,
    version          INT         NOT NULL DEFAULT 1,
    saved_at         DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    saved_by         BIGINT      NULL,
    PRIMARY KEY (note_section_id),
    CONSTRAINT note_section_once UNIQUE (note_id, section),
    CONSTRAINT note_section_note FOREIGN KEY (note_id) REFERENCES Note (note_id),
    CONSTRAINT note_section_saved_by FOREIGN KEY (saved_by) REFERENCES Users (user_id),
    CONSTRAINT note_section_known CHECK (section IN ('intake', 'subjective', 'objective', 'assessment', 'plan')),
    CONSTRAINT note_section_version_counts CHECK (version >= 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
