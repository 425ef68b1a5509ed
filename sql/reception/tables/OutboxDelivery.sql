-- One row is one message that stands in the outbox: written with its state 'sent' in one transaction, so exactly once.
CREATE TABLE OutboxDelivery (
    delivery_id   BIGINT      NOT NULL AUTO_INCREMENT,
    message_id    BIGINT      NOT NULL,
    patient_id    BIGINT      NOT NULL,
    delivered_at  DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (delivery_id),
    CONSTRAINT outbox_delivery_once UNIQUE (message_id),
    CONSTRAINT outbox_delivery_message FOREIGN KEY (message_id, patient_id) REFERENCES Message (message_id, patient_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
