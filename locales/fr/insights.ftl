use-title = Est-ce que ça sert?
use-lead = { $held ->
    [one] { $held } rencontre tenue
   *[other] { $held } rencontres tenues
}, { $cancelled ->
    [0] aucune annulée.
    [one] { $cancelled } annulée.
   *[other] { $cancelled } annulées.
}
use-too-few-title = Trop peu pour le dire
use-too-few = { $held ->
    [0] Aucune rencontre n’a encore eu lieu.
    [one] Une rencontre a eu lieu.
   *[other] { $held } rencontres ont eu lieu.
} À partir de trois, cette page dit combien de personnes viennent, qui revient et ce qui s’est partagé.
use-back = Retour à la série
use-hidden = caché
use-out-of = sur { $of }
use-say-reach = personnes sont venues au moins une fois, parmi les personnes invitées
use-say-attendances = présences en tout
use-say-median = personnes à une rencontre habituelle (médiane)
use-say-first-timers = personnes venues pour la première fois, par rencontre
use-say-returners = sont revenues, parmi celles qui le pouvaient
use-say-said-yes = fois où quelqu’un a dit oui et est venu, sur les fois où quelqu’un a dit oui
use-say-walk-ins = venues à l’improviste
use-say-guests = visiteurs comptés
use-by-gathering = Par rencontre
use-by-gathering-note = personnes venues
use-by-week = Par semaine
use-by-month = Par mois
use-by-month-note = présences
use-by-school = Par école
use-by-level = Par niveau
use-by-role = Par rôle
use-topics = Sujets
use-topics-told = { $proposed ->
    [one] { $proposed } sujet proposé
   *[other] { $proposed } sujets proposés
} : { $shared } partagés, { $carried } reportés au moins une fois, { $left } laissés.
use-sharers-told = { $sharers ->
    [one] Une personne a partagé.
   *[other] { $sharers } personnes différentes ont partagé.
}
use-topics-proposed = sujets proposés
use-topics-shared = sujets partagés
use-topics-carried = sujets reportés
use-topics-left = sujets laissés
use-sharers = personnes différentes qui ont partagé
use-overall = Vue d’ensemble
use-held = rencontres tenues
use-cancelled = rencontres annulées
use-invited = personnes invitées
use-reach = venues au moins une fois, parmi les personnes invitées
use-attendances = présences
use-median = médiane par rencontre
use-first-timers = personnes venues pour la première fois, en { $held } rencontres
use-returners = revenues, parmi celles qui le pouvaient
use-said-yes = présences, parmi les oui
use-walk-ins = venues à l’improviste
use-guests = visiteurs
use-table = Tableau
use-line = Ligne
use-number = Nombre
use-of = Sur
use-came = venues
use-date = Date
use-month = Mois
use-level = Niveau
use-role = Rôle
use-school = École
use-no-school = sans école
use-no-level = sans niveau
use-part = Pour une partie de la série, seul est montré ce qui ne peut pas se soustraire de l’ensemble.
use-period = Une autre période
use-from = Du
use-from-hint = Élargi au premier du mois.
use-to = Au
use-to-hint = Élargi à la fin du mois.
use-show = Montrer cette période
use-wrong-date = Une date comme 2026-01-14.
use-to-before-from = C’est avant le premier jour.
use-how = Comment c’est compté
use-how-counted = Une rencontre est tenue si elle n’est pas annulée et qu’elle est finie. La portée compte les personnes invitées. Une absence excusée n’est pas un faux bond. Les visiteurs sont comptés à part. Qui vient à l’improviste n’avait pas dit oui.
use-how-hidden = Les groupes de moins de cinq personnes sont cachés, et aussi tout ce dont on pourrait les soustraire.
use-csv = Les chiffres en CSV
use-xlsx = Les chiffres en XLSX
use-export = Le registre, avec les noms (CSV)
use-rows-hidden = { $shown ->
    [0] Les { $count } lignes sont cachées : les groupes sont trop petits pour être montrés.
   *[other] { $count ->
        [one] { $count } autre ligne est cachée
       *[other] { $count } autres lignes sont cachées
    } : les groupes sont trop petits, ou pourraient se déduire.
}
