record-mine = Votre relevé
record-of = { $name } à vos rencontres
record-mine-lead = Ce qui a été noté de vous à chaque rencontre. L’équipe d’animation d’une rencontre et les responsables du district en voient la ligne. Une absence s’efface après 120 jours, environ un trimestre : ensuite, vous seul la voyez.
record-of-lead = Seulement les rencontres que vous animez. Une absence se voit pendant 120 jours, environ un trimestre.
record-none = Rien à voir encore
record-none-mine = Quand vous avez répondu ou assisté à une rencontre et qu’elle est passée, sa ligne est ici. Si une ligne n’est pas juste, vous pouvez le dire.
record-none-of = Il n’y a rien de cette personne aux rencontres que vous animez.
record-came = Vous étiez là
record-came-of = Était là
record-excused = Avec excuse
record-no-show = Vous aviez dit oui, et personne ne vous a vu
record-no-show-of = Avait dit oui, et personne ne l’a vue
record-absent = Personne ne vous a vu
record-absent-of = Personne ne l’a vue
record-nothing = Vous aviez dit oui; rien n’a été noté
record-nothing-of = Avait dit oui; rien n’a été noté
record-by-self = vous vous êtes inscrit vous-même
record-by-self-of = s’est inscrite elle-même
record-by-host = noté par { $name }
record-faded = Cela s’est effacé : vous seul le voyez.
record-back = À votre relevé
record-menu = Mon relevé
refused-record = Seules la personne, l’équipe d’animation de la rencontre et les responsables en voient la ligne.
refused-contest = Seule la personne peut le reprendre.
contest-open = Ce n’est pas juste
contest-claim = Qu’en était-il?
contest-claim-came = J’étais là
contest-claim-excused = J’avais dit que je ne pouvais pas venir
contest-why = En une phrase
contest-why-hint = L’équipe d’animation la lit, et les responsables peuvent la lire.
contest-send = Envoyer à l’équipe d’animation
contest-sent = On demande à l’équipe d’animation de regarder, et vous saurez ce qu’il en est.
contest-waits = Ce que vous avez dit attend l’équipe d’animation
contest-waits-of = Ceci attend l’équipe d’animation
contest-corrected = La ligne est corrigée
contest-kept = La ligne reste telle quelle
contest-withdrawn = Ceci a été repris
contest-taken-back = Vous l’avez repris.
contest-title = Une ligne contestée
contest-line = La ligne dit
contest-line-came = Était là
contest-line-excused = Absence excusée
contest-line-absent = N’a pas été vue
contest-line-none = Rien n’a été noté
contest-outcome = Que décidez-vous?
contest-correct = Corriger la ligne
contest-keep = La laisser telle quelle
contest-answer = En une phrase
contest-answer-hint = Nécessaire quand la ligne reste : pourquoi. La personne la lit.
contest-decide = Décider
contest-decided = C’est décidé, et la personne en est avertie.
contest-withdraw = Le reprendre
contest-by = Décidé par { $name }
contest-back = À la rencontre
contest-decided-already = C’est déjà décidé.
contest-open-already = Vous avez dit quelque chose de cette ligne, et cela attend l’équipe d’animation.
contest-no-more = Cette ligne a été regardée deux fois; elle reste telle quelle.
contest-too-early = Une ligne se conteste une fois la rencontre passée.
contest-says-so = La ligne le dit déjà.
contest-own = Quelqu’un d’autre doit décider de votre propre ligne : une autre personne qui anime, ou une personne responsable.
mail-contest-subject = { $who } conteste une ligne : { $title }
mail-contest-text =
    Bonjour { $name },

    { $who } dit de { $gathering } : { $claim ->
        [came] J’étais là.
       *[excused] J’avais dit que je ne pouvais pas venir.
    }

    { $why }

    Veuillez décider si la ligne est corrigée ou reste; { $who } le saura dans les deux cas :

    { $link }
mail-decided-subject = { $outcome ->
    [corrected] Corrigé : votre relevé de { $title }
   *[kept] Inchangé : votre relevé de { $title }
}
mail-decided-text =
    Bonjour { $name },

    Vous avez contesté ce qui a été noté de vous à { $gathering }. { $host } a regardé. { $outcome ->
        [corrected] La ligne est corrigée.
       *[kept] La ligne reste telle quelle.
    }

    { $answer }

    { $link }
mail-decided-host-subject = Décidé : une ligne de { $who }, { $title }
mail-decided-host-text =
    Bonjour { $name },

    { $who } a contesté ce qui a été noté à { $gathering }. { $host } a regardé. { $outcome ->
        [corrected] La ligne est corrigée.
       *[kept] La ligne reste telle quelle.
    }

    { $answer }

    { $link }
