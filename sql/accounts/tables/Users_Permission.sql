-- One row gives one user one right beyond what the role carries.
CREATE TABLE Users_Permission (
    id             BIGINT NOT NULL AUTO_INCREMENT,
    user_id        BIGINT NOT NULL,
    permission_id  INT    NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT users_permission_once UNIQUE (user_id, permission_id),
    CONSTRAINT users_permission_user FOREIGN KEY (user_id) REFERENCES Users (user_id),
    CONSTRAINT users_permission_permission FOREIGN KEY (permission_id) REFERENCES auth_permission (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
