-- One row is one place where the practice sees patients. Every place goes by the clinic's clock.
CREATE TABLE Place (
    place_id        BIGINT       NOT NULL AUTO_INCREMENT,
    name            VARCHAR(100) NOT NULL,
    address         VARCHAR(255) NULL,
    phone           VARCHAR(30)  NULL,
    deactivated_at  DATETIME(6)  NULL,
    PRIMARY KEY (place_id),
    CONSTRAINT place_name_taken UNIQUE (name),
    CONSTRAINT place_name_not_blank CHECK (TRIM(name) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
