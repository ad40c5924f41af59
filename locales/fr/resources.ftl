resources-title = Notes et fichiers
resources-lead-gathering = Ce qui reste de { $title }.
resources-lead-topic = Ce qui reste de « { $title } ». Si le sujet est reporté, tout le suit.
resources-none-gathering = Rien pour l’instant. Ce qui s’est dit, une photo du tableau, un lien vers la leçon : déposez-le ici, et les personnes absentes l’auront aussi.
resources-none-topic = Rien pour l’instant. Déposez ici vos notes, un lien ou une photo; ils restent avec le sujet.
resources-nothing = Il n’y a encore rien ici.
resources-write = Écrire des notes, ajouter des fichiers
resources-things = Liens et fichiers
resources-edit = Modifier
resources-remove = Retirer
resources-up = Monter { $title }
resources-down = Descendre { $title }
resources-size = { $kilobytes ->
    *[other] { $kilobytes } ko
    }
resources-edit-title = Modifier un lien ou un fichier
resources-field-title = Titre
resources-save = Enregistrer
resources-refused-write = Seules les personnes qui animent ou qui présentent le sujet écrivent ici.
resources-refused-many = Il y a déjà { $most } liens et fichiers ici. Retirez-en un d’abord.
resources-problem-address = Inscrivez l’adresse complète d’une page, par exemple https://exemple.org/lecon.
resource-edited = C’est modifié.
resource-removed = C’est retiré. Plus personne ne le voit.
resource-restored = C’est de retour.
resource-stale = Quelqu’un a modifié ceci entre-temps. Revoyez-le avant d’enregistrer.
note-title = Notes
note-field = Ce qui s’est dit
note-field-hint = Une *étoile* met en italique, **deux** en gras; une ligne qui commence par - est un point de liste.
note-keep = Enregistrer les notes
note-preview = Voir le résultat
note-preview-title = Le résultat
note-kept = Les notes sont enregistrées.
note-stale = Quelqu’un d’autre a écrit ici en même temps. Son texte est ci-dessus; si vous enregistrez, le vôtre le remplace.
note-theirs = Ce qui a été écrit
link-add-title = Ajouter un lien
link-field-address = Adresse
link-field-address-hint = Copiez-la du navigateur, par exemple https://exemple.org/lecon.
link-field-title = Titre
link-field-title-hint = Si vous laissez ce champ vide, l’adresse s’affiche.
link-add = Ajouter le lien
link-added = Le lien est ajouté.
file-add-title = Ajouter une photo ou un fichier
file-field = Photo ou fichier
file-field-hint = Photos, PDF, fichiers Office et OpenDocument, texte, son et vidéo; au plus { $most } Mo. Le lieu et l’heure de prise de vue sont retirés des photos.
file-field-caption = Ce qu’on y voit
file-field-caption-hint = Si vous laissez ce champ vide, le nom du fichier s’affiche.
file-add = Ajouter le fichier
file-added = Le fichier est ajouté.
upload-problem-none = Choisissez d’abord un fichier.
upload-problem-large = Ce fichier dépasse { $most } Mo. Choisissez-en un plus petit, ou ajoutez un lien vers l’endroit où il se trouve.
upload-problem-kind = Ce genre de fichier ne peut pas être conservé ici. Les photos (JPEG, PNG, WebP, GIF), les PDF, les fichiers Office et OpenDocument, le texte, le son et la vidéo le peuvent.
upload-problem-lies = Le nom de ce fichier finit par .{ $ending }, mais son contenu est autre (.{ $truth }). Donnez-lui le bon nom, ou enregistrez-le de nouveau.
upload-problem-broken = Cette image ne peut pas être lue; elle est peut-être endommagée. Ouvrez-la et enregistrez-la de nouveau.
upload-problem-pixels = Cette image compte plus de { $most } millions de pixels. Réduisez-la d’abord.
send-title = Envoyer les notes et les fichiers
send-lead = Envoyez par courriel ce qui reste aux personnes venues et à celles qui n’ont pas pu venir.
send-open = Envoyer aux personnes présentes ou empêchées
send-field-to = À qui
send-field-to-hint = Les personnes invitées qui n’ont rien répondu ne reçoivent pas de courriel.
send-to-came = { $count ->
    [one] La personne qui est venue ({ $count })
    *[other] Les { $count } personnes qui sont venues
    }
send-to-could-not = { $count ->
    [one] La personne qui n’a pas pu venir ({ $count })
    *[other] Les { $count } personnes qui n’ont pas pu venir
    }
send-had = { $count ->
    [one] { $count } personne a déjà reçu exactement ceci et ne le recevra pas deux fois.
    *[other] { $count } personnes ont déjà reçu exactement ceci et ne le recevront pas deux fois.
    }
send-field-again = Leur envoyer de nouveau
send-field-again-hint = Dites pourquoi dans les notes, sinon on se posera la question.
send-button = Envoyer
send-button-many = { $count ->
    [one] Envoyer à { $count } personne
    *[other] Envoyer à { $count } personnes
    }
send-preview = Ce qu’on lira
send-empty-title = Rien à envoyer pour l’instant
send-empty = Écrivez une ligne de notes ou ajoutez un fichier; ensuite, un seul bouton suffit pour l’envoyer aux personnes venues et à celles qui auraient voulu venir.
send-sent = { $count ->
    [one] { $count } courriel est en route.
    *[other] { $count } courriels sont en route.
    }
send-problem-nobody = Choisissez à qui l’envoyer.
send-problem-empty = Il n’y a encore rien à envoyer.
send-problem-all-had = Tout le monde a déjà reçu exactement ceci. Cochez « Leur envoyer de nouveau » s’il le faut.
send-refused-early = La rencontre n’a pas commencé; personne n’a pu y venir.
send-refused-cancelled = La rencontre a été annulée; personne n’y est venu.
send-item = { $title } :
send-mail-subject = { $title }, { $when } : notes et fichiers
send-mail-came = Bonjour { $name },

    Merci de votre présence à { $title }, { $when }. Voici ce qu’il en reste.


    { $body }


    Le tout, avec les images :
    { $link }
send-mail-could-not = Bonjour { $name },

    Vous n’avez pas pu être à { $title }, { $when }. Voici ce qui s’y est passé.


    { $body }


    Le tout, avec les images :
    { $link }
resources-stake = { $count ->
    [one] { $count } note, lien ou fichier
    *[other] { $count } notes, liens et fichiers
    }
resources-lead-network = Les membres les voient et en ajoutent. Qui en a ajouté un, et qui est responsable du réseau, peut le retirer.
resources-lead-open = Tout le district les voit, et les membres en ajoutent. Qui en a ajouté un, et qui est responsable du réseau, peut le retirer.
resources-network-add = Ajouter un lien ou un fichier
resources-network-all = Tous les liens et fichiers
resources-none-network = Rien encore. Ce dont tout le monde a souvent besoin a sa place ici : un guide, un formulaire, les diapositives de l’expo.
resources-refused-other = Seules la personne qui l’a ajouté et celles qui sont responsables du réseau peuvent le changer.
