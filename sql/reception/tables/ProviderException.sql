-- One row is a change to a provider's usual week: away (first_day to last_day, or some hours of each of these days),
-- or in at hours that are not usual.
CREATE TABLE ProviderException (
    provider_exception_id  BIGINT       NOT NULL AUTO_INCREMENT,
    provider_id            BIGINT       NOT NULL,
    kind                   VARCHAR(10)  NOT NULL,
    first_day              DATE         NOT NULL,
    last_day               DATE         NOT NULL,
    starts                 TIME         NULL,
    ends                   TIME         NULL,
    reason                 VARCHAR(100) NULL,
    place_id               BIGINT       NULL,
    room_id                BIGINT       NULL,
    -- Whole days count from midnight: NULL would never be the same.
    from_time              TIME         GENERATED ALWAYS AS (COALESCE(starts, TIME '00:00:00')) STORED,
    PRIMARY KEY (provider_exception_id),
    CONSTRAINT provider_exception_once UNIQUE (provider_id, kind, first_day, from_time),
    CONSTRAINT provider_exception_provider FOREIGN KEY (provider_id) REFERENCES Provider (provider_id),
    CONSTRAINT provider_exception_place FOREIGN KEY (place_id) REFERENCES Place (place_id),
    CONSTRAINT provider_exception_room FOREIGN KEY (room_id) REFERENCES Room (room_id),
    CONSTRAINT provider_exception_kind_known CHECK (kind IN ('away', 'in')),
    CONSTRAINT provider_exception_days_in_order CHECK (last_day >= first_day),
    CONSTRAINT provider_exception_end_after_start CHECK (ends > starts),
    -- Away may be whole days; in is from when to when.
    CONSTRAINT provider_exception_both_times CHECK ((starts IS NULL) = (ends IS NULL) AND (kind = 'away' OR starts IS NOT NULL)),
    -- The exceptions of a day.
    INDEX provider_exception_by_day (last_day, first_day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
