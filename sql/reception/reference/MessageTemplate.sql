-- One row is the clinic's words for one purpose, channel and language: without it nothing is sent.
SELECT CONCAT(code, ' ', channel, ' ', language) FROM MessageTemplate
