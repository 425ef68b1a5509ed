-- One row is one kind of appointment: how long it usually lasts, and what it needs.
CREATE TABLE AppointmentType (
    appointment_type_id  BIGINT       NOT NULL AUTO_INCREMENT,
    name                 VARCHAR(100) NOT NULL,
    duration_minutes     SMALLINT     NOT NULL DEFAULT 15,
    -- One of the look's tones, drawn beside the name and never instead of it.
    colour               VARCHAR(10)  NOT NULL DEFAULT 'grey',
    room_kind            VARCHAR(20)  NULL,
    -- What the patient is told to do before: come fasting, bring the medicines.
    preparation          TEXT         NULL,
    deactivated_at       DATETIME(6)  NULL,
    PRIMARY KEY (appointment_type_id),
    CONSTRAINT appointment_type_name_taken UNIQUE (name),
    CONSTRAINT appointment_type_name_not_blank CHECK (TRIM(name) <> ''),
    CONSTRAINT appointment_type_length_sensible CHECK (duration_minutes BETWEEN 5 AND 480),
    CONSTRAINT appointment_type_colour_known CHECK (colour IN ('grey', 'petrol', 'amber', 'violet', 'green')),
    CONSTRAINT appointment_type_room_kind_known CHECK (room_kind IN ('consulting', 'treatment', 'procedure'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
