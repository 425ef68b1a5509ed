-- One row is what a note of one kind of visit begins with.
CREATE TABLE NoteTemplate (
    note_template_id     BIGINT       NOT NULL AUTO_INCREMENT,
    title                VARCHAR(100) NOT NULL,
    -- NULL: offered at every visit.
    appointment_type_id  BIGINT       NULL,
    subjective           TEXT         NULL,
    objective            TEXT         NULL,
    assessment           TEXT         NULL,
    plan                 TEXT         NULL,
    retired_at           DATETIME(6)  NULL,
    PRIMARY KEY (note_template_id),
    CONSTRAINT note_template_title_taken UNIQUE (title),
    CONSTRAINT note_template_type FOREIGN KEY (appointment_type_id) REFERENCES AppointmentType (appointment_type_id),
    CONSTRAINT note_template_title_not_blank CHECK (TRIM(title) <> ''),
    CONSTRAINT note_template_says_something CHECK (COALESCE(subjective, objective, assessment, plan) IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
