check-in-title = Signaler votre arrivée
check-in-about = Le code est à l’écran, dans la salle. Il change toutes les minutes.
check-in-code = Code
check-in-code-hint = Six chiffres
check-in-go = Continuer
check-in-six-digits = Un code a six chiffres, comme 482 913.
check-in-wrong = Ce code n’est pas valable, ou ne l’est plus. Regardez l’écran : il en vient un nouveau chaque minute.
check-in-cancelled = Cette rencontre est annulée; on ne peut y signaler son arrivée.
check-in-early = Vous pourrez signaler votre arrivée un quart d’heure avant le début.
check-in-late = Plus d’un quart d’heure a passé depuis la fin. L’équipe d’animation peut encore noter votre présence.
check-in-not-invited = Cette rencontre est sur invitation. L’équipe d’animation peut noter votre présence.
check-in-me = Je suis là
check-in-as = Vous êtes en session sous le nom de { $name }.
check-in-already = { $name }, votre présence est notée. C’est tout.
check-in-who = Qui êtes-vous?
check-in-someone-else = Une personne à vos côtés
check-in-search = Trouver votre nom
check-in-more-letters = Tapez au moins deux lettres du nom.
check-in-none-found = Personne de ce nom. Essayez le nom de famille seul, ou inscrivez-vous comme visiteur.
check-in-expected = On attend aujourd’hui
check-in-is-here = Présent
check-in-guests = Visiteurs
check-in-guests-about = Sans compte? On vous compte, on ne vous nomme pas.
check-in-guests-label = Combien êtes-vous?
check-in-guests-go = Nous sommes là
check-in-done = La présence de { $name } est notée.
check-in-guests-done = { $count ->
    [one] { $count } visiteur est là.
   *[other] { $count } visiteurs sont là.
}
check-in-undone = C’est annulé.
check-in-undo-late = On ne peut plus l’annuler ici. L’équipe d’animation peut corriger.
check-in-welcome = Bienvenue
check-in-welcome-about = Prenez un café et une chaise.
check-in-welcome-mistake = Ce n’est pas le bon nom? Vous avez dix minutes pour annuler. Ensuite, l’équipe d’animation peut corriger.
check-in-to-gathering = Au programme aujourd’hui
