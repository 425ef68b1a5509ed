-- One row says which of our rows stands for a record of another system, so that a second import adds nothing.
CREATE TABLE ExternalIdentifier (
    external_identifier_id  BIGINT       NOT NULL AUTO_INCREMENT,
    identifier_system       VARCHAR(100) NOT NULL,
    identifier_value        VARCHAR(150) NOT NULL,
    table_name              VARCHAR(64)  NOT NULL,
    record_id               BIGINT       NOT NULL,
    recorded_at             DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (external_identifier_id),
    CONSTRAINT external_identifier_once UNIQUE (identifier_system, identifier_value, table_name),
    -- "Where did this row come from?" on a record's page in the back office.
    INDEX external_identifier_by_record (table_name, record_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
