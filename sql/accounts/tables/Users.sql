-- One row is one person (or program) that signs in. Roles are groups (Users_Group), not a column.
CREATE TABLE Users (
    user_id       BIGINT       NOT NULL AUTO_INCREMENT,
    username      VARCHAR(150) NOT NULL,
    password      VARCHAR(255) NOT NULL,
    given_name    VARCHAR(100) NOT NULL DEFAULT '',
    family_name   VARCHAR(100) NOT NULL DEFAULT '',
    email         VARCHAR(254) NOT NULL DEFAULT '',
    is_active     BOOLEAN      NOT NULL DEFAULT TRUE,
    is_staff      BOOLEAN      NOT NULL DEFAULT FALSE,
    is_superuser  BOOLEAN      NOT NULL DEFAULT FALSE,
    last_login    DATETIME(6)  NULL,
    date_joined   DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (user_id),
    CONSTRAINT users_username_taken UNIQUE (username),
    CONSTRAINT users_username_not_blank CHECK (TRIM(username) <> ''),
    CONSTRAINT users_password_is_hashed CHECK (password LIKE 'argon2$argon2id$%' OR password LIKE '!%')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
