welcome-title = Trouver votre place
welcome-about = Cinq questions, deux minutes. Vous obtenez deux cercles de collègues, la prochaine date et quelqu’un qui vous dira bonjour. Sautez ce que vous voulez.
welcome-from = { $name } partage ceci avec vous. Il ne faut pas de compte pour répondre; vos réponses sont gardées deux semaines.
welcome-kept = Quelqu’un avec votre adresse a répondu à ces questions il y a quelque temps. Était-ce vous?
welcome-take = Oui, reprendre ces réponses
welcome-step = { $number } sur 5
welcome-where = Où travaillez-vous?
welcome-where-hint = Une école, plusieurs, une partie du district, ou rien de tout cela.
welcome-school = Une école
welcome-school-2 = Une autre école
welcome-school-3 = Et une autre
welcome-more-schools = D’autres écoles, ou une partie du district
welcome-area = Une partie du district
welcome-area-hint = Une ville ou une famille d’écoles, comme on l’appelle.
welcome-changes = Cela change d’une semaine à l’autre
welcome-changes-hint = Par exemple si vous faites de la suppléance.
welcome-school-names = Comment s’écrivent les écoles
welcome-days = Quels jours êtes-vous libre?
welcome-days-hint = À midi ou après l’école. Si rien n’est coché, tous les jours peuvent convenir.
welcome-teaches = Qu’enseignez-vous?
welcome-teaches-hint = Par exemple « sciences 6e année » ou « immersion ».
welcome-levels = À quel niveau?
welcome-interests = Qu’est-ce qui vous intéresse?
welcome-interests-hint = Quelques mots, comme « portfolios numériques, classes en plein air ».
welcome-hopes = Qu’espérez-vous?
welcome-hope-learn = Apprendre des autres
welcome-hope-share = Partager ce que je fais
welcome-hope-meet = Rencontrer des collègues
welcome-hope-help = Donner un coup de main
welcome-tells = Que peut savoir l’hôte?
welcome-tells-hint = Nous donnons à un hôte de chaque cercle votre nom, dès qu’il y a un compte, et ce que vous cochez ici. À personne d’autre.
welcome-answer = Montrez-moi ma place
welcome-back = Revenir à ce que nous avons trouvé
welcome-nothing-said = Répondez à au moins une des questions, pour que nous ayons un point de départ.
welcome-several-schools = { $more ->
    [0] « { $typed } » pourrait être { $schools }. Écrivez celle que vous voulez dire avec sa ville.
    [1] « { $typed } » pourrait être { $schools }, ou une autre. Écrivez celle que vous voulez dire avec sa ville.
   *[other] « { $typed } » pourrait être { $schools }, ou { $more } autres. Écrivez celle que vous voulez dire avec sa ville.
}
welcome-unknown-school = Aucune école ne s’appelle « { $typed } ». Écrivez-la comme ici, ou nommez plutôt une partie du district.
welcome-many-schools = Nommez { $most } écoles au plus, ou une partie du district.
welcome-answered = Merci. Voici ce que nous avons trouvé.
welcome-looked-again = Nous avons cherché de nouveau.
welcome-answer-title = Vos cercles
welcome-nothing = Rien ne convient pour l’instant
welcome-nothing-why = Rien n’a lieu vos jours libres ni ne porte sur ce que vous avez nommé. Nous l’avons dit aux personnes qui s’occupent de Klatsch; elles connaissent peut-être quelqu’un. Vous pouvez aussi changer vos réponses ou parcourir toutes les séries.
welcome-nothing-public = Rien de ce qui est ouvert à tout le monde ne convient. Avec un compte, vous en voyez plus : demandez-en un ci-dessous.
welcome-change = Changer mes réponses
welcome-all-series = Toutes les séries
welcome-found = { $count ->
    [one] Un cercle vous convient. Son hôte sait que vous viendrez peut-être.
   *[other] Ces deux cercles vous conviennent. Leurs hôtes savent que vous viendrez peut-être.
    }
welcome-found-public = { $count ->
    [one] Un cercle ouvert à tout le monde vous convient. Avec un compte, vous en verrez peut-être d’autres.
   *[other] Ces deux cercles sont ouverts à tout le monde et vous conviennent. Avec un compte, vous en verrez peut-être d’autres.
    }
welcome-date-gone = Cette date est passée. Cherchez de nouveau ci-dessous.
welcome-why = Pourquoi celui-ci
welcome-greeted = A dit bonjour
welcome-host = Demandez { $name }, qui sait que vous êtes nouveau ou nouvelle.
welcome-host-public = { $name } vous dira bonjour.
welcome-look = Voir { $title }
welcome-buddy = Votre compagnon de route
welcome-buddy-about = Quelqu’un qui vous accompagne les premières fois. Écrivez-lui; vous pouvez y mettre fin quand vous voulez.
welcome-buddy-end = Y mettre fin
welcome-week = Votre semaine a changé?
welcome-week-place = Vous avez dit : { $place }.
welcome-again = Chercher de nouveau
welcome-changes-short = cela change
welcome-told = Ce que les hôtes savent de vous
welcome-told-name = Votre nom, et rien d’autre.
welcome-forget-title = Oublier mes réponses
welcome-forget-about = Vos cinq réponses, ce que nous avons trouvé pour vous et ce que vous en avez dit disparaîtront. On ne peut pas revenir en arrière. Votre compte reste.
welcome-forget = Les oublier
welcome-keep = Les garder
welcome-forget-now = Oublier mes réponses maintenant
welcome-forgotten = Vos réponses sont oubliées.
welcome-taken = Ces réponses sont maintenant les vôtres.
welcome-taken-already = Ces réponses ont déjà été reprises.
welcome-want-title = Aimeriez-vous un compte?
welcome-want-about = Avec un compte, vous pouvez dire que vous venez, et l’hôte est averti. Les personnes qui s’occupent de Klatsch dans votre district vous ajoutent, et vous vous connectez par un lien reçu par courriel.
welcome-want-done = Nous l’avons dit aux personnes qui s’occupent de Klatsch. Vous recevrez un courriel quand elles vous auront ajouté.
welcome-name = Votre nom
welcome-email-hint = De préférence celle de votre école ou du district.
welcome-want = Demander un compte
welcome-have = J’en ai un : me connecter
welcome-wanted = Merci. Nous l’avons dit aux personnes qui s’occupent de Klatsch.
welcome-until = Vos réponses sont gardées jusqu’au { $day }, à cette adresse seulement. Notez l’adresse si vous voulez revenir.
welcome-month-title = Cela a-t-il aidé?
welcome-month-about = Deux questions sur les cercles que nous avons proposés il y a un mois.
welcome-month-asked = Un mois a passé. Cela a-t-il aidé?
welcome-month-say = Dire comment c’était
welcome-helped = Cela vous a-t-il aidé à trouver les vôtres?
welcome-helped-yes = Oui
welcome-helped-somewhat = Un peu
welcome-helped-no = Non
welcome-missing = Qu’est-ce qui manquait?
welcome-missing-hint = Lu par les personnes qui s’occupent de Klatsch, sans votre nom, dès que cinq personnes ont répondu.
welcome-month-send = Envoyer
welcome-month-thanks = Merci. Cela aide les suivants.
welcome-links-title = Accueillir quelqu’un
welcome-links-about = Partagez un lien avec une personne qui n’a pas encore de compte : elle répond à cinq questions et voit quels cercles publics lui conviennent. Le lien n’ouvre rien d’autre. Il vaut 30 jours, pour 60 personnes au plus; vous pouvez le révoquer.
welcome-link-fresh = Envoyez ce lien à la personne. Il n’est affiché que cette fois.
welcome-link-make = Créer un lien
welcome-link-when = Fait { $made }, vaut jusqu’à { $until }
welcome-link-answers = { $count ->
    [0] personne n’a encore répondu
    [one] une personne a répondu
   *[other] { $count } personnes ont répondu
    }
welcome-link-revoke = Révoquer
welcome-link-revoked = Le lien ne vaut plus.
welcome-link-restored = Le lien vaut de nouveau.
welcome-link-over = Ce lien ne vaut plus. Demandez-en un nouveau à qui vous l’a donné.
welcome-links-many = Vous avez { $most } liens qui valent encore. Révoquez-en d’abord un.
welcome-call = Nouveau ou nouvelle ici? Cinq questions vous montrent votre place.
welcome-call-button = Trouver mes cercles
welcome-mine = Mes cercles
reason-quoted = « { $word } »
reason-interest = Il y est question de { $words }, qui vous intéresse.
reason-teaches = Il y est question de { $words }, que vous enseignez.
reason-school = Cela se passe dans votre école.
reason-nearby = Cela se passe à { $place }, près de chez vous.
reason-free-day = C’est le { $day }, où vous êtes libre.
reason-from-afar = Vous pouvez participer d’où que vous soyez cette semaine-là.
reason-level = { $level ->
    [elementary] Cela se passe dans une école élémentaire, le niveau où vous enseignez.
    [middle] Cela se passe dans une école intermédiaire, le niveau où vous enseignez.
   *[secondary] Cela se passe dans une école secondaire, le niveau où vous enseignez.
    }
reason-host-knows = L’hôte s’y connaît en { $words }.
reason-small = D’habitude, pas plus de { $people } personnes viennent : vous les rencontrerez.
reason-room-to-share = Chacun peut y proposer un sujet.
reason-hands = Une seule personne l’organise; un coup de main est bienvenu.
reason-other-day = C’est le { $day }, qui n’est pas un de vos jours.
reason-no-date = Il n’y a pas encore de date; vous l’apprendrez.
newcomers-title = Nouveaux visages
newcomers-about = Les personnes nouvelles à qui nous avons donné votre nom, et ce qu’elles vous laissent savoir.
newcomers-none = Personne de nouveau pour l’instant
newcomers-none-why = Quand quelqu’un de nouveau répond aux cinq questions et qu’une de vos rencontres convient, nous vous prévenons, et la personne figure ici. Vous pouvez aussi partager un lien.
newcomers-named = Ont reçu votre nom
newcomers-buddies = Vous les accompagnez
newcomers-offer-title = Accompagner quelqu’un
newcomers-offer-about = Venir avec quelqu’un les premières fois, et répondre à ses questions. Les hôtes peuvent alors vous mettre en contact avec une personne nouvelle; vous l’apprenez tous les deux, et chacun peut y mettre fin.
newcomers-offer = J’accompagnerais volontiers quelqu’un
newcomers-offers = Vous proposez d’accompagner quelqu’un
newcomers-offer-end = Plus maintenant
newcomers-offered = Merci! Les hôtes voient que vous accompagneriez quelqu’un.
newcomers-offer-ended = On ne vous propose plus pour accompagner quelqu’un.
newcomers-told = Ce que la personne vous laisse savoir
newcomers-told-nothing = Son nom, et rien d’autre.
newcomers-tell-schools = Où je travaille
newcomers-tell-teaches = Ce que j’enseigne
newcomers-tell-interests = Ce qui m’intéresse
newcomers-tell-hopes = Ce que j’espère
newcomers-told-schools = Lieu de travail
newcomers-told-teaches = Enseigne
newcomers-told-interests = Intérêts
newcomers-told-hopes = Souhaits
newcomers-profile = Sa page dans l’annuaire
newcomers-circles = Ce qui a été proposé
newcomers-greet = Dire bonjour
newcomers-words = Quelques mots
newcomers-words-hint = La personne les reçoit par courriel, avec votre adresse pour répondre.
newcomers-greet-send = Envoyer
newcomers-greeting = Bonjour { $name }, ce serait bien de vous voir. Demandez-moi en arrivant, et prenez un café. { $host }
newcomers-greeted = La personne reçoit votre mot.
newcomers-you-greeted = Vous avez dit bonjour
newcomers-greeted-already = Vous avez déjà dit bonjour.
newcomers-refused-greet = Seul un hôte dont le nom lui a été donné dit bonjour ici.
newcomers-buddy = Compagnon de route
newcomers-buddy-me = Moi
newcomers-buddy-who = Qui l’accompagne les premières fois?
newcomers-buddy-hint = Vous, ou quelqu’un qui s’est proposé. Les deux l’apprennent.
newcomers-buddy-give = Les mettre en contact
newcomers-buddy-given = { $name } l’accompagne maintenant. Les deux ont un courriel.
newcomers-buddy-end = Y mettre fin
newcomers-buddy-ended = C’est fini, et les deux ont été avertis.
newcomers-buddy-none = Personne ne l’accompagne.
newcomers-buddy-nobody = Personne encore.
newcomers-buddy-already = Quelqu’un l’accompagne déjà. Mettez-y d’abord fin.
newcomers-buddy-unwilling = Choisissez-vous, ou quelqu’un qui s’est proposé.
newcomers-refused-buddy = Un hôte dont le nom lui a été donné, ou qui s’occupe de Klatsch, lui trouve quelqu’un.
newcomers-all-title = Toutes les personnes nouvelles
newcomers-all-about = Qui a répondu aux cinq questions, et où cela en est. Ce qu’elles ont dit ne figure ici que dans la mesure où les hôtes peuvent le savoir.
newcomers-wanting = Demandent un compte
newcomers-wanting-about = Ces personnes ont répondu par un lien et donné un nom et une adresse. Ajoutez celles qui travaillent ici; les autres s’effacent d’elles-mêmes après deux semaines.
newcomers-admit = Ajouter
newcomers-admitted = { $name } a maintenant un compte, et un courriel.
newcomers-admitted-already = Cette personne a déjà un compte.
newcomers-wants-otherwise = La personne a écrit un autre nom ou une autre adresse entre-temps. Relisez avant de lui donner un compte.
newcomers-has-account = { $email } a déjà un compte. En se connectant et en ouvrant les cinq questions, la personne peut reprendre ses réponses.
newcomers-nobody = Personne n’a encore répondu
newcomers-nobody-why = Les personnes nouvelles trouvent cinq questions sur leur première page. Partagez un lien avec celles qui n’ont pas de compte.
newcomers-figures = Cela a-t-il aidé, depuis un an?
newcomers-figure-answered = Ont répondu
newcomers-figure-answered-last = Ont répondu, seulement les dernières personnes
newcomers-figure-introduced = Un hôte a été averti
newcomers-figure-came = Sont venues à un de leurs cercles
newcomers-figure-said = Ont dit si cela a aidé
newcomers-figure-helped = Cela a-t-il aidé?
newcomers-helped = Oui { $yes }, un peu { $somewhat }, non { $no }
newcomers-hidden = Trop peu pour le dire
newcomers-missing = Ce qui manquait, dans leurs mots
newcomers-everyone = Tout le monde
newcomers-without-account = Quelqu’un sans compte
newcomers-where = { $first } à { $last } sur { $total }
newcomers-where-many = { $first } à { $last } sur plus de { $total }
newcomers-column-what = Quoi
newcomers-column-number = Combien
newcomers-state-answered = A répondu
newcomers-state-wants = Demande un compte
newcomers-state-introduced = En contact
newcomers-state-came = Est venue
newcomers-state-asked = Interrogée
newcomers-state-said = A dit comment c’était
newcomers-faces = Nouveaux visages
newcomers-face-coming = Vient
mail-newcomer-subject = { $who } arrive et viendra peut-être
mail-newcomer-text = Bonjour { $name },

    { $who } arrive dans le district. Nous avons proposé : { $circle }. Et nous avons dit de vous demander.

    Ce que vous pouvez savoir :
    { $told }

    Dites bonjour d’un geste :
    { $link }
mail-greeting-subject = { $host } vous dit bonjour
mail-greeting-text = Bonjour { $name },

    { $host } vous écrit :

    { $words }

    Vous pouvez répondre à { $email }. Vos cercles et les prochaines dates :
    { $link }
mail-nothing-fits-subject = Rien ne convient encore à { $who }
mail-nothing-fits-text = Bonjour { $name },

    { $who } a répondu aux cinq questions, et aucune série ne convient. Vous connaissez peut-être quelqu’un à lui présenter, ou un jour où il manque quelque chose.

    { $link }
mail-wants-subject = { $who } demande un compte
mail-wants-text = Bonjour { $name },

    { $who } a répondu aux cinq questions par un lien partagé, et demande un compte. Si cette personne travaille ici, ajoutez-la d’un geste :
    { $link }

    Sinon, il n’y a rien à faire : ses réponses s’effacent après deux semaines.
mail-admitted-subject = Vous avez un compte
mail-admitted-text = Bonjour { $name },

    Vous avez maintenant un compte. Connectez-vous avec { $email }; vous recevez un lien par courriel, sans mot de passe :
    { $link }
mail-buddy-subject = Vous accompagnez { $other }
mail-buddy-text = Bonjour { $name },

    { $other } ({ $email }) arrive, et vous l’accompagnez les premières fois : venez ensemble, et répondez à ses questions. Ce que vous pouvez savoir, et comment y mettre fin :
    { $link }
mail-buddy-yours-subject = { $other } vous accompagne
mail-buddy-yours-text = Bonjour { $name },

    { $other } ({ $email }) vous accompagne les premières fois. Écrivez, ou attendez qu’on vous écrive. Vous pouvez y mettre fin ici quand vous voulez :
    { $link }
mail-buddy-over-subject = { $other } et vous : c’est fini
mail-buddy-over-text = Bonjour { $name },

    { $other } ({ $email }) et vous ne vous accompagnez plus. Il ne faut pas de raison pour cela.
    { $link }
mail-month-subject = Cela a-t-il aidé?
mail-month-text = Bonjour { $name },

    Il y a un mois, nous vous avons proposé des cercles de collègues. Cela a-t-il aidé? Voici deux questions :
    { $link }
