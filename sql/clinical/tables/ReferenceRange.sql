-- One row is what one measure usually is, or can be at all, at some ages; days are counted from birth.
CREATE TABLE ReferenceRange (
    reference_range_id  BIGINT       NOT NULL AUTO_INCREMENT,
    -- normal: told beside the value. plausible: what lies outside is refused.
    kind                VARCHAR(10)  NOT NULL,
    measure             VARCHAR(20)  NOT NULL,
    from_days           INT          NOT NULL,
    to_days             INT          NOT NULL,
    low                 DECIMAL(7,2) NULL,
    high                DECIMAL(7,2) NULL,
    source              VARCHAR(200) NOT NULL,
    PRIMARY KEY (reference_range_id),
    CONSTRAINT reference_range_once UNIQUE (kind, measure, from_days),
    CONSTRAINT reference_range_kind_known CHECK (kind IN ('normal', 'plausible')),
    CONSTRAINT reference_range_measure_known CHECK (
        measure IN ('systolic', 'diastolic', 'pulse', 'respirations', 'temperature', 'spo2', 'weight', 'height', 'bmi')),
    CONSTRAINT reference_range_ages_in_order CHECK (to_days > from_days AND from_days >= 0),
    CONSTRAINT reference_range_low_below_high CHECK (low < high),
    CONSTRAINT reference_range_says_something CHECK (COALESCE(low, high) IS NOT NULL),
    CONSTRAINT reference_range_source_not_blank CHECK (TRIM(source) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
