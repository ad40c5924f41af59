# Le babillard : accueil, listes, mois, série et rencontre d’un coup d’œil.
start-title = Bienvenue dans Klatsch
start-lead = Tout fonctionne, et personne n’a encore emménagé.
start-how = Pour commencer
start-init = Sur l’ordinateur où tourne Klatsch, nommez votre district et la première personne qui s’en occupe :
start-then = Cette personne se connecte ensuite ici par un lien envoyé par courriel.
welcome-lead = Klatsch est l’endroit où celles et ceux qui enseignent dans { $district } partagent ce qui marche, autour d’un café. Voyez ce qui se prépare, dites que vous venez et proposez ce dont vous aimeriez parler.
welcome-sign-in = Se connecter pour répondre
welcome-next = Ouvert à tout le monde
welcome-none = Les prochaines rencontres sont réservées aux personnes qui ont un compte. Connectez-vous pour les voir.
front-hello = Bonjour { $name }
front-next = La prochaine
front-coming = Les deux prochaines semaines
front-later = Plus tard
front-all = Toutes les rencontres
lists-shown = Ce qui est affiché
lists-coming = À venir
lists-past = Passées
lists-series = Séries
lists-any-school = Toutes les écoles
lists-school = École
lists-filter = Afficher
lists-over = terminée
lists-none-coming = Rien n’est encore prévu
lists-none-series = Aucune série encore
lists-none-why = Une série est une règle qui crée des rencontres, comme un café tous les mercredis midi jusqu’à la relâche. On répond une seule fois pour toute la série.
lists-make = Créer une série
notice-cancelled = annulée
notice-moved-from = prévue d’abord le { $date }
month-other = Autres mois
month-now = Ce mois-ci
month-count = { $count ->
    [0] Rien ce mois-ci
    [one] Une rencontre
   *[other] { $count } rencontres
}
fact-days-off = Relâches
fact-where = Où
fact-hosts = Animation
fact-link = Participer à distance
series-except = Pas de rencontre le { $days }
series-coming = À venir
series-past = Jusqu’ici
series-none-coming = Plus de dates.
for-public = Ouvert à tout le monde
for-district = Pour tout le district
for-invited = Sur invitation
gathering-cancelled = Cette rencontre est annulée
gathering-moved = L’heure ou le lieu a changé
gathering-moved-from = Prévue d’abord le { $date }
gathering-neighbours = Avant et après
