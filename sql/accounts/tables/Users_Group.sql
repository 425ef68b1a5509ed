-- One row gives one user one role.
CREATE TABLE Users_Group (
    id        BIGINT NOT NULL AUTO_INCREMENT,
    user_id   BIGINT NOT NULL,
    group_id  INT    NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT users_group_once UNIQUE (user_id, group_id),
    CONSTRAINT users_group_user FOREIGN KEY (user_id) REFERENCES Users (user_id),
    CONSTRAINT users_group_group FOREIGN KEY (group_id) REFERENCES auth_group (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
