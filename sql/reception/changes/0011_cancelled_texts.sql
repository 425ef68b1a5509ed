-- The clinic's words for an appointment that is off; there is nothing left to answer by a link.
INSERT INTO MessageTemplate (code, channel, language, subject, body) VALUES
('appointment_cancelled', 'sms', 'en', '', '{clinic}: {given_name}, your appointment on {date} at {time} is cancelled. For another time call {phone}.'),
('appointment_cancelled', 'sms', 'es', '', '{clinic}: {given_name}, su cita del {date} a las {time} está cancelada. Para otra hora llame al {phone}.'),
('appointment_cancelled', 'sms', 'fr', '', '{clinic} : {given_name}, votre rendez-vous du {date} à {time} est annulé. Pour un autre horaire, appelez le {phone}.'),
('appointment_cancelled', 'sms', 'de', '', '{clinic}: {given_name}, Ihr Termin am {date} um {time} Uhr ist abgesagt. Für einen anderen rufen Sie uns an: {phone}.'),
('appointment_cancelled', 'email', 'en', 'Your appointment on {date} is cancelled',
'Dear {given_name},

This appointment is cancelled:

{date} at {time}
with {provider}

If you would like another time, call us on {phone}.

{clinic}
'),
('appointment_cancelled', 'email', 'es', 'Su cita del {date} está cancelada',
'Hola, {given_name}:

Esta cita está cancelada:

{date} a las {time}
con {provider}

Si desea otra hora, llámenos al {phone}.

{clinic}
'),
('appointment_cancelled', 'email', 'fr', 'Votre rendez-vous du {date} est annulé',
'Bonjour {given_name},

Ce rendez-vous est annulé :

{date} à {time}
avec {provider}

Pour un autre horaire, appelez-nous au {phone}.

{clinic}
'),
('appointment_cancelled', 'email', 'de', 'Ihr Termin am {date} ist abgesagt',
'Guten Tag {given_name},

dieser Termin ist abgesagt:

{date} um {time} Uhr
bei {provider}

Wenn Sie einen anderen Termin möchten, rufen Sie uns an: {phone}.

{clinic}
')
