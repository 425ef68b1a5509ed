-- The clinic's words for a series of appointments that has just been booked. None says why the patient comes.
INSERT INTO MessageTemplate (code, channel, language, subject, body) VALUES
('series_booked', 'sms', 'en', '', '{clinic}: {given_name}, these appointments are booked for you: {dates}. To change one, call {phone}.'),
('series_booked', 'sms', 'es', '', '{clinic}: {given_name}, le hemos reservado estas citas: {dates}. Para cambiar una, llame al {phone}.'),
('series_booked', 'sms', 'fr', '', '{clinic} : {given_name}, ces rendez-vous sont pris pour vous : {dates}. Pour en modifier un, appelez le {phone}.'),
('series_booked', 'sms', 'de', '', '{clinic}: {given_name}, diese Termine sind für Sie gebucht: {dates}. Um einen zu ändern, rufen Sie uns an: {phone}.'),
('series_booked', 'email', 'en', 'Your appointments from {date} on are booked',
'Dear {given_name},

We have booked these appointments for you:

{dates}

with {provider}
{place}

We will remind you before each of them. To change one, call us on {phone}.

{clinic}
'),
('series_booked', 'email', 'es', 'Sus citas a partir del {date} están reservadas',
'Hola, {given_name}:

Le hemos reservado estas citas:

{dates}

con {provider}
{place}

Le avisaremos antes de cada una. Para cambiar una, llámenos al {phone}.

{clinic}
'),
('series_booked', 'email', 'fr', 'Vos rendez-vous à partir du {date} sont pris',
'Bonjour {given_name},

Nous avons pris ces rendez-vous pour vous :

{dates}

avec {provider}
{place}

Nous vous rappellerons chacun d''eux. Pour en modifier un, appelez-nous au {phone}.

{clinic}
'),
('series_booked', 'email', 'de', 'Ihre Termine ab {date} sind gebucht',
'Guten Tag {given_name},

wir haben diese Termine für Sie gebucht:

{dates}

bei {provider}
{place}

Wir erinnern Sie an jeden. Um einen zu ändern, rufen Sie uns an: {phone}.

{clinic}
')
