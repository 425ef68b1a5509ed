-- The words with which a clinic begins; it changes them in the back office. None says why the patient comes.
INSERT INTO MessageTemplate (code, channel, language, subject, body) VALUES
('appointment_reminder', 'sms', 'en', '', '{clinic}: {given_name}, you have an appointment on {date} at {time}. Confirm, cancel or ask for another time: {link} Check-in code: {code}'),
('appointment_reminder', 'sms', 'es', '', '{clinic}: {given_name}, tiene una cita el {date} a las {time}. Confirme, cancele o pida otra hora: {link} Código de llegada: {code}'),
('appointment_reminder', 'sms', 'fr', '', '{clinic} : {given_name}, vous avez rendez-vous le {date} à {time}. Confirmez, annulez ou demandez un autre horaire : {link} Code d’arrivée : {code}'),
('appointment_reminder', 'sms', 'de', '', '{clinic}: {given_name}, Sie haben einen Termin am {date} um {time} Uhr. Bestätigen, absagen oder einen anderen Termin erbitten: {link} Code für die Anmeldung: {code}'),
('appointment_reminder', 'email', 'en', 'Your appointment on {date}',
'Dear {given_name},

This is a reminder of your appointment:

{date} at {time}
with {provider}
{place}

Please tell us whether you are coming, cancel, or ask for another time:
{link}

When you are here, check in on your phone with the code {code}:
{checkin}

If you need help, call us on {phone}.

{clinic}
'),
('appointment_reminder', 'email', 'es', 'Su cita del {date}',
'Hola, {given_name}:

Le recordamos su cita:

{date} a las {time}
con {provider}
{place}

Díganos si va a venir, cancele la cita o pida otra hora:
{link}

Cuando llegue, anuncie su llegada con el código {code}:
{checkin}

Si necesita ayuda, llámenos al {phone}.

{clinic}
'),
('appointment_reminder', 'email', 'fr', 'Votre rendez-vous du {date}',
'Bonjour {given_name},

Nous vous rappelons votre rendez-vous :

{date} à {time}
avec {provider}
{place}

Dites-nous si vous venez, annulez ou demandez un autre horaire :
{link}

À votre arrivée, enregistrez-vous avec le code {code} :
{checkin}

Pour toute question, appelez-nous au {phone}.

{clinic}
'),
('appointment_reminder', 'email', 'de', 'Ihr Termin am {date}',
'Guten Tag {given_name},

wir erinnern Sie an Ihren Termin:

{date} um {time} Uhr
bei {provider}
{place}

Bitte sagen Sie uns, ob Sie kommen, sagen Sie ab oder erbitten Sie einen anderen Termin:
{link}

Wenn Sie da sind, melden Sie sich mit dem Code {code} an:
{checkin}

Wenn Sie Hilfe brauchen, rufen Sie uns an: {phone}.

{clinic}
')
