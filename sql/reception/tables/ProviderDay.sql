-- One row is one provider's day, and exists to be locked: two people who book the same day wait for one another.
CREATE TABLE ProviderDay (
    provider_id  BIGINT NOT NULL,
    date         DATE   NOT NULL,
    PRIMARY KEY (provider_id, date),
    CONSTRAINT provider_day_provider FOREIGN KEY (provider_id) REFERENCES Provider (provider_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
