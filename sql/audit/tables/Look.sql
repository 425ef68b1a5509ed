-- One row is one person's look at one part of one patient's record.
CREATE TABLE Look (
    look_id           BIGINT       NOT NULL AUTO_INCREMENT,
    occurred_at       DATETIME(6)  NOT NULL,
    patient_id        BIGINT       NOT NULL,
    part              VARCHAR(40)  NOT NULL,
    user_id           BIGINT       NULL,
    user_name         VARCHAR(150) NOT NULL,
    role              VARCHAR(255) NULL,
    database_account  VARCHAR(100) NOT NULL,
    connection_id     BIGINT       NULL,
    address           VARCHAR(45)  NULL,
    request_id        VARCHAR(36)  NULL,
    purpose_of_use    VARCHAR(20)  NULL,
    PRIMARY KEY (look_id),
    -- Who looked at this patient? What did this person look at?
    INDEX look_by_patient (patient_id, occurred_at),
    INDEX look_by_user (user_name, occurred_at),
    INDEX look_by_time (occurred_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
