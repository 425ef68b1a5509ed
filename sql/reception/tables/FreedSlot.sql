-- One row is one time that was booked and is free again, or what is left of it when a part is taken.
CREATE TABLE FreedSlot (
    freed_slot_id     BIGINT      NOT NULL AUTO_INCREMENT,
    provider_id       BIGINT      NOT NULL,
    -- Who gave it up, and is not offered it.
    patient_id        BIGINT      NULL,
    date              DATE        NOT NULL,
    time              TIME        NOT NULL,
    duration_minutes  SMALLINT    NOT NULL,
    end_time          TIME        GENERATED ALWAYS AS (ADDTIME(time, SEC_TO_TIME(duration_minutes * 60))) STORED,
    freed_at          DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    done_at           DATETIME(6) NULL,
    -- Somebody took it, nobody who waits wants it yet, it is past or booked otherwise, or the desk said stop.
    done_as           VARCHAR(10) NULL,
    PRIMARY KEY (freed_slot_id),
    CONSTRAINT freed_slot_provider FOREIGN KEY (provider_id) REFERENCES Provider (provider_id),
    CONSTRAINT freed_slot_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT freed_slot_length_sensible CHECK (duration_minutes BETWEEN 5 AND 480),
    CONSTRAINT freed_slot_done_as_word CHECK (
        done_at IS NULL AND done_as IS NULL OR done_at IS NOT NULL AND done_as IN ('filled', 'nobody', 'gone', 'stopped')),
    -- What is still to be offered; what nobody took, of days to come.
    INDEX freed_slot_by_done (done_at, freed_slot_id),
    INDEX freed_slot_by_day (done_as, date),
    -- What a booking takes a part of.
    INDEX freed_slot_by_provider_day (provider_id, date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
