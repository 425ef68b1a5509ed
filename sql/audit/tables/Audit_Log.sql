-- One row is one change of one domain row, or one event (a sign-in, a denial, an export). Written by the database only;
-- the columns are those of FHIR R4's AuditEvent: action C R U D E, outcome 0 4 8 12, time in UTC.
CREATE TABLE Audit_Log (
    audit_id          BIGINT       NOT NULL AUTO_INCREMENT,
    occurred_at       DATETIME(6)  NOT NULL,
    event             VARCHAR(20)  NOT NULL,
    action            CHAR(1)      NOT NULL,
    outcome           VARCHAR(2)   NOT NULL DEFAULT '0',
    operation_type    VARCHAR(6)   NULL,
    table_name        VARCHAR(64)  NULL,
    record_id         BIGINT       NULL,
    old_value         JSON         NULL,
    new_value         JSON         NULL,
    patient_id        BIGINT       NULL,
    user_id           BIGINT       NULL,
    user_name         VARCHAR(150) NOT NULL,
    role              VARCHAR(255) NULL,
    database_account  VARCHAR(100) NOT NULL,
    connection_id     BIGINT       NULL,
    address           VARCHAR(45)  NULL,
    request_id        VARCHAR(36)  NULL,
    purpose_of_use    VARCHAR(20)  NULL,
    PRIMARY KEY (audit_id),
    CONSTRAINT audit_action_known_letter CHECK (action IN ('C', 'R', 'U', 'D', 'E')),
    CONSTRAINT audit_outcome_known_code CHECK (outcome IN ('0', '4', '8', '12')),
    -- The back office searches by patient, by person, by record, and reads the newest first.
    INDEX audit_by_patient (patient_id, occurred_at),
    INDEX audit_by_user (user_name, occurred_at),
    INDEX audit_by_record (table_name, record_id),
    INDEX audit_by_time (occurred_at),
    INDEX audit_by_event (event, user_name, occurred_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
