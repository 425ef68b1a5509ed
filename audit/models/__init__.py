from audit.models.logs import AuditLog, Look

__all__ = ["AuditLog", "Look"]
