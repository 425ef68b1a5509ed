-- One row is one message to one patient: waiting, sent, or why not.
CREATE TABLE Message (
    message_id      BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id      BIGINT       NOT NULL,
    appointment_id  BIGINT       NULL,
    purpose         VARCHAR(30)  NOT NULL,
    channel         VARCHAR(10)  NOT NULL,
    recipient       VARCHAR(254) NOT NULL,
    -- BCP 47 tag of the language in which it is written.
    language        VARCHAR(35)  NOT NULL,
    subject         VARCHAR(150) NOT NULL DEFAULT '',
    body            TEXT         NOT NULL,
    -- What it says of an appointment: one that has moved, or is with somebody else meanwhile, makes it wrong.
    about_date         DATE      NULL,
    about_time         TIME      NULL,
    about_provider_id  BIGINT    NULL,
    -- Whoever queues the same message a second time is refused by this.
    dedup_key       VARCHAR(100) NOT NULL,
    state           VARCHAR(10)  NOT NULL DEFAULT 'queued',
    not_before      DATETIME(6)  NOT NULL,
    attempts        SMALLINT     NOT NULL DEFAULT 0,
    claimed_at      DATETIME(6)  NULL,
    claimed_by      VARCHAR(100) NULL,
    sent_at         DATETIME(6)  NULL,
    transport_id    VARCHAR(200) NULL,
    -- In words of ours: what a server says may hold patient data.
    last_error      VARCHAR(255) NULL,
    created_at      DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (message_id),
    CONSTRAINT message_once UNIQUE (dedup_key),
    -- A delivery refers to its message and its patient as one pair, so that they cannot disagree.
    CONSTRAINT message_of_patient UNIQUE (message_id, patient_id),
    CONSTRAINT message_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT message_appointment FOREIGN KEY (appointment_id, patient_id) REFERENCES Appointment (appointment_id, patient_id),
    CONSTRAINT message_about_provider FOREIGN KEY (about_provider_id) REFERENCES Provider (provider_id),
    CONSTRAINT message_channel_known_word CHECK (channel IN ('email', 'sms')),
    CONSTRAINT message_state_known_word CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unclear', 'cancelled')),
    CONSTRAINT message_recipient_not_blank CHECK (TRIM(recipient) <> ''),
    CONSTRAINT message_body_not_blank CHECK (TRIM(body) <> ''),
    CONSTRAINT message_attempts_not_negative CHECK (attempts >= 0),
    CONSTRAINT message_sending_is_claimed CHECK (state <> 'sending' OR claimed_at IS NOT NULL AND claimed_by IS NOT NULL),
    CONSTRAINT message_sent_has_moment CHECK (state = 'sent' AND sent_at IS NOT NULL OR state <> 'sent' AND sent_at IS NULL),
    -- The worker's claim: what is due, in its order.
    INDEX message_by_state_due (state, not_before, message_id),
    -- The desk's list of one state, newest first.
    INDEX message_by_state (state, message_id),
    -- A patient's messages, newest first.
    INDEX message_by_patient (patient_id, message_id),
    INDEX message_by_appointment (appointment_id, patient_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
