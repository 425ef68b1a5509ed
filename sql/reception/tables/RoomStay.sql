-- One row is one stay of a visiting patient in a room; while left_at is NULL the room is theirs alone.
CREATE TABLE RoomStay (
    room_stay_id   BIGINT      NOT NULL AUTO_INCREMENT,
    room_id        BIGINT      NOT NULL,
    visit_id       BIGINT      NOT NULL,
    entered_at     DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    left_at        DATETIME(6) NULL,
    held_room_id   BIGINT      GENERATED ALWAYS AS (IF(left_at IS NULL, room_id, NULL)) STORED,
    held_visit_id  BIGINT      GENERATED ALWAYS AS (IF(left_at IS NULL, visit_id, NULL)) STORED,
    PRIMARY KEY (room_stay_id),
    CONSTRAINT room_holds_one_patient UNIQUE (held_room_id),
    CONSTRAINT patient_in_one_room UNIQUE (held_visit_id),
    CONSTRAINT room_stay_room FOREIGN KEY (room_id) REFERENCES Room (room_id),
    CONSTRAINT room_stay_visit FOREIGN KEY (visit_id) REFERENCES Visit (visit_id),
    CONSTRAINT room_stay_leaves_after_entering CHECK (left_at >= entered_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
