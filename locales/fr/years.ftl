# L’année d’un réseau : étapes, rencontres, annonces.
years-title = Année { $title }
years-new = Planifier une année
years-edit = Modifier l’année { $title }
years-edit-lead = Ce que le réseau veut accomplir en une année, et pour quand.
years-none = Aucune année n’est planifiée
years-none-why = Une année donne une forme au réseau : trois rencontres, par exemple, puis une exposition. Les membres voient ce qui vient et ce qui est fait.
years-make = La planifier
years-made = L’année est planifiée. Passons à ses rencontres.
years-saved = C’est enregistré.
years-stale = Quelqu’un a modifié cette année entre-temps. Enregistrez de nouveau pour garder ce que vous avez écrit.
years-field-title = Comment l’appelez-vous?
years-field-title-hint = Par exemple « 2025–26 ».
years-field-first = Premier jour
years-field-last = Dernier jour
years-field-milestones = Étapes
years-field-milestones-hint = Une par ligne, précédée de sa date si elle en a une : 2025-10-14 Première rencontre
years-example-first = Première rencontre
years-example-second = Deuxième rencontre
years-example-third = Troisième rencontre
years-example-expo = Exposition
years-problem-last = Le dernier jour vient avant le premier.
years-problem-long = Une année n’est pas si longue.
years-problem-outside = « { $what } » tombe en dehors de cette année.
years-problem-day = Ligne { $line } : le jour « { $given } » n’existe pas.
years-problem-meets = Elle a des jours en commun avec l’année { $title }. Les années d’un réseau se suivent sans se chevaucher.
years-problem-held = « { $what } », le { $date }, a eu lieu dans cette année et y reste.
years-problem-nameless = Ligne { $line } : de quoi s’agit-il?
years-problem-long-line = Ligne { $line } : dites-le en 120 caractères, s’il vous plaît.
years-problem-many = { $most } étapes suffisent pour une année.
years-milestones = Étapes
years-no-milestones = Aucune étape n’est fixée.
years-no-day = pas encore de date
years-done = fait
years-next = prochaine étape
years-change = Modifier
years-link-milestones = Associer les étapes aux rencontres
years-no-gathering = aucune rencontre
years-coming = À venir
years-past = Déjà tenues
years-later = Plus récentes
years-earlier = Plus anciennes
years-none-coming = Aucune rencontre n’est prévue.
years-no-gatherings = Aucune rencontre du réseau n’a lieu cette année.
years-calendar = Pour votre calendrier
years-month = Par mois
years-gatherings = Rencontres
years-gatherings-all = Toutes les rencontres
years-gatherings-choose = Toutes les rencontres
years-own = Rencontres du réseau
years-own-why = Les membres sont invités aux séries et aux rencontres sur invitation, de même que les personnes qui se joindront plus tard.
years-choose = Choisissez-en une que vous animez
years-choose-series = Série : { $title }
years-field-what = Confier une des vôtres au réseau
years-field-what-hint = Seulement ce que vous animez vous-même.
years-link = La confier au réseau
years-unlink = La retirer du réseau
years-linked = Elle fait maintenant partie du réseau, et les membres sont invités.
years-unlinked = Elle ne fait plus partie du réseau. Les personnes invitées le restent.
years-problem-host = Choisissez une série ou une rencontre que vous animez.
years-new-series = Planifier une série
years-new-gathering = Planifier une rencontre
years-others = Autres années
years-archived-state = archivée
years-archived = L’année { $title } est archivée.
years-restored = L’année { $title } est de nouveau en cours.
years-is-archived = Cette année est archivée. On peut toujours la lire.
years-refused-archived = Cette année est archivée. Rouvrez-la pour la changer.
years-restore = La rouvrir
years-archive = L’archiver
years-end = La fin de l’année
years-end-why = L’année suivante commence avec les mêmes étapes, sans leurs dates, et avec les mêmes membres. Celle-ci est archivée; on pourra toujours la lire.
years-begin-next = Commencer l’année suivante
years-next-made = Voici l’année suivante. Dites quand ont lieu ses étapes.
years-next-there = L’année suivante existe déjà.
years-news = Annonces
years-news-lead = Ce que les responsables du réseau disent à ses membres.
years-news-all = Toutes les annonces
years-news-none = Rien n’a encore été annoncé.
years-news-write = Annoncer quelque chose
years-news-title = De quoi s’agit-il?
years-news-text = Que voulez-vous dire?
years-news-text-hint = Markdown est permis : **gras**, listes, liens.
years-news-do = L’annoncer
years-news-written = C’est annoncé. Les membres le trouvent sur la page du réseau, et le reçoivent par courriel dans quelques minutes.
years-news-new = nouveau
years-news-read = Je l’ai lue
years-news-readers = lue par { $count } sur { $of }
years-news-remove = La retirer
years-news-removed = L’annonce est retirée.
years-news-restored = L’annonce est de retour.
years-news-seen = Les personnes responsables du réseau, et qui a écrit une annonce, voient qui l’a lue.
years-readers = Qui l’a lue
years-readers-not = { $count ->
    [one] 1 membre ne l’a pas encore lue
   *[other] { $count } membres ne l’ont pas encore lue
}
years-readers-all = Tout le monde l’a lue.
years-readers-read = { $count ->
    [one] 1 membre l’a lue
   *[other] { $count } membres l’ont lue
}
years-readers-none = Personne pour l’instant. On le dit ici, ou à partir du courriel.
years-mail = Par courriel
years-mail-is-on = Vous recevez aussi les annonces par courriel.
years-mail-is-off = Vous ne recevez pas les annonces par courriel. Elles sont ici.
years-mail-stop = Ne plus m’écrire
years-mail-start = M’écrire aussi
years-mail-on = Vous recevez les annonces de ce réseau par courriel.
years-mail-off = Vous ne recevez plus les annonces de ce réseau par courriel.
mail-announcement-subject = { $network } : { $title }
mail-announcement-text = Bonjour { $name },

    { $who } annonce au réseau { $network } :

    { $title }

    { $text }

    Pour dire que vous l’avez lue, ou que vous ne voulez pas de tels courriels :
    { $link }
