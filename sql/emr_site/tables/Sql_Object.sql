-- One row is one view, routine, trigger or grant file that was deployed, and the hash of what was deployed.
CREATE TABLE Sql_Object (
    kind         VARCHAR(10) NOT NULL,
    name         VARCHAR(64) NOT NULL,
    room         VARCHAR(20) NOT NULL,
    sha256       CHAR(64)    NOT NULL,
    deployed_at  DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (kind, name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
