-- The clinic's words on paper. What is to be prepared can tell why the patient comes: it is said in a closed letter alone.
INSERT INTO MessageTemplate (code, channel, language, subject, body) VALUES
('appointment_letter', 'letter', 'en', 'Your appointment on {date}',
'Dear {given_name},

We have booked this appointment for you:

{date} at {time}
with {provider}
{place}

Before you come:
{preparation}

If you cannot come, please call us as early as you can on {phone}, so that somebody else can have the time. Please also tell us if you need an interpreter, or help to get into the building.

{clinic}
'),
('appointment_letter', 'letter', 'es', 'Su cita del {date}',
'Hola, {given_name}:

Le hemos reservado esta cita:

{date} a las {time}
con {provider}
{place}

Antes de venir:
{preparation}

Si no puede venir, llámenos lo antes posible al {phone} para que otra persona pueda usar la hora. Avísenos también si necesita un intérprete o ayuda para entrar en el edificio.

{clinic}
'),
('appointment_letter', 'letter', 'fr', 'Votre rendez-vous du {date}',
'Bonjour {given_name},

Nous avons pris ce rendez-vous pour vous :

{date} à {time}
avec {provider}
{place}

Avant de venir :
{preparation}

Si vous ne pouvez pas venir, appelez-nous dès que possible au {phone}, afin qu''une autre personne puisse profiter de ce créneau. Dites-nous aussi si vous avez besoin d''un interprète ou d''aide pour accéder au bâtiment.

{clinic}
'),
('appointment_letter', 'letter', 'de', 'Ihr Termin am {date}',
'Guten Tag {given_name},

wir haben diesen Termin für Sie vereinbart:

{date} um {time} Uhr
bei {provider}
{place}

Bevor Sie kommen:
{preparation}

Wenn Sie nicht kommen können, rufen Sie uns bitte so früh wie möglich an: {phone}. Dann kann jemand anderes den Termin haben. Bitte sagen Sie uns auch, wenn Sie einen Dolmetscher oder Hilfe beim Betreten des Gebäudes brauchen.

{clinic}
')
