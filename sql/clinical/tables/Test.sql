-- One row is one test ordered at a visit, and its results once they are known.
CREATE TABLE Test (
    test_id   BIGINT       NOT NULL AUTO_INCREMENT,
    visit_id  BIGINT       NOT NULL,
    type      VARCHAR(255) NOT NULL,
    results   TEXT         NULL,
    date      DATE         NULL,
    recorded_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (test_id),
    CONSTRAINT test_visit FOREIGN KEY (visit_id) REFERENCES Visit (visit_id),
    CONSTRAINT test_type_not_blank CHECK (TRIM(type) <> ''),
    -- The tests of a visit in the order they were done.
    INDEX test_by_visit (visit_id, date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
