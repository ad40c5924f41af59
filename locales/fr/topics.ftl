# Sujets : ce dont on aimerait parler.
topic-state-proposed = sur la table
topic-state-shared = abordé
topic-state-left = non abordé
topic-state-declined = refusé
topic-state-withdrawn = retiré
topics-closed-cancelled = Cette rencontre est annulée; on ne peut plus y proposer de sujet.
topics-closed-over = Cette rencontre est terminée. Proposez votre sujet pour la prochaine.
topic-refused-change = Seules la personne qui a proposé ce sujet et l’équipe d’animation peuvent le modifier.
topic-refused-shared = Ce sujet a déjà été abordé.
topic-refused-left = Cette rencontre est terminée, et le sujet n’a pas été abordé.
topic-refused-declined = Ce sujet a été refusé. Seule une personne qui anime la rencontre peut le remettre sur la table.
topic-refused-own = C’est votre propre sujet : on sait déjà que vous pouvez en parler.
topic-refused-closed = Ce sujet n’est plus sur la table.
topic-problem-many-tags = Au plus { $most } étiquettes.
topic-problem-long-tag = « { $tag } » est long pour une étiquette : au plus { $most } caractères.
# Proposer, et un sujet.
topic-propose = Proposer un sujet
topic-propose-button = Mettre sur la table
topic-new-title = Proposer un sujet
topic-new-lead = Ce que vous avez essayé, utilisé, vu, ou ce qui vous intrigue. Ce n’a pas à être terminé.
topic-edit-title = Modifier le sujet
topic-save = Enregistrer
topic-field-title = Comment s’appelle-t-il?
topic-field-title-hint = Quelques mots qui donnent envie d’en entendre parler.
topic-field-about = De quoi s’agit-il?
topic-field-about-hint = Deux ou trois phrases. Vous pouvez laisser ce champ vide.
topic-field-minutes = Combien de minutes souhaitez-vous?
topic-field-minutes-hint = { $room ->
    [one] Il y a { $room } minute en tout.
   *[other] Il y a { $room } minutes en tout, pour tout le monde.
}
topic-minutes-unit = minutes
topic-field-tags = Étiquettes
topic-field-tags-hint = Séparées par des virgules, au plus 8 : évaluation, classe extérieure
topic-field-why = Pourquoi pas?
topic-field-why-hint = { $name } recevra ces mots.
topic-proposed = Votre sujet est sur la table.
topic-edited = Le sujet est modifié.
topic-withdrawn = Le sujet n’est plus sur la table.
topic-restored = Le sujet est de nouveau sur la table.
topic-declined = Le sujet est refusé, et la personne qui l’a proposé en apprend la raison.
topic-stale = Quelqu’un a modifié ce sujet entre-temps. Comparez; enregistrer de nouveau garde ce que vous avez écrit.
topic-theirs = Maintenant
topic-yours = Vous avez écrit
topic-lead = { $name }, { $minutes }
topic-quoted = « { $title } »
topic-carried = { $count ->
    [one] reporté une fois
   *[other] reporté { $count } fois
}
topic-turn = À l’ordre du jour à { $time }
topic-declined-why = Pourquoi il a été refusé :
topic-hear = Ça m’intéresse
topic-share = Je peux en parler aussi
topic-heard = { $count ->
    [0] Personne n’a encore dit que ce sujet l’intéresse.
    [one] Ce sujet intéresse une personne.
   *[other] Ce sujet intéresse { $count } personnes.
}
topic-sharers = Peuvent en parler aussi
topic-edit = Modifier
topic-withdraw = Retirer de la table
topic-restore = Remettre sur la table
topic-decline = Refuser ce sujet
topic-decline-button = Refuser et dire pourquoi
keen-hear-yes = C’est noté : ce sujet vous intéresse.
keen-hear-no = C’est noté : ce sujet ne vous intéresse plus.
keen-share-yes = C’est noté : vous pouvez en parler aussi. Votre nom figure à côté du sujet.
keen-share-no = C’est noté : vous n’en parlerez pas.
# L’ordre du jour, pour qui anime la rencontre.
agenda-title = Ordre du jour
agenda-not-done = Cela n’a pas été fait
agenda-called-off = Cette rencontre est annulée.
agenda-empty = Rien n’est encore sur la table
agenda-empty-why = Dès que des sujets sont proposés, l’ordre du jour s’ajuste au temps disponible : ce qui intéresse le plus, par le plus de personnes possible. Vous pouvez mettre le premier sujet sur la table.
agenda-state-own = Visible seulement pour qui anime
agenda-state-published = Tout le monde voit cet ordre du jour
agenda-state-changed = Modifié depuis la publication : on voit encore l’ancien
agenda-used = { $free ->
    [0] Les { $room } minutes sont toutes prises
    [one] { $used } minutes sur { $room }, { $free } libre
   *[other] { $used } minutes sur { $room }, { $free } libres
}
agenda-used-over = { $used } minutes, { $over } de trop : il y en a { $room }
agenda-order = Dans l’ordre de parole
agenda-welcome = Accueil
agenda-close = Mot de la fin
agenda-earlier = Plus tôt : { $title }
agenda-later = Plus tard : { $title }
agenda-pin = Épingler à l’ordre du jour : { $title }
agenda-take-out = Enlever : { $title }
agenda-let-in = Ne plus écarter : { $title }
agenda-add = Mettre à l’ordre du jour : { $title }
agenda-drag = Glisser
agenda-publish = Publier l’ordre du jour
agenda-publish-changes = Publier les changements
agenda-unpublish = Ne plus le montrer
agenda-fit-again = Ajuster de nouveau
agenda-left-out = Pas retenus
agenda-put-away = Refusés et retirés
agenda-how = Comment est-il ajusté?
agenda-how-text = Un sujet vaut un point par personne que le sujet intéresse, deux par personne qui peut en parler aussi, et trois par report (au plus deux); un point au moins. Le meilleur sujet de chaque personne compte double, pour que beaucoup soient entendus. De tous les choix qui tiennent dans le temps, on prend celui qui a le plus de points; à égalité, celui qui fait parler plus de personnes, puis le plus court.
agenda-keen-hear = { $count ->
    [one] cela intéresse { $count } personne
   *[other] cela intéresse { $count } personnes
}
agenda-keen-share = { $count ->
    [one] { $count } peut en parler aussi
   *[other] { $count } peuvent en parler aussi
}
agenda-keen-none = personne n’a encore dit que cela l’intéresse
agenda-in = { $wanted } : { $points ->
    [one] { $points } point
   *[other] { $points } points
}.
agenda-in-second = { $wanted } : { $points ->
    [one] { $points } point
   *[other] { $points } points
}, compté une fois, car un autre sujet de cette personne compte double.
agenda-in-pinned = Épinglé.
agenda-in-by-hand = Placé ici à la main; le meilleur choix s’en passe.
agenda-out-pinned = Écarté par une personne qui anime.
agenda-out-in-best = Le meilleur choix le prendrait.
agenda-out-room = Il y a de la place : { $free ->
    [one] { $free } minute est libre
   *[other] { $free } minutes sont libres
}.
agenda-out-needs = Il lui faut { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}; { $free ->
    [0] aucune n’est libre
    [one] { $free } est libre
   *[other] { $free } sont libres
}.
agenda-out-too-long = Il dépasse de { $over ->
    [one] { $over } minute
   *[other] { $over } minutes
} tout le temps qu’il y a.
agenda-out-pins = À côté de ce qui est épinglé ({ $topics }), il dépasse de { $over ->
    [one] { $over } minute
   *[other] { $over } minutes
}.
agenda-out-instead = Avec lui, il faudrait laisser tomber { $topics } : { $cost }.
agenda-out-instead-along = Avec lui, il faudrait laisser tomber { $topics } et prendre { $along } : { $cost }.
agenda-out-no-room = Ce qui est retenu ne lui laisse pas de place.
agenda-cost-points = { $count ->
    [one] { $count } point de moins
   *[other] { $count } points de moins
}
agenda-cost-people = autant de points, mais { $count ->
    [one] une personne de moins serait entendue
   *[other] { $count } personnes de moins seraient entendues
}
agenda-cost-minutes = autant de points, mais { $count ->
    [one] { $count } minute de plus
   *[other] { $count } minutes de plus
}
agenda-cost-later = autant de points, et ce qui a été proposé d’abord passe d’abord
agenda-problem-pins = Ce qui est épinglé ne tient pas : { $topics } { $count ->
    [one] prend
   *[other] prennent ensemble
} { $minutes } minutes, et il y en a { $room }. Enlevez une épingle, et le reste s’ajustera autour des autres.
agenda-problem-many = { $given } sujets, c’est trop pour un seul ajustement; { $most } au plus. Refusez-en quelques-uns, ou ordonnez-les à la main.
agenda-problem-hard = Ces sujets ne peuvent pas être ajustés exactement : trop de durées longues et inégales. Ordonnez-les à la main.
agenda-pin-refused = { $count ->
    [one] { $topics } prend { $minutes } minutes
   *[other] Épinglés ensemble, { $topics } prennent { $minutes } minutes
}, et il y en a { $room }. Rien n’a été changé.
agenda-no-such-topic = Ce sujet n’est plus sur la table.
agenda-stale = { $name } a modifié cet ordre du jour entre-temps. Le voici tel qu’il est maintenant; ce que vous avez demandé n’a pas été fait.
agenda-judged-best = Ajusté à partir de { $topics ->
    [one] { $topics } sujet
   *[other] { $topics } sujets
} : { $points ->
    [one] { $points } point
   *[other] { $points } points
}, et aucun autre choix n’en a plus.
agenda-judged-order = Les sujets du meilleur choix, dans votre ordre : cela ne coûte rien.
agenda-judged-equal = Ce n’est pas le meilleur choix, mais il vaut autant : { $points } points.
agenda-judged-cost = Votre ordre du jour a { $points } points sur { $best } : vos changements coûtent { $cost ->
    [one] { $cost } point
   *[other] { $cost } points
}.
agenda-judged-pins-cost = Ajusté autour de vos épingles, qui coûtent { $cost ->
    [one] { $cost } point
   *[other] { $cost } points
} : { $points } sur { $best }.
agenda-judged-over = Votre ordre du jour dépasse le temps disponible de { $over ->
    [one] { $over } minute
   *[other] { $over } minutes
}.
agenda-judged-over-and-cost = Votre ordre du jour dépasse le temps disponible de { $over ->
    [one] { $over } minute
   *[other] { $over } minutes
}, et il a { $points } points sur { $best }.
agenda-judged-plain = { $points ->
    [one] { $points } point
   *[other] { $points } points
} dans l’ordre ci-dessous.
agenda-moved = L’ordre est maintenant le vôtre.
agenda-added = Il est à l’ordre du jour.
agenda-pinned = Épinglé : il reste à l’ordre du jour.
agenda-unpinned = L’épingle est enlevée.
agenda-taken-out = Il n’est plus à l’ordre du jour et attend.
agenda-fitted = Ajusté de nouveau.
agenda-published-done = Tout le monde voit maintenant l’ordre du jour, et les personnes qui parleront en sont averties.
agenda-unpublished = L’ordre du jour n’est de nouveau visible que pour vous.
agenda-publish-empty = Il n’y a rien à l’ordre du jour à publier.
agenda-settle-early = On pourra dire ce que les sujets sont devenus quand la rencontre aura commencé.
agenda-settle-title = Qu’en est-il advenu?
agenda-settle-next = Ce qui n’a pas été abordé passe au { $date } et y aura de meilleures chances.
agenda-settle-no-next = Il n’y a pas d’autre rencontre à laquelle reporter des sujets.
agenda-settle-none = Il n’y a plus rien sur la table.
agenda-fate-shared = Il a été abordé
agenda-fate-carry = Le reporter
agenda-fate-leave = Le laisser tomber
agenda-settle = C’est ainsi que cela s’est passé
agenda-settled = Abordés : { $shared }. Reportés : { $carried }. Laissés : { $left }.
agenda-reopen = Tout remettre sur la table
agenda-reopened = Tout est de nouveau sur la table.
# Courriels.
mail-agenda-line = { $time }  { $title } ({ $minutes })
mail-agenda-subject = { $count ->
    [one] Votre sujet est
   *[other] Vos sujets sont
} à l’ordre du jour : { $gathering }, { $date }
mail-agenda-text =
    Bonjour { $name },

    { $count ->
        [one] Votre sujet est
       *[other] Vos sujets sont
    } à l’ordre du jour de « { $gathering } », { $when } :

    { $lines }

    Voici l’ordre du jour complet :

    { $link }
mail-declined-subject = À propos de votre sujet « { $title } »
mail-declined-text =
    Bonjour { $name },

    { $host } n’a pas retenu votre sujet « { $title } » pour « { $gathering } » du { $date }, et en donne la raison :

    { $why }

    Votre sujet reste ici, visible pour vous et pour les personnes qui animent la rencontre :

    { $link }
mail-withdrawn-text =
    Bonjour { $name },

    { $host } a retiré de la table votre sujet « { $title } » pour « { $gathering } » du { $date }. Vous pouvez l’y remettre ici :

    { $link }
topics-stake = { $count ->
    [one] { $count } sujet
   *[other] { $count } sujets
}
