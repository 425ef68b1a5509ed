-- One row is one day on which the practice, or one of its places, is closed.
CREATE TABLE Holiday (
    holiday_id   BIGINT       NOT NULL AUTO_INCREMENT,
    date         DATE         NOT NULL,
    name         VARCHAR(100) NOT NULL,
    place_id     BIGINT       NULL,
    -- 0 for the whole practice: a NULL would let the same day in twice.
    whose_day    BIGINT       GENERATED ALWAYS AS (COALESCE(place_id, 0)) STORED,
    PRIMARY KEY (holiday_id),
    CONSTRAINT holiday_once UNIQUE (date, whose_day),
    CONSTRAINT holiday_place FOREIGN KEY (place_id) REFERENCES Place (place_id),
    CONSTRAINT holiday_name_not_blank CHECK (TRIM(name) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
