treats-title = Café et gâteries
treats-none = Personne n’a dit ce qu’il apporte. Une cafetière ou un sac de pommes, c’est un bon début.
treats-of = { $promised } sur { $wanted }
treats-by = Apporté par { $people }
treats-promised = Quelqu’un l’apporte
treats-full = C’est réglé
treats-mine = Vous l’apportez
treats-claim = Je l’apporte
treats-claim-more = J’en apporte un de plus
treats-unclaim = Finalement, je ne peux pas
treats-remove = Retirer de la liste
treats-add = J’apporte autre chose
treats-add-host = Ajouter à la liste
treats-add-button = Mettre sur la liste
treats-field = Quoi
treats-field-hint = Par exemple « café », « lait d’avoine », « deux douzaines de biscuits ».
treats-field-wanted = Combien
treats-field-wanted-hint = Combien de personnes devraient en apporter.
treats-field-mine = J’en apporte moi-même
treats-added = C’est sur la liste.
treats-removed = C’est retiré de la liste.
treats-restored = C’est de nouveau sur la liste.
treats-claimed = Merci! Vous apportez ceci : { $treat }.
treats-unclaimed = Quelqu’un d’autre peut maintenant apporter ceci : { $treat }.
treats-taken = Quelqu’un vous a devancé : { $treat }, c’est déjà réglé. Peut-être autre chose?
treats-many = Il y a { $most } choses sur la liste; c’est bien assez.
treats-closed-over = La rencontre est terminée; les gâteries sont mangées.
treats-closed-cancelled = La rencontre est annulée; personne n’a besoin d’apporter quoi que ce soit.
treats-refused-remove = Seule la personne qui anime, ou celle qui l’a ajouté tant que personne d’autre ne l’apporte, peut le retirer de la liste.
treats-stake = { $count ->
    [one] { $count } promesse d’apporter quelque chose
    *[other] { $count } promesses d’apporter quelque chose
    }
