-- One row is a text that was carried into a note from the signed note of an earlier visit, and who has read it since.
CREATE TABLE CarriedText (
    carried_text_id  BIGINT      NOT NULL AUTO_INCREMENT,
    note_id          BIGINT      NOT NULL,
    section          VARCHAR(12) NOT NULL,
    source_note_id   BIGINT      NOT NULL,
    body             TEXT        NOT NULL,
    carried_at       DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    carried_by       BIGINT      NULL,
    read_at          DATETIME(6) NULL,
    read_by          BIGINT      NULL,
    PRIMARY KEY (carried_text_id),
    CONSTRAINT carried_text_once UNIQUE (note_id, section, source_note_id),
    CONSTRAINT carried_text_note FOREIGN KEY (note_id) REFERENCES Note (note_id),
    CONSTRAINT carried_text_source FOREIGN KEY (source_note_id) REFERENCES Note (note_id),
    CONSTRAINT carried_text_by FOREIGN KEY (carried_by) REFERENCES Users (user_id),
    CONSTRAINT carried_text_read_by FOREIGN KEY (read_by) REFERENCES Users (user_id),
    CONSTRAINT carried_text_section_known CHECK (section IN ('intake', 'subjective', 'objective', 'assessment', 'plan')),
    CONSTRAINT carried_text_from_another_note CHECK (source_note_id <> note_id),
    CONSTRAINT carried_text_read_after_carried CHECK (read_at >= carried_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
