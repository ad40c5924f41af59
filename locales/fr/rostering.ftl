# Listes : écoles et personnel des systèmes du district.
roster-title = Écoles et personnel par OneRoster
roster-lead = Envoyez le fichier qu’exporte le système de votre district. Vous voyez ce qui changerait avant que rien ne change. Les élèves et les familles sont comptés, puis laissés de côté.
roster-file = Le fichier
roster-file-hint = Un .zip au format OneRoster 1.1 ou 1.2, jusqu’à { $most } Mo.
roster-send = L’examiner
roster-problem-file = Veuillez choisir un .zip.
roster-latest = Envoyés auparavant
roster-none = Rien n’a encore été envoyé.
roster-state-waiting = Examen en cours
roster-state-looked = Prêt : regardez la différence, puis importez-le
roster-state-taking = Importation en cours
roster-state-done = Importé
roster-state-refused = Refusé; rien n’a été modifié
roster-state-dropped = Non importé; rien n’a été modifié
roster-busy = Cette page se recharge d’elle-même toutes les deux secondes.
roster-again = Regarder maintenant
roster-set = Dans le fichier
roster-in-set = OneRoster { $version } : { $schools ->
    [one] 1 école
   *[other] { $schools } écoles
}, { $staff } membres du personnel.
roster-skipped = Laissés de côté :
roster-errors = À corriger
roster-warnings = Bon à savoir
roster-place-row = { $file }, ligne { $row }
roster-more = { $count ->
    [one] Et 1 de plus.
   *[other] Et { $count } de plus.
}
roster-difference = La différence
roster-what = Quoi
roster-add = Nouveau
roster-change = Modifié
roster-leave = Partant
roster-unchanged = Inchangé
roster-of-schools = Écoles
roster-of-people = Personnes
roster-new-schools = Nouvelles écoles
roster-new-people = Nouvelles personnes
roster-changed = Qui change
roster-leaving = Qui part
roster-share = Combien peuvent partir
roster-share-hint = { $leave } personnes sur { $present } partiraient. Si c’est juste, permettez une part aussi grande.
roster-problem-share = { $leave } personnes sur { $present } partiraient, c’est plus que cela.
roster-take = Importer
roster-take-hint = Qui part garde son histoire et ne peut plus se connecter.
roster-drop = Ne pas importer
roster-dropped = Non importé. Le fichier a été supprimé.
roster-not-now = Ce fichier n’attend plus d’être importé.
roster-roles = Correspondance des rôles
roster-roles-lead = OneRoster ne connaît pas les profs-bibliothécaires. Qui l’est devenu ici le reste; une colonne « metadata.… » qui dit bibliothécaire le fait aussi.
roster-roles-saved = Enregistré. Cela compte dès le prochain fichier.
roster-role-nobody = Pas de compte
roster-role-administrator = Direction (administrator)
roster-role-aide = Aide
roster-role-counselor = Orientation (counselor)
roster-role-district-administrator = Administration du district
roster-role-guardian = tuteurs
roster-role-parent = parents
roster-role-principal = Direction d’école
roster-role-proctor = Surveillance d’examens
roster-role-relative = proches
roster-role-site-administrator = Administration du site
roster-role-student = élèves
roster-role-system-administrator = Administration des systèmes
roster-role-teacher = Enseignement
roster-role-librarian = Bibliothécaire selon une colonne metadata
roster-colon = { " :" }
