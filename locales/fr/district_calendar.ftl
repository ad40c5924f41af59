# Le calendrier scolaire : les jours sans classe.
calendar-short = Congés
calendar-title = Congés { $years }
calendar-lead = Jours fériés, journées pédagogiques et vacances du district. Les séries peuvent les suivre.
calendar-feed-name = { $district } : congés
calendar-holiday = jour férié
calendar-professional-day = journée pédagogique
calendar-break = vacances
calendar-none = Aucun congé n’est inscrit pour cette année scolaire
calendar-none-why = Une fois inscrits, les séries peuvent les omettre d’elles-mêmes, et tout le monde peut s’y abonner.
calendar-subscribe = Les congés dans votre propre calendrier
calendar-years = Autres années scolaires
calendar-new = Ajouter un congé
calendar-edit = Modifier un congé
calendar-edit-lead = Les séries qui suivent le calendrier n’en sont pas modifiées. Les personnes qui les animent sont prévenues, et décident.
calendar-add = Ajouter
calendar-name = Quel est son nom?
calendar-name-hint = Comme le district l’appelle : jour de la Famille, relâche.
calendar-kind = De quoi s’agit-il?
calendar-last-hint = Laissez vide pour une seule journée.
calendar-for = Pour qui?
calendar-whole-district = Tout le district
calendar-added = « { $name } » est au calendrier. Les personnes qui animent les séries qui le suivent sont prévenues.
calendar-saved = C’est enregistré. Les personnes qui animent les séries qui suivent le calendrier sont prévenues.
calendar-removed = « { $name } » n’est plus au calendrier.
calendar-remove-title = Retirer ce congé
calendar-remove-hint = Pour un congé qui n’en est pas un. La page suivante permet d’annuler.
calendar-remove = Retirer le congé
calendar-problem-long = Cela dépasse { $most } jours; l’année est-elle la bonne?
calendar-problem-there = Ce congé est déjà au calendrier.
calendar-problem-many = C’est trop à la fois : 1 000 jours au plus.
calendar-problem-none = Collez des lignes ou choisissez un fichier.
calendar-import = Coller ou importer
calendar-import-lead = Collez une liste du site du district, ou choisissez un fichier de calendrier. Vous voyez l’effet avant que rien ne soit gardé.
calendar-lines = Les congés, un par ligne
calendar-lines-hint = La date et le nom, comme dans votre liste : du 21 décembre au 1er janvier, vacances d’hiver
calendar-file = Ou un fichier de calendrier
calendar-file-hint = Un fichier qui se termine par .ics. Seules les journées entières sont prises.
calendar-year = Année scolaire
calendar-year-hint = Pour les dates sans année.
calendar-look = Voir l’effet
calendar-take = Garder
calendar-difference = { $new ->
    [0] Rien de nouveau
    [one] { $new } nouveau
   *[other] { $new } nouveaux
}, { $changed ->
    [0] rien de modifié
    [one] { $changed } modifié
   *[other] { $changed } modifiés
}
calendar-difference-new = Nouveaux
calendar-difference-changed = Modifiés
calendar-difference-same = { $count ->
    [0] Aucun n’y était auparavant.
    [one] { $count } est déjà au calendrier.
   *[other] { $count } sont déjà au calendrier.
}
calendar-difference-timed = { $count ->
    [one] { $count } événement avec une heure est laissé de côté.
   *[other] { $count } événements avec une heure sont laissés de côté.
}
calendar-imported = Le calendrier est gardé : { $new } nouveaux, { $changed } modifiés. Les personnes qui animent les séries qui le suivent sont prévenues.
calendar-line-no-date = Ligne { $line } : aucune date dans « { $given } ». Écrivez 2026-09-07 ou 7 septembre.
calendar-line-no-name = Ligne { $line } : « { $given } » a une date et pas de nom.
calendar-line-no-such-day = Ligne { $line } : ce jour n’existe pas, « { $given } ».
calendar-line-backwards = Ligne { $line } : « { $given } » finit avant de commencer.
calendar-line-long = Ligne { $line } : « { $given } » dépasse { $most } jours.
calendar-line-long-name = La ligne { $line } est trop longue : 120 caractères au plus pour le nom.
calendar-file-broken = Ligne { $line } : ce n’est pas un fichier de calendrier complet.
calendar-file-date = Ligne { $line } : une journée sans date lisible.
calendar-file-name = Ligne { $line } : une journée sans nom.
calendar-file-backwards = Ligne { $line } : une journée qui finit avant de commencer.
calendar-file-repeats = Ligne { $line } : une journée qui se répète. Exportez les congés d’une année scolaire, ou collez-les.
