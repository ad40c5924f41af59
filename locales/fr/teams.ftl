# Les équipes-écoles d’un réseau.
teams-title = Équipes-écoles
teams-of = Équipe de l’école { $school }
teams-at-school = Équipes de cette école
teams-all = Toutes les équipes
teams-define = Qui forme une équipe
teams-none-why = Dans certains réseaux, une école participe en équipe : bibliothécaire scolaire, titulaire de classe et direction, par exemple. Chacun voit alors quelles équipes sont complètes et qui manque où.
teams-count = { $teams ->
    [0] Aucune école n’a encore d’équipe.
    [one] { $complete ->
        [0] Une équipe, encore incomplète.
       *[other] Une équipe, complète.
    }
   *[other] { $teams } équipes, dont { $complete } complètes.
}
teams-made-of = Une équipe, c’est : { $roles }.
teams-where = { $first } à { $last } sur { $total } équipes
teams-empty = Commencez par une école : son personnel complétera l’équipe.
teams-complete = complète
teams-incomplete = incomplète
teams-missing = Il manque : { $roles }
teams-asked = Pressenties : { $people }
teams-unconfirmed = pas confirmée cette année
teams-reminded-on = Rappel envoyé le { $date }
teams-who-comes = Quelles équipes viennent à
teams-no-gathering = aucune rencontre en particulier
teams-show = Afficher
teams-coming = Dans cette équipe, { $yes } oui et { $no } non
teams-add-school = Ajouter une école
teams-add-hint = On demandera à son personnel de compléter l’équipe.
teams-choose-school = Choisissez une école
teams-begin = Former une équipe
teams-begin-own = Former l’équipe de l’école { $school }
teams-begun = L’équipe est créée. Dites maintenant qui en fait partie.
teams-field-seats = Une équipe compte une personne de chaque rôle
teams-field-seats-hint = Les écoles voient qui manque.
teams-seats-set = C’est enregistré. Les écoles peuvent former des équipes.
teams-problem-seats = Choisissez-en au moins un.
teams-problem-year = Une équipe est formée pour une année. Planifiez d’abord une année pour le réseau.
teams-problem-none = Ce réseau n’a pas encore d’équipes : dites d’abord qui en forme une.
teams-problem-sits = Cette personne occupe déjà une autre place dans l’équipe.
teams-problem-asked = Cette personne a été pressentie pour une autre place dans l’équipe.
teams-you-are-asked = On vous demande de faire partie de cette équipe : { $role }
teams-you-are-asked-why = L’équipe représente votre école dans le réseau. Vous devenez du même coup membre du réseau.
teams-accept = J’en suis
teams-decline = Je ne peux pas
teams-accepted = Vous faites partie de l’équipe. Merci!
teams-declined = C’est noté. La personne qui vous l’a demandé en est avertie.
teams-answered = Quelqu’un y a déjà répondu.
teams-to-confirm = Cette équipe vient de l’année précédente. Votre école participe-t-elle aussi cette année?
teams-confirm = Oui
teams-confirmed = C’est confirmé pour cette année.
teams-nobody = Personne encore
teams-in = dans l’équipe
teams-was-asked = pressentie
teams-empty-seat = Libérer cette place
teams-emptied = La place est libre.
teams-name-title = Qui prend une place?
teams-field-role = Place
teams-field-person = Qui
teams-field-person-hint = Un nom ou une adresse courriel; on vous propose les collègues de l’école. La personne est consultée, et fait partie de l’équipe dès qu’elle dit oui.
teams-name-do = Lui demander
teams-named-in = { $name } fait partie de l’équipe.
teams-named-asked = La demande est partie par courriel : { $name }.
teams-remind = Envoyer un rappel
teams-reminded = { $name } reçoit un courriel qui dit qui manque.
teams-complete-already = Il ne manque personne dans cette équipe.
teams-remove = Retirer l’équipe
teams-removed = L’équipe n’est plus de cette année.
teams-restored = L’équipe est de nouveau de cette année.
teams-is-out = Cette équipe n’est pas de cette année.
teams-refused-complete = Seuls les membres de l’équipe et les responsables du réseau disent qui en fait partie.
teams-refused-archived = Cette année est archivée.
teams-refused-school = Vous pouvez former l’équipe de votre propre école.
teams-refused-answer = Personne ne vous a demandé de faire partie de cette équipe.
mail-team-asked-subject = { $who } aimerait vous avoir dans l’équipe : { $school }
mail-team-asked-text =
    Bonjour { $name },

    { $who } aimerait vous avoir dans l’équipe de l’école { $school }, pour le réseau { $network }. Votre rôle : { $role }.

    Votre réponse, oui ou non :

    { $link }
mail-team-yes-subject = { $who } fait partie de l’équipe : { $school }
mail-team-yes-text =
    Bonjour { $name },

    { $who } fait maintenant partie de l’équipe de l’école { $school }, pour le réseau { $network }. Son rôle : { $role }.

    { $link }
mail-team-no-subject = { $who } ne peut pas faire partie de l’équipe : { $school }
mail-team-no-text =
    Bonjour { $name },

    { $who } ne peut pas faire partie de l’équipe de l’école { $school }, pour le réseau { $network }. La place est libre : { $role }.

    { $link }
mail-team-missing-subject = Équipe incomplète : { $school }, { $network }
mail-team-missing-text =
    Bonjour { $name },

    Dans l’équipe de l’école { $school }, pour le réseau { $network }, il reste à trouver : { $missing }. Vous pouvez nommer quelqu’un; on lui demandera son accord.

    { $link }
teams-column-network = Réseau
teams-column-year = Année
teams-column-seat = Place
teams-column-state = État
teams-state-in = dans l’équipe
teams-state-asked = invitation en attente
teams-state-missing = manque
