-- One row is one stretch of a provider's usual week. weekday 0 is Monday; times are the clinic's clock.
CREATE TABLE ProviderHours (
    provider_hours_id  BIGINT   NOT NULL AUTO_INCREMENT,
    provider_id        BIGINT   NOT NULL,
    weekday            TINYINT  NOT NULL,
    starts             TIME     NOT NULL,
    ends               TIME     NOT NULL,
    place_id           BIGINT   NULL,
    room_id            BIGINT   NULL,
    PRIMARY KEY (provider_hours_id),
    CONSTRAINT provider_hours_once UNIQUE (provider_id, weekday, starts),
    CONSTRAINT provider_hours_provider FOREIGN KEY (provider_id) REFERENCES Provider (provider_id),
    CONSTRAINT provider_hours_place FOREIGN KEY (place_id) REFERENCES Place (place_id),
    CONSTRAINT provider_hours_room FOREIGN KEY (room_id) REFERENCES Room (room_id),
    CONSTRAINT provider_hours_weekday CHECK (weekday BETWEEN 0 AND 6),
    CONSTRAINT provider_hours_end_after_start CHECK (ends > starts),
    -- Who works on a day, for the board.
    INDEX provider_hours_by_weekday (weekday, starts)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
