attendance-title = Qui est là
attendance-closed = Pas maintenant
attendance-cancelled = Cette rencontre est annulée; on ne peut pointer personne.
attendance-too-early = Les présences s’ouvrent une heure avant le début de la rencontre.
attendance-back = Retour à la rencontre
attendance-came = { $count ->
    [one] personne est là
   *[other] personnes sont là
}
attendance-and-guests = et { $count ->
    [one] { $count } visiteur
   *[other] { $count } visiteurs
}
attendance-nobody = Personne n’a encore répondu. Qui vient passe à l’improviste : trouvez son nom ci-dessus.
attendance-said-yes = a dit oui
attendance-said-maybe = a dit peut-être
attendance-said-no = a dit non
attendance-said-nothing = n’a pas répondu
attendance-waiting = est sur la liste d’attente
attendance-walk-in = à l’improviste
attendance-by-self = arrivée signalée par la personne même
attendance-excused = Avec excuse
attendance-walk-ins-about = « Chercher » trouve aussi qui vient à l’improviste.
attendance-search = Trouver un nom
attendance-none-found = Personne de ce nom ne travaille ici. Comptez-la parmi les visiteurs.
attendance-guests = Visiteurs
attendance-guests-label = Visiteurs sans compte
attendance-fewer = Un visiteur de moins
attendance-more = Un visiteur de plus
attendance-save = Noter
attendance-marked-came = { $name } est là.
attendance-marked-excused = L’absence de { $name } est excusée.
attendance-marked-absent = L’absence de { $name } est notée.
attendance-unmarked = La marque de { $name } est effacée.
attendance-guests-counted = { $count ->
    [one] { $count } visiteur compté.
   *[other] { $count } visiteurs comptés.
}
attendance-recorded-since = Quelqu’un a noté autre chose après cette saisie : { $state ->
    [came] la personne était là
    [excused] son absence était excusée
   *[absent] elle était absente
}. Regardez de nouveau, et touchez encore une fois si vous avez raison.
