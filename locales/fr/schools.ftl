# Les écoles : la liste, la page et le formulaire d’une école.
schools-title = Écoles
schools-lead = Toutes les écoles du district, et qui y travaille.
schools-words = Nom ou ville
schools-any-level = Tous
schools-elementary = Élémentaire
schools-middle = Intermédiaire
schools-secondary = Secondaire
schools-combined = Tous les niveaux sous un même toit
schools-no-level = Ordre inconnu
schools-count = { $count ->
    [one] { $count } école
   *[other] { $count } écoles
}
schools-where = { $first } à { $last } sur { $total } écoles
schools-people = { $count ->
    [0] personne encore
    [one] { $count } personne
   *[other] { $count } personnes
}
schools-none = Pas encore d’écoles
schools-none-why = Les rencontres ont lieu dans des écoles, et chacune et chacun y est rattaché. Faites entrer la liste du district ou une liste publique, un fichier CSV; les ordres et les lieux viennent avec. Sur l’ordinateur où tourne Klatsch :
schools-none-member = Vous verrez ici les écoles du district et qui y travaille. Les personnes qui s’occupent de Klatsch les feront entrer.
schools-add = Ajouter une école
schools-not-found = Aucune école ne correspond
schools-not-found-why = Essayez avec moins de lettres, ou un autre ordre.
schools-all = Afficher toutes les écoles
school-level = Ordre d’enseignement
school-level-unknown = inconnu
school-address = Adresse
school-address-hint = Numéro et rue.
school-city = Ville
school-postal-code = Code postal
school-district = District
school-nobody = Personne n’y figure encore
school-nobody-why = On choisit son école sur sa propre page, ou on arrive avec la liste du personnel.
school-search = Chercher parmi ces personnes
school-new = Ajouter une école
school-new-lead = Pour une seule école. Une liste entière entre avec « klatsch import schools ».
school-add = Ajouter
school-added = { $name } est maintenant ici.
school-edit = Modifier { $name }
school-edit-lead = Si une liste est importée de nouveau, ce qu’elle dit de cette école prévaut.
school-saved = C’est enregistré.
schools-number = Personnes
commons-title = Carrefour d’apprentissage
commons-place = Où
commons-place-hint = Comment on le trouve en visite.
commons-hours = Ouvert
commons-hours-hint = Comme on le dit : tous les jours de 8 h à 15 h 30, le jeudi jusqu’à 17 h.
commons-offers = Ce qu’on y trouve
commons-offers-hint = Ce que d’autres peuvent venir utiliser, ou emprunter.
commons-none = Personne n’a encore dit où il est, quand il est ouvert et ce qu’on y trouve.
commons-begin = Décrire le carrefour
commons-edit = Le carrefour d’apprentissage
commons-lead = Toutes les personnes qui travaillent ici peuvent modifier ceci.
commons-saved = C’est enregistré.
commons-stale = Quelqu’un a enregistré ceci entre-temps. Relisez ce que vous avez écrit, puis enregistrez par-dessus.
refused-commons = Seules les personnes de cette école et celles qui s’occupent de Klatsch peuvent modifier ceci.
