-- One row is one try of a code at the door that opens nothing: who tries too many from one address gets no further for a while.
-- A row is needed for some minutes and goes then.
CREATE TABLE WrongCode (
    wrong_code_id  BIGINT      NOT NULL AUTO_INCREMENT,
    -- Of the network: an IPv4 or IPv6 address.
    address        VARCHAR(45) NOT NULL,
    tried_at       DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (wrong_code_id),
    -- How many of one address are not forgotten yet.
    INDEX wrong_code_by_address (address, tried_at),
    -- The worker's sweep.
    INDEX wrong_code_by_moment (tried_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
