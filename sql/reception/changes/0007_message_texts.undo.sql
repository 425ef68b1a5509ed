DELETE FROM MessageTemplate
