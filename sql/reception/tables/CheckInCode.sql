-- One row is the code with which one patient checks in alone, on the day of one appointment.
CREATE TABLE CheckInCode (
    check_in_code_id  BIGINT      NOT NULL AUTO_INCREMENT,
    appointment_id    BIGINT      NOT NULL,
    patient_id        BIGINT      NOT NULL,
    date              DATE        NOT NULL,
    code              CHAR(6)     NOT NULL,
    made_at           DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    -- Wrong dates of birth typed with this code: after the fifth it opens nothing any more.
    tries             SMALLINT    NOT NULL DEFAULT 0,
    PRIMARY KEY (check_in_code_id),
    CONSTRAINT check_in_code_once UNIQUE (appointment_id),
    CONSTRAINT check_in_code_taken UNIQUE (date, code),
    CONSTRAINT check_in_code_appointment FOREIGN KEY (appointment_id, patient_id) REFERENCES Appointment (appointment_id, patient_id),
    CONSTRAINT check_in_code_six_digits CHECK (code REGEXP '^[0-9]{6}$'),
    CONSTRAINT check_in_code_five_tries CHECK (tries BETWEEN 0 AND 5)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
