-- One row is one row of an adopted database that could not be placed as it was, kept whole.
CREATE TABLE Adoption_Finding (
    adoption_finding_id  BIGINT       NOT NULL AUTO_INCREMENT,
    source_table         VARCHAR(64)  NOT NULL,
    source_id            VARCHAR(64)  NULL,
    reason               VARCHAR(64)  NOT NULL,
    explanation          VARCHAR(255) NOT NULL,
    original_row         JSON         NOT NULL,
    placed_table         VARCHAR(64)  NULL,
    placed_id            BIGINT       NULL,
    found_at             DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (adoption_finding_id),
    -- The back office lists findings by table and reason.
    INDEX adoption_finding_by_table (source_table, reason)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
