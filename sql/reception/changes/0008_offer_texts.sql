-- The words with which a free time is offered; the clinic changes them in the back office. None says why the patient comes.
INSERT INTO MessageTemplate (code, channel, language, subject, body) VALUES
('slot_offer', 'sms', 'en', '', '{clinic}: {given_name}, an earlier time is free: {date} at {time}. It is held for you until {until}. Yes or no: {link}'),
('slot_offer', 'sms', 'es', '', '{clinic}: {given_name}, hay una hora antes: {date} a las {time}. Se la guardamos hasta las {until}. Sí o no: {link}'),
('slot_offer', 'sms', 'fr', '', '{clinic} : {given_name}, un horaire plus tôt est libre : {date} à {time}. Il vous est réservé jusqu’à {until}. Oui ou non : {link}'),
('slot_offer', 'sms', 'de', '', '{clinic}: {given_name}, ein früherer Termin ist frei: {date} um {time} Uhr. Wir halten ihn bis {until} Uhr für Sie frei. Ja oder nein: {link}'),
('slot_offer', 'email', 'en', 'An earlier time: {date} at {time}',
'Dear {given_name},

an earlier time is free:

{date} at {time}
with {provider}
{place}

It is held for you until {until}. Please say yes or no:
{link}

{clinic}, {phone}
'),
('slot_offer', 'email', 'es', 'Una hora antes: {date} a las {time}',
'Hola, {given_name}:

Ha quedado libre una hora antes:

{date} a las {time}
con {provider}
{place}

Se la guardamos hasta las {until}. Díganos sí o no:
{link}

{clinic}, {phone}
'),
('slot_offer', 'email', 'fr', 'Un horaire plus tôt : {date} à {time}',
'Bonjour {given_name},

un horaire plus tôt est libre :

{date} à {time}
avec {provider}
{place}

Il vous est réservé jusqu’à {until}. Merci de répondre oui ou non :
{link}

{clinic}, {phone}
'),
('slot_offer', 'email', 'de', 'Ein früherer Termin: {date} um {time} Uhr',
'Guten Tag {given_name},

ein früherer Termin ist frei:

{date} um {time} Uhr
bei {provider}
{place}

Wir halten ihn bis {until} Uhr für Sie frei. Bitte sagen Sie ja oder nein:
{link}

{clinic}, {phone}
')
