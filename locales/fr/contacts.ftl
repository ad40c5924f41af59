contacts-title = Mes contacts
contacts-lead = Les personnes et les organismes hors du district : comment vous vous êtes connus, à quel sujet, et la suite. Ce carnet n’est qu’à vous. Personne d’autre ne le voit, pas même les responsables du district.
contacts-menu = Mes contacts
contacts-none = Votre carnet est vide
contacts-none-why = Après une rencontre, notez en une minute qui vous avez rencontré et ce que vous voulez faire ensuite. Le jour venu, Klatsch vous le rappelle. Ou apportez le carnet d’adresses que vous avez déjà : vCard ou CSV.
contacts-words = Chercher dans votre carnet
contacts-any-category = Toutes les catégories
contacts-quiet = Sans nouvelles
contacts-any-time = Peu importe
contacts-quiet-months = { $count ->
    [one] depuis un mois
   *[other] depuis { $count } mois
}
contacts-order = Ordre
contacts-order-name = Par nom
contacts-order-longest = Sans nouvelles depuis le plus longtemps
contacts-order-latest = Les derniers contacts d’abord
contacts-order-next = La prochaine étape d’abord
contacts-count = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
contacts-where = { $first } à { $last } sur { $total }
contacts-not-found = Personne dans votre carnet ne correspond
contacts-not-found-why = Essayez le début d’un nom, un organisme ou un mot que vous avez écrit.
contacts-everyone = Montrer tout le monde
contacts-due = À faire maintenant
contacts-in-and-out = Importer et exporter
contacts-out-why = Les vCards pour un téléphone contiennent les noms, les adresses et les liens : vous pouvez les transmettre. Les tableaux et les cartes complètes contiennent aussi vos notes.
contacts-out-vcard-3 = vCard 3 (téléphones)
contacts-out-vcard-4 = vCard 4
contacts-out-csv = CSV
contacts-out-xlsx = Classeur (XLSX)
contacts-out-whole = vCard avec mes notes
contact-kind = Type
contact-kind-person = Personne
contact-kind-organisation = Organisme
contact-category = Catégories
contact-category-teacher-librarians = Bibliothécaires scolaires d’ailleurs
contact-category-school-board = Conseil scolaire
contact-category-administration = Direction
contact-category-speakers = Conférencières et conférenciers
contact-category-professors = Professeures et professeurs
contact-category-associations = Associations
contact-own = Vos propres catégories
contact-own-hint = Séparées par des virgules.
contact-organisation = Organisme
contact-position = Fonction
contact-phones = Téléphone
contact-phones-hint = Plusieurs numéros, séparés par un point-virgule.
contact-emails-hint = Plusieurs adresses, séparées par une virgule.
contact-links = Liens et identifiants
contact-links-hint = Un par ligne : une page web, ou un identifiant comme @nom@social.example.
contact-met = Comment nous nous sommes connus
contact-met-hint = Personne d’autre ne le lit.
contact-about = De quoi nous parlons
contact-notes = Notes
contact-notes-hint = En Markdown si vous voulez. Personne d’autre ne les lit.
contact-next = Prochaine étape
contact-next-hint = Par exemple : envoyer les diapositives.
contact-next-date = Me le rappeler le
contact-next-date-hint = Un courriel arrive ce jour-là, le matin. Son objet ne dit ni qui ni quoi.
contact-next-on = { $step } ({ $date })
contact-last = Dernier contact
contact-last-hint = Le jour où vous vous êtes vus, parlé ou écrit pour la dernière fois.
contact-touched-never = Pas encore de contact
contact-touched-today = En contact aujourd’hui
contact-touched-on = Dernier contact : { $date }
contact-touch-do = Nous avons été en contact aujourd’hui
contact-touched = C’est noté : { $name } et vous avez été en contact aujourd’hui.
contact-done-do = C’est fait
contact-done = C’est fait. { $name } et vous avez été en contact aujourd’hui.
contact-new = Ajouter un contact
contact-new-lead = Un nom suffit. Le reste peut attendre.
contact-add-do = Ajouter à mon carnet
contact-added = { $name } est dans votre carnet.
contact-edit = Modifier { $name }
contact-edit-do = Modifier
contact-saved = Enregistré.
contact-undone = Comme avant.
contact-remove-do = Retirer
contact-removed = { $name } n’est plus dans votre carnet.
contact-restored = { $name } est de nouveau dans votre carnet.
contact-offer = Proposer pour une conférence
contact-card = Carte pour un téléphone
contact-private = Personne d’autre ne voit cette page. Dans votre carnet depuis le { $date }.
contact-stale = Ce contact a été modifié entre-temps. Regardez-le de nouveau.
contact-stale-how = Vous avez modifié ce contact ailleurs entre-temps. Ce que vous avez écrit est encore là : enregistrez de nouveau pour le garder.
contact-problem-past = Ce jour est passé. Choisissez aujourd’hui ou plus tard.
contact-problem-future = Ce jour est à venir. Quand avez-vous été en contact pour la dernière fois?
contact-problem-email = « { $email } » n’est pas une adresse courriel.
contact-problem-category = « { $name } » ne peut pas être une catégorie : 60 caractères au plus, sans virgule.
contact-problem-many = { $most } au plus.
contact-problem-full = Un carnet contient au plus { $most } contacts.
contacts-import = Importer
contacts-import-lead = Les contacts d’un téléphone ou d’un logiciel de courriel, en vCard (3.0 ou 4.0) ou en CSV. Vous voyez ce qui viendrait avant que rien ne soit gardé.
contacts-file = Fichier
contacts-file-hint = .vcf ou .csv, jusqu’à 5 000 contacts.
contacts-file-wrong = Rien n’a été importé : le fichier contient des erreurs, énumérées ici
contacts-file-unknown = Ce n’est ni une vCard ni du texte CSV. Depuis un classeur, enregistrez en « CSV UTF-8 » et choisissez ce fichier.
contacts-file-damaged = La ligne { $line } contient un caractère abîmé. Enregistrez de nouveau le fichier en UTF-8.
contacts-file-no-name = Aucune colonne ne donne le nom. La rangée 1 doit contenir « Nom », ou « Prénom » et « Nom de famille ». Elle contient : { $found }
contacts-file-many = Un fichier contient au plus { $most } contacts. Divisez-le.
contacts-file-empty = Il n’y a personne dans ce fichier.
contacts-row-broken = La rangée { $row } est illisible.
contacts-row-fields = La rangée { $row } a { $given } cellules, et l’en-tête en a un autre nombre. Un guillemet ou un séparateur manque ou est de trop.
contacts-row-no-name = La rangée { $row } n’a pas de nom.
contacts-row-email = Rangée { $row } : « { $given } » n’est pas une adresse courriel.
contacts-row-date = Rangée { $row } : « { $given } » n’est pas une date. Écrivez-la comme 2026-01-14.
contacts-row-category = Rangée { $row } : « { $given } » ne peut pas être une catégorie. 60 caractères au plus.
contacts-row-long = Rangée { $row } : « { $given } » est trop long.
contacts-card-field = Ligne { $line }, { $name } : { $field ->
    [emails] une adresse courriel qui n’en est pas une, ou trop longue.
   *[other] « { $field } » est trop long.
}
contacts-card-fault = Ligne { $line } : { $reason ->
    [no-card] ce n’est pas un fichier de vCards. Il commencerait par BEGIN:VCARD.
    [too-large] le fichier est trop grand.
    [too-many] un fichier contient au plus { $most } cartes. Divisez-le.
    [not-text] ce n’est pas du texte.
    [between-cards] quelque chose se trouve hors des cartes.
    [nested] une carte commence à l’intérieur d’une carte.
    [end-without-begin] une carte finit sans avoir commencé.
    [not-ended] cette carte ne finit pas. Le fichier est peut-être coupé.
    [no-version] cette carte ne dit pas sa version.
    [old-version] cette carte est de la version 2.1, de 1996. Exportez-la de nouveau en vCard 3.0 ou 4.0.
    [unknown-version] la version « { $word } » est inconnue; seules 3.0 et 4.0 sont lues.
    [no-colon] une ligne sans deux-points.
    [bad-name] « { $word } » n’est pas le nom d’une propriété.
    [bad-parameter] « { $word } » n’est pas un paramètre.
    [unclosed-quote] un guillemet qui n’est pas fermé.
    [no-name] cette carte n’a pas de nom.
    [not-utf-8] ce n’est pas du texte UTF-8. Exportez de nouveau le fichier en UTF-8.
    [unknown-charset] l’encodage « { $word } » est inconnu. Exportez de nouveau le fichier en UTF-8.
    [bad-quoted-printable] ce n’est pas du texte « quoted-printable », comme la ligne le dit.
    [bad-base64] ce n’est pas du texte « base64 », comme la ligne le dit.
    [too-long] { $word } compte plus de { $most } caractères.
   *[too-many-values] plus de { $most } { $word }.
}
contacts-import-look = Y regarder d’abord
contacts-import-nothing = Rien n’est encore gardé.
contacts-import-count = { $count ->
    [one] { $count } contact viendrait
   *[other] { $count } contacts viendraient, d’abord ceux-ci
}
contacts-import-more = { $count ->
    [one] et encore un
   *[other] et encore { $count }
}
contacts-import-columns = Colonnes lues : { $columns }
contacts-import-left-out = Laissé de côté, un contact n’ayant pas de place pour cela : { $what }
contacts-import-beyond = { $count ->
    [one] Une adresse, un numéro, un lien ou une catégorie a été laissé de côté : un contact en accepte 20 de chaque sorte.
   *[other] { $count } adresses, numéros, liens ou catégories ont été laissés de côté : un contact en accepte 20 de chaque sorte.
}
contacts-import-groups = { $count ->
    [one] Une liste d’adresses a été laissée de côté.
   *[other] { $count } listes d’adresses ont été laissées de côté.
}
contacts-import-twice = { $count ->
    [one] Un contact figurait deux fois dans le fichier et a été réuni.
   *[other] { $count } figuraient deux fois dans le fichier et ont été réunis.
}
contacts-import-doubles = Peut-être déjà dans votre carnet
contacts-import-same-email = { $name }, dans votre carnet, a la même adresse courriel.
contacts-import-same-name = { $name }, dans votre carnet, a le même nom.
contacts-import-see = Voir celui qui y est
contacts-import-merge = Compléter celui qui y est
contacts-import-add = Ajouter comme autre contact
contacts-import-leave = Laisser de côté
contacts-import-take = Importer
contacts-imported = { $added ->
    [0] Personne de nouveau
    [one] Un nouveau contact
   *[other] { $added } nouveaux contacts
}{ $merged ->
    [0] .
    [one] , et un contact complété.
   *[other] , et { $merged } contacts complétés.
}
contacts-import-taken = Ce fichier a déjà été importé.
contacts-import-undone = L’importation est annulée.
mail-contact-subject = Un rappel de votre carnet de contacts
mail-contact-text =
    Bonjour { $name },

    Aujourd’hui vous vouliez reprendre contact avec { $contact }.{ $step ->
        [none] { "" }
       *[some] { " " }La suite : { $next }
    }

    { $link }
