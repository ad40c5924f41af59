ties-title = Autour de vous
ties-menu = Autour de moi
ties-lead = { $count ->
    [0] Les personnes que vous croisez aux rencontres, et celles qu’il serait bon de connaître. La page se remplit à mesure que vous venez aux rencontres.
    [one] Vous avez croisé { $count } personne aux rencontres. Voici qui d’autre il serait bon de connaître.
    *[other] Vous avez croisé { $count } personnes aux rencontres. Voici celles que vous retrouvez souvent, et quelques-unes qu’il serait bon de connaître.
    }
ties-meet = À connaître
ties-meet-none = Personne pour l’instant. Les collègues à deux pas de vous apparaîtront ici quand vous serez venus aux rencontres, si elles et ils acceptent d’être visibles, tout comme quelqu’un que vous connaissez en commun.
ties-often = Vous vous retrouvez souvent
ties-often-none = Venez à quelques rencontres, et vous verrez ici qui vous retrouvez souvent.
ties-long = Pas vus depuis un moment
ties-met = { $times ->
    [one] Ensemble à { $times } rencontre, { $day }.
    *[other] Ensemble à { $times } rencontres, la dernière { $day }.
    }
ties-team = Dans une équipe avec vous
ties-why-team = Vous faites tous deux partie de l’équipe de { $school } ({ $network }).
ties-why-team-once = Vous avez fait partie de la même équipe d’école.
ties-could-invite = Vous pourriez l’inviter à
ties-both = Vous pourriez venir tous deux à
ties-invite = Inviter
ties-invite-title = Ou inviter { $name }
ties-invite-what = { $name } reçoit un courriel qui dit de quoi il s’agit et quand, et peut répondre tout de suite. Si la rencontre est réservée aux personnes invitées, l’invitation vaut dès lors, pour toutes les dates d’une série.
ties-invite-to-hint = Une rencontre à venir que vous animez.
ties-invited = { $name } reçoit un courriel d’invitation à { $gathering }.
ties-invite-again = { $name } a déjà reçu un courriel d’invitation.
ties-invite-answered = { $name } a déjà répondu.
ties-invite-many = { $most } invitations par jour, c’est bien assez. Vous pourrez en envoyer d’autres demain.
ties-why-tags = Un intérêt commun : { $tags }.
ties-why-through = Une connaissance commune : { $people }.
ties-why-through-more = { $count ->
    [one] Des connaissances communes : { $people } et { $count } autre personne.
    *[other] Des connaissances communes : { $people } et { $count } autres personnes.
    }
ties-why-somebody = { $count ->
    [one] Quelqu’un que vous connaissez l’a aussi rencontré.
    *[other] { $count } personnes que vous connaissez l’ont aussi rencontré.
    }
ties-shown-title = Être visible
ties-shown-yes = Votre nom est visible pour les collègues qui aimeraient vous connaître.
ties-shown-no = Votre nom n’est pas visible. Seules les personnes croisées aux rencontres ou dans vos équipes vous voient ici.
ties-shown-what = Si vous êtes visible, les collègues à deux pas de vous voient votre nom, vos intérêts communs et qui vous connaissez en commun. Personne n’est jamais classé, et vous pouvez changer d’avis à tout moment.
ties-show-me = Me rendre visible
ties-hide-me = Retirer mon nom
ties-now-shown = Vous êtes visible maintenant.
ties-now-hidden = Votre nom est retiré.
ties-hello = Dire bonjour
ties-hello-title = Dire bonjour à { $name }
ties-hello-lead = Quelques mots suffisent. { $name } les reçoit par courriel et peut vous répondre directement.
ties-hello-words = Vos mots
ties-hello-words-hint = Par exemple, de quoi vous aimeriez parler et quand vous avez le temps.
ties-hello-send = Envoyer
ties-hello-back = Pas maintenant
ties-hello-sent = Vos mots sont en route vers { $name }.
ties-hello-again = Vous lui avez écrit dans les { $days } derniers jours. Vous vous croiserez peut-être d’abord à une rencontre?
ties-hello-many = { $most } courriels par jour, c’est bien assez. Vous pourrez écrire de nouveau demain.
ties-refused-hello = Vous pouvez écrire aux personnes croisées aux rencontres ou qui sont dans une équipe avec vous, et à celles qui acceptent d’être visibles.
mail-hello-subject = { $who } vous dit bonjour
mail-hello-text = Bonjour { $name },

    { $who } aimerait vous connaître et vous écrit :

    { $words }

    Si vous répondez à ce courriel, votre réponse va directement à { $who }. Sa page : { $link }
mail-invite-subject = { $who } vous invite : { $gathering }
mail-invite-text = Bonjour { $name },

    { $who } espère vous voir à :

    { $gathering }

    Tout ce qu’il faut savoir, et de quoi dire si vous venez : { $link }

    Si vous répondez à ce courriel, votre réponse va directement à { $who }.
ties-map = Voir la carte
map-title = La carte
map-lead = Toutes les personnes venues à une rencontre ou membres d’une équipe d’école pendant l’année scolaire { $year }, et qui a croisé qui ou travaille avec qui. Celles qui le font souvent sont proches.
map-people = Personnes
map-schools = Écoles
map-figures = Chiffres
map-none-title = Rien à dessiner pour l’instant
map-none = La carte naît des rencontres : dès que des personnes y sont venues, elle montre qui a croisé qui. Elle est dessinée en arrière-plan.
map-caption = { $named ->
    [0] { $nameless } personnes, aucune avec son nom
    [one] { $named } personne avec son nom, { $nameless } sans
    *[other] { $named } personnes avec leur nom, { $nameless } sans
    }
map-caption-note = Les noms sont ceux des personnes qui acceptent d’être visibles. Un trait relie deux personnes qui se sont croisées ou qui sont dans la même équipe. Aucun ne relie un nom et un point.
map-frame = Carte. Les flèches la déplacent, plus et moins changent sa taille, zéro la montre en entier.
map-how = Faites-la glisser, ou utilisez les flèches, plus, moins et zéro.
map-in = Plus près
map-out = Plus loin
map-whole = En entier
map-drawing = Dessin de qui a croisé qui : { $named } personnes avec leur nom, { $nameless } sans. Le tableau ci-dessous dit la même chose.
map-you = Vous
map-table = La même chose en tableau
map-table-note = Seulement les personnes qui acceptent d’être visibles, par nom.
map-table-open = Montrer le tableau
map-table-where = { $first } à { $last } sur { $total }
map-table-none = Personne n’a encore accepté d’être visible. Vous pourriez être la première personne.
map-person = Personne
map-with = A croisé, ou en équipe avec
map-shown-yes = Vous êtes sur la carte avec votre nom.
map-shown-no = Les autres vous voient sur la carte comme un point sans nom.
map-schools-title = Les écoles sur la carte
map-schools-lead = Les écoles là où elles se trouvent, et lesquelles se sont croisées pendant l’année scolaire { $year }.
map-schools-caption = { $count ->
    [0] Aucun trait entre écoles pour l’instant
    [one] { $count } trait entre écoles
    *[other] { $count } traits entre écoles
    }
map-schools-note = Un trait est tracé quand au moins cinq personnes de deux écoles se sont croisées. Plus il est épais, plus elles sont nombreuses.
map-schools-drawing = Dessin de { $count } écoles là où elles se trouvent, et des liens entre elles. Le tableau ci-dessous dit la même chose.
map-schools-none-title = Aucune école n’a encore de position
map-schools-none = Les écoles importées avec leur latitude et leur longitude apparaissent ici.
map-schools-elsewhere = { $count ->
    [one] { $count } école n’a ni latitude ni longitude et n’est pas dessinée.
    *[other] { $count } écoles n’ont ni latitude ni longitude et ne sont pas dessinées.
    }
map-schools-with = A croisé des personnes de (paires)
map-figures-title = Comment le réseau tient ensemble
map-figures-lead = Pour celles et ceux qui animent : l’année scolaire { $year } en chiffres. Ils ne disent rien de personne et ne classent personne.
map-too-few-title = Trop peu pour en dire quelque chose
map-too-few = Dès que cinq personnes seront venues à des rencontres cette année, il y aura quelque chose à dire.
map-say-people = personnes sont venues à au moins une rencontre, ou sont dans une équipe d’école
map-say-pairs = paires se sont croisées, ou sont dans la même équipe
map-say-density = de toutes les paires possibles sont ainsi liées
map-say-reach = des autres sont à deux pas au plus, en moyenne par personne
map-say-edge = sont au bord : liées à une personne ou à aucune
map-say-largest = sont dans le plus grand cercle où tout le monde peut être joint
map-say-components = cercles séparés, en comptant qui est seul
map-people-count = Personnes
map-pairs-count = Paires liées
map-density = Densité
map-reach = À deux pas au plus
map-components = Cercles
map-largest = Dans le plus grand cercle
map-edge = Au bord
map-this-year = Cette année
map-last-year = L’an dernier
map-change-title = Par rapport à l’an dernier
map-change-table = Changement
map-kept = Paires des deux années
map-new = Nouvelles paires
map-gone = Paires de l’an dernier seulement
map-change = { $kept ->
    [one] { $kept } paire s’est croisée les deux années
    *[other] { $kept } paires se sont croisées les deux années
    }, { $new } sont nouvelles, et { $gone } de l’an dernier ne se sont pas revues.
map-no-change = Il n’y a pas d’année précédente à comparer, ou trop peu de personnes étaient venues.
map-levels = Entre niveaux
map-roles = Entre fonctions
map-one = Groupe
map-other = Avec
map-ei = Entre soi ou avec d’autres
map-ei-what = L’indice E-I : −1 quand on ne croise que son propre groupe, +1 quand on ne croise que des personnes d’autres groupes.
map-ei-levels = Niveaux
map-ei-schools = Écoles
map-ei-roles = Fonctions
map-invite-title = Inviter celles et ceux qui sont au bord
map-invite-what = Qui est lié à une seule personne ou à aucune reçoit un courriel amical avec votre invitation. Vous n’apprenez pas qui c’est, et on ne leur dit pas pourquoi.
map-invite-to = À quelle rencontre
map-invite-to-hint = Une que vous animez. Seules les personnes qui peuvent y venir reçoivent un courriel.
map-invite-send = Les inviter
map-invite-not-yours = Choisissez une rencontre à venir que vous animez.
map-invited = { $count ->
    [one] { $count } courriel est en route.
    *[other] { $count } courriels sont en route.
    }
map-invited-quietly = C’est fait. Qui est au bord et y est invité reçoit un courriel.
map-invited-few = C’est fait. Qui est au bord reçoit un courriel; ces personnes sont moins de cinq.
map-invited-lately = Les personnes au bord ont été invitées ces deux dernières semaines. Laissez-leur un peu de temps.
map-how-counted = Les personnes sont celles venues à au moins une rencontre depuis août. Deux personnes sont liées si elles sont venues à la même rencontre de trente personnes au plus; à une plus grande, seules le sont celles qui animaient ou ont présenté un sujet. Les définitions et la façon de tout recalculer sont dans docs/ties.md.
map-how-hidden = Les chiffres derrière lesquels il y a moins de cinq personnes sont cachés, et un second avec eux, pour que rien ne puisse être soustrait.
refused-map-figures = Les chiffres sont pour les personnes qui animent un réseau ou une série, et pour l’administration.
mail-edge-subject = Au plaisir de vous voir : { $title }
mail-edge-text = Bonjour { $name },

    { $who } aimerait vous voir à :

    { $gathering }

    Venez comme vous êtes; personne n’a besoin d’apporter quoi que ce soit. Tout est ici :
    { $link }
map-schools-alone = { $count ->
    [one] { $count } école figure sur la carte sans trait : moins de cinq de ses membres ont rencontré des gens d’une autre école.
    *[other] { $count } écoles figurent sur la carte sans trait : moins de cinq personnes de chacune et d’une autre école se sont rencontrées.
    }
map-not-told = Non indiqué : { $what }. Moins de cinq personnes sont concernées, ou il en resterait moins de cinq.
map-groups-not-told = { $count ->
    [one] { $count } autre paire de groupes n’est pas indiquée : moins de cinq personnes sont concernées, ou elle révélerait un nombre masqué.
    *[other] { $count } autres paires de groupes ne sont pas indiquées : moins de cinq personnes sont concernées, ou elles révéleraient un nombre masqué.
    }
