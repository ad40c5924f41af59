audience-public = tout le monde, même sans compte
audience-district = tout le district
audience-invited = les personnes que vous invitez
refused-host = C’est réservé aux personnes qui animent la rencontre.
