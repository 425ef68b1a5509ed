-- One row is one secret address under which a provider's own calendar reads their appointments, until it is revoked.
CREATE TABLE ProviderFeed (
    provider_feed_id  BIGINT      NOT NULL AUTO_INCREMENT,
    provider_id       BIGINT      NOT NULL,
    -- The address itself is kept nowhere: who reads this table can open no calendar.
    token_sha256      CHAR(64)    NOT NULL,
    created_at        DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    created_by        BIGINT      NOT NULL,
    revoked_at        DATETIME(6) NULL,
    live_provider_id  BIGINT      GENERATED ALWAYS AS (IF(revoked_at IS NULL, provider_id, NULL)) STORED,
    PRIMARY KEY (provider_feed_id),
    CONSTRAINT provider_feed_token_once UNIQUE (token_sha256),
    CONSTRAINT provider_feed_one_live UNIQUE (live_provider_id),
    CONSTRAINT provider_feed_provider FOREIGN KEY (provider_id) REFERENCES Provider (provider_id),
    CONSTRAINT provider_feed_created_by FOREIGN KEY (created_by) REFERENCES Users (user_id),
    CONSTRAINT provider_feed_token_is_digest CHECK (token_sha256 REGEXP '^[0-9a-f]{64}$'),
    CONSTRAINT provider_feed_revoked_after_created CHECK (revoked_at >= created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
