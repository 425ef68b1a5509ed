-- One row is one step in an appointment's life: booked, moved, given another status, or a step taken back; by whom and
-- when (UTC).
-- Written by triggers alone. The was_ columns hold what a move changed.
CREATE TABLE AppointmentEvent (
    appointment_event_id  BIGINT       NOT NULL AUTO_INCREMENT,
    appointment_id        BIGINT       NOT NULL,
    event                 VARCHAR(10)  NOT NULL,
    status                VARCHAR(20)  NOT NULL,
    was_provider_id       BIGINT       NULL,
    was_date              DATE         NULL,
    was_time              TIME         NULL,
    was_duration_minutes  SMALLINT     NULL,
    reason                VARCHAR(255) NULL,
    happened_at           DATETIME(6)  NOT NULL,
    user_id               BIGINT       NULL,
    -- As the audit names them: the signed-in user, or the database account.
    user_name             VARCHAR(150) NOT NULL,
    PRIMARY KEY (appointment_event_id),
    CONSTRAINT appointment_event_appointment FOREIGN KEY (appointment_id) REFERENCES Appointment (appointment_id),
    CONSTRAINT appointment_event_provider FOREIGN KEY (was_provider_id) REFERENCES Provider (provider_id),
    CONSTRAINT appointment_event_known CHECK (event IN ('booked', 'moved', 'status', 'undone'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
