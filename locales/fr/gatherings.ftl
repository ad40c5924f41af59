audience-public = tout le monde, même sans compte
audience-district = tout le district
audience-invited = les personnes que vous invitez
refused-host = C’est réservé aux personnes qui animent la rencontre.
# Créer et modifier des séries et des rencontres.
plan-new-series = Nouvelle série
plan-new-series-lead = Une série revient régulièrement : un dîner par semaine jusqu’en mars, par exemple. Vous l’animez.
plan-edit-series = Modifier la série
plan-edit-series-lead = Les dates passées restent comme elles étaient.
plan-new-gathering = Rencontre unique
plan-new-gathering-lead = Pour ce qui n’a lieu qu’une fois. Vous l’animez.
plan-edit-gathering = Modifier la rencontre
plan-edit-date = Modifier cette date
plan-now-on = Actuellement { $when }
plan-one-date = Vous modifiez seulement cette date; les autres restent.
plan-scope = Quelles dates voulez-vous modifier?
plan-scope-one = Celle-ci seulement
plan-scope-from = Celle-ci et toutes les suivantes
plan-scope-all = Toutes les dates à venir
plan-scope-rest = Le nom, l’animation et les invitations valent pour toute la série.
plan-date-one-hint = Pour cette date seulement. Pour plusieurs, choisissez les jours de la semaine.
plan-several-hint = Pour plusieurs dates. Une date qui change de jour de la semaine reste la même rencontre, avec ses réponses et ses sujets.
plan-from-saved = La série est modifiée à partir du { $when }.
plan-whole-series = Modifier toute la série
plan-part-when = Quand
plan-part-where = Où
plan-part-what = Quoi
plan-part-who = Qui
plan-network = Pour quel réseau?
plan-network-hint = Elle figure sur les pages du réseau. Si elle est réservée aux personnes invitées, les membres du réseau le sont.
plan-network-none = Aucun
plan-problem-network = Choisissez un réseau dont vous êtes responsable.
plan-part-agenda = Le déroulement
plan-title = Quel est son nom?
plan-title-hint = Comme on le dirait entre collègues : Café, programmes et conversation.
plan-about = De quoi s’agit-il?
plan-about-hint = Deux ou trois phrases qui donnent envie de venir.
plan-about-date-hint = Ce que ce jour a de particulier, comme une personne invitée.
plan-weekdays = Quels jours?
plan-every-weeks = À quelle fréquence?
plan-every-weeks-hint = 1 veut dire chaque semaine, 2 une semaine sur deux.
plan-weeks = semaine(s) d’intervalle
plan-first-date = Premier jour
plan-last-date = Dernier jour
plan-date = Jour
plan-starts = Début
plan-ends = Fin
plan-zone = Fuseau horaire
plan-days-off = Jours de congé
plan-days-off-hint = Un par ligne : la date, puis la raison. 2026-02-18 Relâche
plan-follows = Omettre les congés du calendrier scolaire
plan-follows-hint = Jours fériés, journées pédagogiques et vacances. Quand le calendrier change, on vous prévient et vous décidez.
plan-follows-yes = oui
plan-school = École
plan-school-none = Pas dans une école
plan-place = Local
plan-place-hint = Par exemple : carrefour d’apprentissage
plan-link = Lien pour participer à distance
plan-link-hint = Laissez vide si tout le monde se voit sur place.
plan-hosts = Qui anime?
plan-hosts-hint = Vous. Ajoutez les collègues qui animent avec vous, un courriel ou un nom par ligne.
plan-hosts-edit-hint = Un courriel ou un nom par ligne. Il reste au moins une personne.
plan-audience = Qui peut la voir et venir?
plan-invited = Qui est invité personnellement?
plan-invited-hint = Un courriel ou un nom par ligne; le nom d’une école invite tout son personnel.
plan-capacity = Combien de places y a-t-il?
plan-capacity-hint = Laissez vide s’il n’y a pas de limite. Quand c’est complet, une liste d’attente se forme.
plan-people = personnes
plan-welcome = Accueil
plan-close = Clôture
plan-minutes = minutes
plan-agenda-hint = Les minutes entre les deux sont pour les sujets.
plan-note = Un mot pour celles et ceux qui viennent
plan-note-hint = Affiché avec la date : Aujourd’hui, entrez par la porte de côté.
plan-make-series = Créer la série
plan-make-gathering = Créer la rencontre
plan-show-dates = Voir les dates
plan-save = Enregistrer
plan-leave = Laisser tel quel
plan-nothing = rien
plan-preview-title = { $count ->
    [one] { $count } rencontre
   *[other] { $count } rencontres
}
plan-preview-off = Omises à cause de congés
plan-preview-nothing = Rien n’est encore enregistré.
plan-series-made = { $dates ->
    [one] « { $title } » est créée : { $dates } date.
   *[other] « { $title } » est créée : { $dates } dates.
}
plan-series-saved = La série est modifiée.
plan-gathering-made = « { $title } » est créée.
plan-gathering-saved = C’est enregistré.
plan-moved = Elle a maintenant lieu { $when }. Les personnes qui ont dit oui ou peut-être sont prévenues.
plan-moved-quietly = Elle est maintenant notée { $when }.
plan-cancel-title = Annuler cette rencontre
plan-why = Pourquoi?
plan-why-hint = Les personnes qui ont dit oui ou peut-être sont prévenues, avec cette raison.
plan-why-over-hint = Pour mémoire : elle compte alors comme n’ayant pas eu lieu.
plan-cancel = Annuler la rencontre
plan-is-cancelled = Cette date est annulée
plan-restore = Elle a lieu finalement
plan-cancelled = La rencontre est annulée. Les personnes qui ont dit oui ou peut-être sont prévenues.
plan-cancelled-quietly = C’est noté : la rencontre n’a pas eu lieu.
plan-restored = La rencontre a lieu finalement.
plan-loss-title = Des dates disparaîtraient
plan-loss-lead = La nouvelle règle laisse de côté des dates à venir.
plan-loss-cancelled = { $count ->
    [one] { $count } date est annulée
   *[other] { $count } dates sont annulées
}
plan-loss-cancelled-hint = Les personnes qui ont dit oui ou peut-être sont prévenues. Les sujets passent à la date suivante.
plan-loss-removed = { $count ->
    [one] { $count } date est retirée
   *[other] { $count } dates sont retirées
}
plan-loss-removed-hint = Personne n’y vient ni n’y a proposé quoi que ce soit.
plan-loss-added = { $count ->
    [one] { $count } date s’ajoute
   *[other] { $count } dates s’ajoutent
}
plan-loss-shifted = { $count ->
    [one] { $count } date change de jour
   *[other] { $count } dates changent de jour
}
plan-loss-shifted-hint = Les réponses et les sujets y restent. Les personnes qui ont dit oui ou peut-être sont prévenues.
plan-loss-shift = { $from } devient { $to }
plan-loss-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
plan-stake-note = { $count ->
    [one] { $count } mot des personnes qui animent
   *[other] { $count } mots des personnes qui animent
}
plan-problem-date-several = Pour plusieurs dates, choisissez les jours de la semaine ci-dessous.
plan-loss-back = Retour au formulaire
plan-loss-confirm = Modifier la série
plan-calendar-title = Le calendrier scolaire a changé
plan-calendar-lead = Voici ce que cela ferait aux dates à venir. Rien n’a encore changé.
plan-calendar-take = Suivre le calendrier
plan-calendar-taken = La série suit le calendrier tel qu’il est maintenant.
plan-calendar-same = Les dates suivent déjà le calendrier; il n’y a rien à changer.
plan-meanwhile = Quelqu’un d’autre a modifié ceci entre-temps. Ce que vous avez écrit est encore là; relisez et enregistrez de nouveau.
plan-meanwhile-title = Ce qui a changé entre-temps
plan-before = avant
plan-now = maintenant
plan-stale = Vous connaissez la version { $known }, mais quelqu’un en a fait la version { $version }. Relisez-la.
plan-problem-person = Ligne { $line } : personne ici ne s’appelle « { $given } ».
plan-problem-person-nearest = Ligne { $line } : personne ici ne s’appelle « { $given } ». Vouliez-vous dire { $nearest }?
plan-problem-person-several = Ligne { $line } : plusieurs personnes s’appellent « { $given } ». Veuillez donner le courriel.
plan-problem-school-empty = Ligne { $line } : personne à « { $given } » n’a encore de compte.
plan-problem-people-many = On peut nommer { $most } personnes au plus; ouvrez plutôt à tout le district.
plan-problem-no-host = Il faut quelqu’un pour animer.
plan-problem-ends = La fin doit venir après le début, le même jour.
plan-problem-no-time = L’accueil et la clôture prennent tout le temps prévu.
plan-problem-gap = Le { $date }, les horloges sautent { $time }.
plan-problem-past = C’est déjà passé.
plan-problem-was = Cette rencontre a eu lieu; elle ne peut plus passer à un jour à venir.
plan-problem-link = Un lien commence par https://
plan-problem-weekdays = Choisissez au moins un jour de la semaine.
plan-problem-last-date = Le dernier jour vient avant le premier.
plan-problem-too-long = Une série dure deux ans au plus : jusqu’au { $latest }.
plan-problem-many-dates = Cela fait { $dates } dates; 200 est le maximum.
plan-problem-no-dates = Aucun de ces jours ne tombe entre le premier et le dernier jour.
plan-problem-all-off = Toutes les dates sont des congés.
plan-problem-day-off = Ligne { $line } : « { $given } » ne commence pas par une date comme 2026-02-18.
plan-problem-day-off-none = Ligne { $line } : ce jour n’existe pas au calendrier, « { $given } ».
plan-problem-day-off-long = Ligne { $line } : au plus 120 caractères pour la raison.
plan-problem-day-off-twice = Le { $date } figure deux fois.
# Le calendrier que suit une série a changé ; pour les personnes qui l’animent.
mail-calendar-subject = Le calendrier scolaire a changé : { $title }
mail-calendar-text =
    Bonjour { $name },

    Le calendrier scolaire a changé, et { $title } le suit :

    { $dates }

    Rien n’est arrivé à ces dates. Voyez qui y est attendu, et suivez le calendrier d’un seul bouton :

    { $address }
mail-calendar-off = Maintenant un congé : { $when }
mail-calendar-back = N’est plus un congé : { $when }
