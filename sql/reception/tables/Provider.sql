-- One row is one person who sees patients: a doctor, a nurse with a clinic of her own.
CREATE TABLE Provider (
    provider_id     BIGINT       NOT NULL AUTO_INCREMENT,
    prefix          VARCHAR(20)  NOT NULL DEFAULT '',
    family_name     VARCHAR(100) NOT NULL,
    given_name      VARCHAR(100) NOT NULL DEFAULT '',
    name            VARCHAR(222) GENERATED ALWAYS AS (TRIM(CONCAT(prefix, ' ', TRIM(CONCAT(given_name, ' ', family_name))))) STORED,
    specialization  VARCHAR(100) NULL,
    department      VARCHAR(100) NULL,
    contact         VARCHAR(100) NULL,
    deactivated_at  DATETIME(6)  NULL,
    user_id         BIGINT       NULL,
    PRIMARY KEY (provider_id),
    CONSTRAINT provider_user_taken UNIQUE (user_id),
    CONSTRAINT provider_user FOREIGN KEY (user_id) REFERENCES Users (user_id),
    CONSTRAINT provider_family_name_not_blank CHECK (TRIM(family_name) <> ''),
    -- The list of providers, and the choice of one on every booking form.
    INDEX provider_by_name (family_name, given_name, provider_id),
    INDEX provider_by_readable_name (name, provider_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
