-- One row is one creating form that was sent, and the row it created; a second arrival of its key finds it here.
CREATE TABLE Submission (
    submission_id    BIGINT      NOT NULL AUTO_INCREMENT,
    user_id          BIGINT      NOT NULL DEFAULT 0,
    idempotency_key  CHAR(36)    NOT NULL,
    -- A digest of what was typed, salted by the key: other contents under one key are another form.
    contents         CHAR(64)    NULL,
    record_id        BIGINT      NULL,
    submitted_at     DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (submission_id),
    CONSTRAINT submission_once UNIQUE (idempotency_key, user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
