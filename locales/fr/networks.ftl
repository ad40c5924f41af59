# Les réseaux : des gens qui ont un but commun.
nav-networks = Réseaux
networks-title = Réseaux
networks-lead = Des collègues qui ont un but commun. Chaque réseau dit de quoi il s’agit et comment on s’y joint.
networks-none = Il n’y a encore aucun réseau
networks-none-why = Un réseau rassemble, d’une école à l’autre, des personnes qui veulent apprendre la même chose : on se voit quelques fois par année et on garde ce qui en ressort. Quelqu’un en lance un, d’autres s’y joignent.
networks-new = Lancer un réseau
networks-new-lead = Vous en êtes d’abord responsable. D’autres peuvent l’être avec vous, ou prendre la relève.
networks-make = Le lancer
networks-made = Le réseau est là. Invitez des gens, ou laissez-les le trouver.
networks-mine = Les vôtres
networks-others = D’autres à découvrir
networks-all = Dans le district
networks-where = Réseaux { $first } à { $last }
networks-members-count = { $count ->
    [one] { $count } membre
   *[other] { $count } membres
}
networks-led-by = sous la responsabilité de { $people }
networks-led = Responsables
networks-chaired = Présidence
networks-how = Comment s’y joindre
networks-joining-open = Ouvert à tout le district
networks-joining-request = Sur demande
networks-joining-invitation = Sur invitation
networks-audience-public = Tout le monde peut en lire la présentation, même sans compte
networks-audience-district = Toute personne ayant un compte peut en lire la présentation
networks-audience-network = Seuls les membres et les personnes invitées le connaissent
networks-leading-leads = Une ou plusieurs personnes responsables
networks-leading-chair = Une présidence
networks-role-lead = responsable
networks-role-chair = présidence
networks-role-committee = comité
networks-role-member = membre
networks-state-closed = fermé
networks-state-handover = on vous demande de prendre la relève
networks-state-invited = on vous invite
networks-state-asked = demande envoyée
networks-you-are = Vous en faites partie : { $role }
networks-you-asked = Vous avez demandé à vous joindre
networks-you-asked-then = Les responsables le savent et vous répondront par courriel.
networks-join = Se joindre
networks-join-why = Vous en êtes membre tout de suite, et vous pouvez partir quand vous voulez.
networks-ask = Demander à se joindre
networks-ask-word = Un mot aux responsables
networks-ask-hint = Facultatif. Pourquoi ce serait bon pour vous, ou ce que vous apporteriez.
networks-accept = Accepter
networks-decline = Pas maintenant
networks-invited-by = { $name } vous invite
networks-sign-in-why = Connectez-vous pour vous joindre, ou pour voir qui en est responsable.
networks-withdraw = Retirer ma demande
networks-withdrawn = Votre demande est retirée.
networks-declined = C’est noté. On pourra vous inviter de nouveau.
networks-joined = Bienvenue : { $name }.
networks-asked = Les responsables savent que vous aimeriez vous joindre.
networks-left = Vous avez quitté ce réseau : { $name }.
networks-leave = Quitter le réseau
networks-back = Vous êtes de retour, comme avant : { $name }.
networks-too-late = Il y a trop longtemps. Veuillez vous joindre de nouveau.
networks-tools = Pour les responsables
networks-invite = Inviter des gens
networks-invite-title = Inviter des gens
networks-invite-lead = Chaque personne reçoit un courriel, et devient membre en acceptant. Qui l’avait déjà demandé le devient tout de suite.
networks-invite-people = Qui
networks-invite-people-hint = Une personne par ligne : un nom, une adresse courriel, ou une école pour tout son personnel.
networks-invite-word = Un mot pour elles
networks-invite-word-hint = Il figure dans le courriel.
networks-invite-do = Inviter
networks-invited = { $count ->
    [0] Tout le monde était déjà membre ou avait déjà une invitation.
    [one] Une personne est invitée.
   *[other] { $count } personnes sont invitées.
}
networks-uninvite = Annuler l’invitation
networks-uninvited = L’invitation est annulée.
networks-invitations = Invitations sans réponse
networks-requests = Demandes
networks-since = depuis le { $date }
networks-admit = Accueillir
networks-not-admit = Pas maintenant
networks-admitted = { $name } est maintenant membre et en est averti.
networks-not-admitted = { $name } sait que ce n’est pas possible maintenant.
networks-answered = Quelqu’un y a déjà répondu.
networks-members = Membres
networks-members-see = Voir qui en fait partie
networks-members-words = Nom ou école
networks-members-none-why = Essayez avec moins de lettres, ou un autre rôle.
networks-in-network = Rôle dans le réseau
networks-joined-at = Membre depuis
networks-role-save = Donner ce rôle
networks-role-set = Nouveau rôle de { $name } : { $role }.
networks-remove = Retirer du réseau
networks-removed = { $name } ne fait plus partie du réseau.
networks-restored = { $name } fait de nouveau partie du réseau.
networks-change = Modifier la présentation
networks-edit = Modifier { $name }
networks-saved = C’est enregistré.
networks-field-name = Nom
networks-field-name-hint = Par exemple « Réseau de pensée design ».
networks-field-about = De quoi il s’agit
networks-field-about-hint = Ce que vous voulez apprendre ou changer, à qui il s’adresse, ce que font les membres. Markdown est permis : **gras**, listes, liens.
networks-field-joining = Comment s’y joint-on?
networks-field-audience = Qui peut en lire la présentation?
networks-field-audience-hint = La liste des membres n’est montrée qu’aux membres.
networks-field-leading = Qui en est responsable?
networks-problem-name = Un nom a besoin d’au moins une lettre ou un chiffre.
networks-problem-name-taken = Un réseau porte déjà ce nom.
networks-problem-leading = Plusieurs personnes en sont responsables. Qu’une seule le reste avant qu’il ait une présidence.
networks-problem-successor = Quelqu’un d’autre, s’il vous plaît : cette personne en est déjà responsable.
networks-problem-one = Une seule personne, s’il vous plaît.
networks-stale = Quelqu’un a modifié ce réseau entre-temps.
networks-about-none = Personne n’a dit de quoi il s’agit
networks-about-why = Deux ou trois phrases suffisent : ce que vous voulez apprendre, à qui il s’adresse, ce que font les membres.
networks-about-write = L’écrire
networks-close-title = Fermer le réseau
networks-close-why = Personne ne s’y joint plus, et seuls ses membres le voient encore. On peut le rouvrir.
networks-close = Le fermer
networks-closed = Ce réseau est fermé : { $name }.
networks-reopen = Le rouvrir
networks-reopened = Ce réseau est de nouveau ouvert : { $name }.
networks-is-closed = Ce réseau est fermé. Seuls ses membres le voient encore.
networks-handover = Passer le relais
networks-handover-lead = Vous choisissez qui vous suit; cette personne décide. D’ici là, rien ne change, et chacun de vous est averti.
networks-handover-to = Qui devrait prendre la relève?
networks-handover-to-hint = Un nom ou une adresse courriel. Ce peut être quelqu’un qui n’est pas encore dans le réseau.
networks-handover-then = Et vous?
networks-then-committee = Je reste dans le comité
networks-then-member = Je reste membre
networks-then-leave = Je quitte le réseau
networks-handover-word = Un mot pour cette personne
networks-handover-word-hint = Ce que cela demande, ce qui est en cours, quand vous pourriez en parler.
networks-handover-do = Lui demander
networks-offered = La demande est partie : { $name }.
networks-handover-waits = On attend la réponse de { $name }
networks-handover-until = Vous restez responsable jusque-là. Un courriel vous dira la réponse.
networks-handover-keep = Je reste, finalement
networks-kept = Vous restez responsable.
networks-handover-asked = On vous demande de prendre la responsabilité de ce réseau.
networks-handover-see = Voir ce que cela veut dire
networks-handover-from = { $name } vous demande de prendre la relève : { $network }
networks-handover-means = Les responsables d’un réseau invitent, répondent aux demandes, disent de quoi il s’agit et préparent son année. Vous pourrez passer le relais à votre tour.
networks-take = Je prends la relève
networks-not-take = Je ne peux pas
networks-taken = Vous êtes maintenant responsable de ce réseau : { $name }. Merci!
networks-not-taken = C’est noté. La personne qui vous l’a demandé en est avertie.
networks-handover-gone = La personne qui vous l’a demandé n’en est plus responsable.
networks-refused-members = La liste des membres d’un réseau est réservée à ses membres.
networks-refused-lead = Seules les personnes responsables du réseau peuvent le faire.
networks-refused-admit = Seuls les responsables et le comité du réseau peuvent le faire.
networks-refused-invitation = On entre dans ce réseau sur invitation. Parlez-en à une personne qui en est responsable.
networks-refused-closed = Ce réseau est fermé; personne ne s’y joint.
networks-refused-last = Personne d’autre n’est responsable de ce réseau. Passez d’abord le relais.
networks-refused-second-chair = Ce réseau a une présidence. C’est à elle de passer le relais.
networks-refused-restore = Cette personne est partie d’elle-même. Invitez-la, et elle décidera.
networks-refused-handover = Seule une personne responsable du réseau peut passer le relais.
networks-refused-answer = Personne ne vous a demandé de prendre la relève de ce réseau.
mail-network-word = « { $word } »
mail-network-asked-subject = { $who } aimerait se joindre au réseau : { $network }
mail-network-asked-text =
    Bonjour { $name },

    { $who } aimerait se joindre à un réseau dont vous êtes responsable : { $network }.

    { $word }

    Veuillez répondre ici; la personne le saura dans les deux cas :

    { $link }
mail-network-admitted-subject = Bienvenue : { $network }
mail-network-admitted-text =
    Bonjour { $name },

    { $who } vous accueille dans ce réseau : { $network }. Bienvenue!

    { $word }

    { $link }
mail-network-refused-subject = Votre demande : { $network }
mail-network-refused-text =
    Bonjour { $name },

    Vous avez demandé à vous joindre à ce réseau : { $network }. { $who } dit que ce n’est pas possible maintenant.

    { $word }

    Ce qu’il y a d’autre : { $link }
mail-network-invited-subject = { $who } vous invite : { $network }
mail-network-invited-text =
    Bonjour { $name },

    { $who } vous invite dans ce réseau : { $network }.

    { $word }

    De quoi il s’agit, et votre réponse :

    { $link }
mail-network-offered-subject = Prendriez-vous la relève? { $network }
mail-network-offered-text =
    Bonjour { $name },

    { $who } est responsable de ce réseau : { $network }, et vous demande si vous prendriez la relève.

    { $word }

    Ce que cela veut dire, et votre réponse :

    { $link }
mail-network-given-subject = { $who } a pris la relève : { $network }
mail-network-given-text =
    Bonjour { $name },

    { $who } a pris votre relève : { $network }. Merci pour tout ce que vous y avez fait.

    { $word }

    { $link }
mail-network-taken-subject = Vous avez pris la relève : { $network }
mail-network-taken-text =
    Bonjour { $name },

    Vous avez pris la relève de { $who } : { $network }. Merci! { $who } le sait.

    { $word }

    Tout ce qu’il faut aux responsables est sur la page du réseau :

    { $link }
mail-network-not-taken-subject = { $who } ne peut pas prendre la relève : { $network }
mail-network-not-taken-text =
    Bonjour { $name },

    { $who } ne peut pas prendre la relève de ce réseau : { $network }. Vous en restez responsable.

    { $word }

    Pour demander à quelqu’un d’autre :

    { $link }
networks-members-where = { $first } à { $last } sur { $total }
networks-refused-shelf = Les liens et fichiers de ce réseau sont pour ses membres.
networks-refused-add = Ce sont les membres du réseau qui ajoutent des liens et des fichiers.
networks-column-audience = Qui peut le voir
networks-column-members = Membres
networks-column-since = Depuis
networks-column-closed = Fermé le
networks-problem-invites = { $left ->
    [0] Vous avez invité { $most } personnes en une journée, c’est déjà beaucoup. Demain, vous pourrez en inviter d’autres.
    [one] On peut inviter { $most } personnes par jour; il vous en reste { $left } aujourd’hui. Nommez moins de personnes, ou adressez-vous aux responsables de Klatsch.
    *[other] On peut inviter { $most } personnes par jour; il vous en reste { $left } aujourd’hui. Nommez moins de personnes, ou adressez-vous aux responsables de Klatsch.
    }
networks-members-change = Changer les rôles
networks-members-done = Terminé
networks-members-changing = Donnez à quelqu’un un autre rôle dans le réseau, ou retirez-le.
