-- One row is one wish of a patient to get no messages by one channel, until it is ended.
CREATE TABLE MessageOptOut (
    opt_out_id    BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id    BIGINT       NOT NULL,
    channel       VARCHAR(10)  NOT NULL,
    said_by       VARCHAR(10)  NOT NULL,
    recorded_by   BIGINT       NULL,
    opted_out_at  DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ended_at      DATETIME(6)  NULL,
    is_live       TINYINT      GENERATED ALWAYS AS (IF(ended_at IS NULL, 1, NULL)) STORED,
    PRIMARY KEY (opt_out_id),
    CONSTRAINT message_opt_out_once UNIQUE (patient_id, channel, is_live),
    CONSTRAINT message_opt_out_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT message_opt_out_recorded_by FOREIGN KEY (recorded_by) REFERENCES Users (user_id),
    CONSTRAINT message_opt_out_channel_known_word CHECK (channel IN ('email', 'sms')),
    CONSTRAINT message_opt_out_said_by_known_word CHECK (said_by IN ('patient', 'desk')),
    CONSTRAINT message_opt_out_ends_after_start CHECK (ended_at >= opted_out_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
