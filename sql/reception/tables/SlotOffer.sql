-- One row is one free time offered to one who waits; while it is open and its time has not run out, nobody else gets it.
CREATE TABLE SlotOffer (
    slot_offer_id       BIGINT      NOT NULL AUTO_INCREMENT,
    freed_slot_id       BIGINT      NOT NULL,
    waiting_request_id  BIGINT      NOT NULL,
    patient_id          BIGINT      NOT NULL,
    provider_id         BIGINT      NOT NULL,
    date                DATE        NOT NULL,
    time                TIME        NOT NULL,
    duration_minutes    SMALLINT    NOT NULL,
    end_time            TIME        GENERATED ALWAYS AS (ADDTIME(time, SEC_TO_TIME(duration_minutes * 60))) STORED,
    state               VARCHAR(10) NOT NULL DEFAULT 'open',
    offered_at          DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    held_until          DATETIME(6) NOT NULL,
    answered_at         DATETIME(6) NULL,
    -- What a yes has booked.
    appointment_id      BIGINT      NULL,
    -- Who at the desk answered or withdrew it; NULL for the patient's own answer.
    decided_by          BIGINT      NULL,
    open_slot           BIGINT      GENERATED ALWAYS AS (IF(state = 'open', freed_slot_id, NULL)) STORED,
    open_request        BIGINT      GENERATED ALWAYS AS (IF(state = 'open', waiting_request_id, NULL)) STORED,
    PRIMARY KEY (slot_offer_id),
    CONSTRAINT slot_offer_to_one UNIQUE (open_slot),
    CONSTRAINT slot_offer_one_at_a_time UNIQUE (open_request),
    CONSTRAINT slot_offer_slot FOREIGN KEY (freed_slot_id) REFERENCES FreedSlot (freed_slot_id),
    CONSTRAINT slot_offer_request FOREIGN KEY (waiting_request_id, patient_id) REFERENCES WaitingRequest (waiting_request_id, patient_id),
    CONSTRAINT slot_offer_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT slot_offer_provider FOREIGN KEY (provider_id) REFERENCES Provider (provider_id),
    CONSTRAINT slot_offer_appointment FOREIGN KEY (appointment_id, patient_id) REFERENCES Appointment (appointment_id, patient_id),
    CONSTRAINT slot_offer_decided_by FOREIGN KEY (decided_by) REFERENCES Users (user_id),
    CONSTRAINT slot_offer_state_known_word CHECK (state IN ('open', 'accepted', 'declined', 'lapsed', 'withdrawn')),
    CONSTRAINT slot_offer_answered_or_open CHECK (
        state = 'open' AND answered_at IS NULL OR state <> 'open' AND answered_at IS NOT NULL),
    -- "Is this time held?", asked of every booking; the board's holds of a day.
    INDEX slot_offer_by_provider_day (provider_id, date, state),
    INDEX slot_offer_by_day (date, state),
    -- Holds whose time has run out.
    INDEX slot_offer_by_state (state, held_until),
    -- The last answers, at the desk's waiting list.
    INDEX slot_offer_by_answer (answered_at, slot_offer_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
