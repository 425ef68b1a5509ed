-- The clinic's words for an appointment that has just been booked. None says why the patient comes.
INSERT INTO MessageTemplate (code, channel, language, subject, body) VALUES
('appointment_booked', 'sms', 'en', '', '{clinic}: {given_name}, your appointment is booked for {date} at {time}. To change it: {link}'),
('appointment_booked', 'sms', 'es', '', '{clinic}: {given_name}, su cita está reservada para el {date} a las {time}. Para cambiarla: {link}'),
('appointment_booked', 'sms', 'fr', '', '{clinic} : {given_name}, votre rendez-vous est pris pour le {date} à {time}. Pour le modifier : {link}'),
('appointment_booked', 'sms', 'de', '', '{clinic}: {given_name}, Ihr Termin ist am {date} um {time} Uhr. Zum Ändern: {link}'),
('appointment_booked', 'email', 'en', 'Your appointment on {date} is booked',
'Dear {given_name},

We have booked this appointment for you:

{date} at {time}
with {provider}
{place}

To confirm or cancel it, or to ask for another time:
{link}

If you need help, call us on {phone}.

{clinic}
'),
('appointment_booked', 'email', 'es', 'Su cita del {date} está reservada',
'Hola, {given_name}:

Le hemos reservado esta cita:

{date} a las {time}
con {provider}
{place}

Para confirmarla, cancelarla o pedir otra hora:
{link}

Si necesita ayuda, llámenos al {phone}.

{clinic}
'),
('appointment_booked', 'email', 'fr', 'Votre rendez-vous du {date} est pris',
'Bonjour {given_name},

Nous avons pris ce rendez-vous pour vous :

{date} à {time}
avec {provider}
{place}

Pour le confirmer, l''annuler ou demander un autre horaire :
{link}

Pour toute question, appelez-nous au {phone}.

{clinic}
'),
('appointment_booked', 'email', 'de', 'Ihr Termin am {date} ist gebucht',
'Guten Tag {given_name},

wir haben diesen Termin für Sie gebucht:

{date} um {time} Uhr
bei {provider}
{place}

Um ihn zu bestätigen, abzusagen oder einen anderen zu erbitten:
{link}

Wenn Sie Hilfe brauchen, rufen Sie uns an: {phone}.

{clinic}
')
