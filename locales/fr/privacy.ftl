data-title = Ce que Klatsch sait de moi
data-lead = Tout ce qui est conservé à votre sujet, pendant combien de temps, et ce qu’il en advient si vos données sont effacées.
data-save = Tout enregistrer dans un fichier
data-save-hint = Un fichier ZIP avec tout ce qui suit, à lire ou à emporter.
data-save-files = { $count ->
    [one] Un fichier ZIP avec tout ce qui suit et le fichier que vous avez ajouté.
   *[other] Un fichier ZIP avec tout ce qui suit et les { $count } fichiers que vous avez ajoutés.
}
data-line = { $count ->
    [one] { $count } entrée
   *[other] { $count } entrées
}, conservation : { $kept }. En cas d’effacement : { $fate }.
data-kept-forever = sans limite, car les bilans du district en dépendent
data-kept-until-erased = jusqu’à votre effacement
data-kept-until-done = jusqu’à expiration
data-kept-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
data-kept-days-after = { $count ->
    [one] jusqu’à un jour après la fin
   *[other] jusqu’à { $count } jours après la fin
}
data-fate-deleted = supprimé
data-fate-anonymised = cela reste, sans votre nom
data-fate-goes-along = supprimé avec ce dont il fait partie
data-profile = Votre profil
data-profile-about = Votre nom, votre adresse courriel, votre école, vos rôles et ce qu’on peut vous demander.
data-account = Connexion
data-account-about = Les navigateurs où votre session est ouverte et vos clés pour les programmes.
data-hosted = Ce que vous animez
data-hosted-about = Les séries, rencontres et ordres du jour que vous avez créés ou que vous animez.
data-invited = Invitations
data-invited-about = Où vous êtes invité nommément.
data-answers = Vos réponses
data-answers-about = Ce que vous avez répondu, et pourquoi vous ne pouviez pas venir.
data-topics = Vos sujets
data-topics-about = Ce que vous avez proposé, et ce qui vous intéresse.
data-attendance = Où vous étiez
data-attendance-about = Les rencontres où vous étiez, et ce que vous en avez dit.
data-resources = Notes, liens et fichiers
data-resources-about = Ce que vous avez noté ou ajouté lors des rencontres.
data-treats = Gâteries
data-treats-about = Ce que vous avez apporté ou proposé d’apporter.
data-networks = Réseaux
data-networks-about = Où vous êtes membre, ce que vous avez demandé ou ce qu’on vous a demandé, et ce que vous dirigez.
data-newcomers = Vos débuts
data-newcomers-about = Ce que vous avez dit à votre arrivée, les liens que vous avez partagés, et que vous accompagneriez quelqu’un.
data-contacts = Vos contacts
data-contacts-about = Votre carnet privé. Personne d’autre ne le voit.
data-speakers = Conférencières et conférenciers
data-speakers-about = Qui vous avez proposé, et qui vous avez entendu.
data-ties = Salutations
data-ties-about = Les petits mots envoyés aux personnes que vous aimeriez connaître, et vos invitations à des rencontres.
data-other = Autres choses
data-rest = Ce qui n’est pas dans la liste
data-rest-about = De votre mot de passe, seule une empreinte est conservée, d’où personne ne peut le retrouver. Les liens de connexion, les lettres en route et les tentatives de connexion disparaissent d’elles-mêmes en quelques jours. L’index de recherche est une copie de ce qui précède.
data-who-sees = Qui voit quoi
data-forget = Être oublié
data-forget-about = La personne qui s’occupe de Klatsch dans votre district peut vous effacer. Ce sur quoi d’autres comptent reste, sans votre nom : une rencontre a toujours eu autant de participants. C’est irréversible.
data-forget-do = Demander mon effacement
data-forget-asked = La personne qui s’occupe de Klatsch a été prévenue. Rien n’est encore effacé.
data-parcel-read = lisez-moi.txt
data-parcel-word = Voici ce que Klatsch conserve au sujet de { $name } (lu le { $at }).

    data.json contient les entrées, section par section, telles qu’elles sont dans la base de données.
    Le dossier « files » contient les fichiers que vous avez ajoutés.
mail-forget-subject = { $who } souhaite être effacé de Klatsch
mail-forget-text = Bonjour { $name },

    { $who } demande à être effacé de Klatsch. Cette page montre ce que cela ferait, et le fait :

    { $link }

    C’est irréversible : demandez d’abord à { $who } si tout ce qui doit être gardé a été enregistré.
erase-title = Effacer { $name }
erase-lead = Définitivement : c’est irréversible. Une personne qui quitte simplement le district n’a pas besoin d’être effacée.
erase-what = Ce qui sera fait
erase-profile = Profil
erase-hosted = Animation
erase-answers = Réponses
erase-topics = Sujets
erase-attendance = Présences
erase-contacts = Contacts
erase-deleted = { $count ->
    [one] { $count } entrée est supprimée
   *[other] { $count } entrées sont supprimées
}
erase-anonymised = { $count ->
    [one] { $count } entrée reste, sans le nom
   *[other] { $count } entrées restent, sans le nom
}
erase-backups = Les sauvegardes faites auparavant contiennent encore cette personne. Qui les garde les supprime en temps voulu.
erase-name = Tapez « { $name } » pour confirmer
erase-name-hint = Le nom complet.
erase-name-wrong = Ce n’est pas le nom : { $name }
erase-do = Effacer définitivement
erase-done = C’est effacé. Ce qui est compté reste, sans nom.
refused-erase-self = Vous ne pouvez pas vous effacer : un district n’est jamais sans quelqu’un qui s’occupe de Klatsch. Demandez à une autre personne responsable.
data-kept-with-series = aussi longtemps que la série
data-kept-with-gathering = aussi longtemps que la rencontre
data-kept-with-topic = aussi longtemps que le sujet
data-kept-with-treat = aussi longtemps que la gâterie est souhaitée
data-kept-with-network = aussi longtemps que le réseau
data-kept-with-year = aussi longtemps que l’année du réseau
data-kept-with-team = aussi longtemps que l’équipe-école
data-kept-with-announcement = aussi longtemps que l’annonce
data-kept-with-newcomer = aussi longtemps que vos réponses à votre arrivée
data-kept-with-contact = aussi longtemps que le contact concerné
data-kept-with-speaker = aussi longtemps que la personne figure parmi les intervenants
data-kept-with-school = aussi longtemps que l’école
data-kept-with-what = aussi longtemps que la rencontre, le sujet ou le réseau pour lequel c’est écrit
