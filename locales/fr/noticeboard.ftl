# Le babillard : accueil, listes, mois, série et rencontre d’un coup d’œil.
start-title = Bienvenue dans Klatsch
start-lead = Tout fonctionne, et personne n’a encore emménagé.
start-how = Pour commencer
start-init = Sur l’ordinateur où tourne Klatsch, nommez votre district et la première personne qui s’en occupe :
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
lists-any-network = Tous les réseaux
lists-network = Réseau
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
mine-yes = Vous venez
mine-maybe = Peut-être
mine-no = Vous ne venez pas
mine-waiting = En attente, numéro { $position }
offer-come = Je viens
offer-come-after-all = Je peux venir
offer-not-this-time = Pas cette fois
offer-leave-the-list = Quitter la liste
call-date = Venez-vous { $date }?
call-yes = je serai là
call-maybe = à confirmer
call-no = pas cette fois
call-excuse = Dire pourquoi vous ne venez pas
call-follow = Comme pour la série
call-series = Venez-vous?
call-series-yes = { $count ->
    [one] à cette date
   *[other] aux { $count } dates
}
call-series-maybe = date par date
call-series-no = pas pour moi
call-series-said-yes = Vous avez dit oui une fois pour toutes. Si une date ne convient pas, dites-le à cette date.
call-series-said-maybe = Dites oui aux dates qui vous conviennent.
call-series-said-no = Vous pouvez encore dire oui à certaines dates.
series-mine-yes = Vous avez dit oui
series-mine-maybe = Date par date
series-mine-no = Vous avez dit non
series-mine-open = Votre réponse?
front-asked = On vous attend
front-invited = Vous êtes des nôtres?
front-more = { $count ->
    [one] Une autre série attend votre réponse
   *[other] { $count } autres séries attendent votre réponse
}
count-coming = { $count ->
    [0] personne encore
    [one] 1 personne vient
   *[other] { $count } personnes viennent
}
count-maybe = { $count ->
    [one] 1 peut-être
   *[other] { $count } peut-être
}
count-topics = { $count ->
    [one] 1 sujet
   *[other] { $count } sujets
}
lists-mine = Les miennes
lists-none-found = Rien ne correspond
lists-none-found-why = Essayez une autre école ou un autre réseau, ou toutes les rencontres plutôt que les vôtres.
lists-unfilter = Tout afficher
lists-none-past = Rien n’a encore eu lieu
lists-none-past-why = Une rencontre terminée passe ici, avec ce qui a été partagé et qui est venu.
lists-none-public = Rien n’est encore ouvert à tout le monde
lists-to-coming = Voir ce qui vient
fact-places = { $count ->
    [one] une place
   *[other] { $count } places
}
sign-in-to-answer = Le personnel du district se connecte pour dire s’il vient.
people-yes = { $count ->
    [one] Une personne vient
   *[other] { $count } personnes viennent
}
people-maybe = { $count ->
    [one] Une personne viendra peut-être
   *[other] { $count } personnes viendront peut-être
}
people-waiting = { $count ->
    [one] Une personne attend une place
   *[other] { $count } personnes attendent une place
}
gathering-who = Qui vient
gathering-free = { $count ->
    [0] toutes les places sont prises
    [one] une place libre
   *[other] { $count } places libres
}
gathering-nobody = Personne n’a encore dit oui.
gathering-paper = Dites que vous venez : { $address }
season-paper = À lire en ligne : { $address }
table-agenda = Ordre du jour
table-welcome = Accueil
table-close = Clôture
table-waiting = Sur la table
table-also = Aussi sur la table
table-shared = Ce qui a été partagé
table-left = Pas abordé
table-empty = Rien encore. Qu’avez-vous essayé récemment dont une ou un collègue aimerait entendre parler?
table-carried = { $count ->
    [one] reporté une fois
   *[other] reporté { $count } fois
}
table-keen = { $count ->
    [one] intéresse 1 personne
   *[other] intéresse { $count } personnes
}
table-mine = Votre sujet
table-next = Bientôt sur la table
tools = Pour l’animation
tools-agenda = Ordre du jour
tools-answers = Qui a répondu quoi
tools-edit = Déplacer, modifier ou annuler
tools-edit-series = Modifier la série
series-calendar = { $count ->
    [one] Le calendrier scolaire a changé : cela touche { $count } date.
   *[other] Le calendrier scolaire a changé : cela touche { $count } dates.
}
series-calendar-see = Voir ce qui changerait
month-calendar = Tous les congés de l’année scolaire
calendar-one = Dans mon calendrier
calendar-all = Toutes les dates dans mon calendrier
duty-agenda = Publier l’ordre du jour du { $date }
duty-agenda-note = { $count ->
    [one] Un sujet est sur la table
   *[other] { $count } sujets sont sur la table
}
front-you-host = Vous animez
count-shared = { $count ->
    [one] 1 sujet partagé
   *[other] { $count } sujets partagés
}
mine-open = Pas encore répondu
mine-waits = Vous attendez une place
mark-came = Vous étiez là
mark-excused = Absence excusée
mark-absent = Vous n’étiez pas là
mark-none = Rien de noté pour vous
series-season = Votre saison
count-came = { $count ->
    [one] 1 personne venue
   *[other] { $count } personnes venues
}
tools-series = À propos de la série
tools-use = Est-ce que ça sert?
tools-attendance = Qui est venu
duty-attendance = Qui est venu le { $date }?
duty-here = Qui est là? Noter les présences maintenant
season-open = La saison sur une page
season-title = { $title } : la saison
season-hosts = avec { $people }
season-keep = La garder en fichier texte (Markdown)
season-nothing = Rien n’a été noté.
season-to-come = À venir.
duty-contest = { $name } dit qu’une ligne n’est pas juste
duty-contest-note = { $title }, { $date }
front-further = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}

# Sur la page d’une école.
at-school-title = Rencontres ici
at-school-all = Toutes celles à venir
at-school-none = Aucune à venir.
at-school-past = Celles qui ont eu lieu ici
