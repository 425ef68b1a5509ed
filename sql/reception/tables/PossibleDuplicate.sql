-- One row is two records that may be of one person, until somebody has looked.
CREATE TABLE PossibleDuplicate (
    possible_duplicate_id  BIGINT       NOT NULL AUTO_INCREMENT,
    -- The record that was registered later, and the earlier one.
    patient_id             BIGINT       NOT NULL,
    other_patient_id       BIGINT       NOT NULL,
    reason                 VARCHAR(150) NOT NULL,
    found_at               DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    -- Who registered the later record although the earlier one was shown; NULL when the search found the two.
    registered_by          BIGINT       NULL,
    state                  VARCHAR(10)  NOT NULL DEFAULT 'open',
    decided_at             DATETIME(6)  NULL,
    decided_by             BIGINT       NULL,
    note                   VARCHAR(255) NULL,
    PRIMARY KEY (possible_duplicate_id),
    CONSTRAINT possible_duplicate_once UNIQUE (patient_id, other_patient_id),
    CONSTRAINT possible_duplicate_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT possible_duplicate_other FOREIGN KEY (other_patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT possible_duplicate_registered_by FOREIGN KEY (registered_by) REFERENCES Users (user_id),
    CONSTRAINT possible_duplicate_decided_by FOREIGN KEY (decided_by) REFERENCES Users (user_id),
    CONSTRAINT possible_duplicate_later_first CHECK (patient_id > other_patient_id),
    CONSTRAINT possible_duplicate_state_known_word CHECK (state IN ('open', 'different', 'merged')),
    CONSTRAINT possible_duplicate_decided_or_open CHECK (
        state = 'open' AND decided_at IS NULL OR state <> 'open' AND decided_at IS NOT NULL),
    CONSTRAINT possible_duplicate_reason_not_blank CHECK (TRIM(reason) <> ''),
    -- The worklist, newest first.
    INDEX possible_duplicate_by_state (state, possible_duplicate_id),
    INDEX possible_duplicate_by_other (other_patient_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
