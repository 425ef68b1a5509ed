-- The clinic's words for an appointment that has a new time or another provider. None says why the patient comes.
INSERT INTO MessageTemplate (code, channel, language, subject, body) VALUES
('appointment_moved', 'sms', 'en', '', '{clinic}: {given_name}, your appointment has changed. It is now on {date} at {time} with {provider}. To change it: {link}'),
('appointment_moved', 'sms', 'es', '', '{clinic}: {given_name}, su cita ha cambiado. Ahora es el {date} a las {time} con {provider}. Para cambiarla: {link}'),
('appointment_moved', 'sms', 'fr', '', '{clinic} : {given_name}, votre rendez-vous a changé. Il est désormais le {date} à {time} avec {provider}. Pour le modifier : {link}'),
('appointment_moved', 'sms', 'de', '', '{clinic}: {given_name}, Ihr Termin hat sich geändert. Er ist jetzt am {date} um {time} Uhr bei {provider}. Zum Ändern: {link}'),
('appointment_moved', 'email', 'en', 'Your appointment has changed: {date}',
'Dear {given_name},

Your appointment has changed. It is now:

{date} at {time}
with {provider}
{place}

To confirm or cancel it, or to ask for another time:
{link}

If you need help, call us on {phone}.

{clinic}
'),
('appointment_moved', 'email', 'es', 'Su cita ha cambiado: {date}',
'Hola, {given_name}:

Su cita ha cambiado. Ahora es:

{date} a las {time}
con {provider}
{place}

Para confirmarla, cancelarla o pedir otra hora:
{link}

Si necesita ayuda, llámenos al {phone}.

{clinic}
'),
('appointment_moved', 'email', 'fr', 'Votre rendez-vous a changé : {date}',
'Bonjour {given_name},

Votre rendez-vous a changé. Il est désormais :

{date} à {time}
avec {provider}
{place}

Pour le confirmer, l''annuler ou demander un autre horaire :
{link}

Pour toute question, appelez-nous au {phone}.

{clinic}
'),
('appointment_moved', 'email', 'de', 'Ihr Termin hat sich geändert: {date}',
'Guten Tag {given_name},

Ihr Termin hat sich geändert. Er ist jetzt:

{date} um {time} Uhr
bei {provider}
{place}

Um ihn zu bestätigen, abzusagen oder einen anderen zu erbitten:
{link}

Wenn Sie Hilfe brauchen, rufen Sie uns an: {phone}.

{clinic}
')
