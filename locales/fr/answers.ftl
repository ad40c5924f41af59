# Réponses : oui, peut-être, non, et attendre une place.
answer-yes = Oui
answer-maybe = Peut-être
answer-no = Non
answers-refused-cancelled = Cette rencontre est annulée; il n’y a plus rien à répondre.
answers-refused-over = Cette rencontre est passée; ses réponses ne changent plus.
answers-refused-series-over = Toutes les dates de cette série sont passées; il n’y a plus rien à répondre.
answers-note-yes = Vous venez.
answers-note-yes-series = Vous venez, comme vous l’avez dit pour toute la série.
answers-note-no = Vous avez dit non à cette date seulement.
answers-note-waiting = Toutes les places sont prises. Vous êtes au rang { $position } de la liste d’attente; nous vous écrirons quand ce sera votre tour. On peut aussi venir sans place réservée.
answers-note-full = { $capacity ->
    [one] La seule place est prise. Dites oui pour l’attendre. On peut aussi venir sans place réservée.
   *[other] Les { $capacity } places sont prises. Dites oui pour vous inscrire sur la liste d’attente. On peut aussi venir sans place réservée.
}
answers-said-yes = C’est noté : vous venez le { $date }.
answers-said-maybe = C’est noté : vous viendrez peut-être le { $date }.
answers-said-no = C’est noté : vous ne pouvez pas venir le { $date }. L’équipe d’animation le sait.
answers-said-waiting = Toutes les places du { $date } sont prises. Vous êtes au rang { $position } de la liste d’attente.
answers-said-none = Vous n’avez plus de réponse pour le { $date }.
answers-said-back-yes = Pour le { $date }, votre réponse à la série vaut de nouveau : vous venez.
answers-said-back-maybe = Pour le { $date }, votre réponse à la série vaut de nouveau : vous viendrez peut-être.
answers-said-back-no = Pour le { $date }, votre réponse à la série vaut de nouveau : vous ne venez pas.
answers-said-series-yes = C’est noté : vous venez à toutes les dates. Si l’une ne convient pas, dites non à celle-là seulement.
answers-said-series-maybe = C’est noté : vous viendrez peut-être. Quand vous en saurez plus sur une date, répondez pour celle-là.
answers-said-series-no = C’est noté : vous ne venez pas à cette série. Vous pouvez toujours dire oui à une date.
answers-said-series-none = Votre réponse à la série est retirée.
answers-said-series-waiting = { $count ->
    [one] C’est noté : vous venez. À une date, toutes les places sont prises; vous y êtes sur la liste d’attente.
   *[other] C’est noté : vous venez. À { $count } dates, toutes les places sont prises; vous y êtes sur la liste d’attente.
}
answers-left = Une personne qui a quitté le district
answers-list-title = Qui vient
answers-list-yes = Viennent : { $count }
answers-list-yes-of = Viennent : { $count } sur { $capacity } places
answers-list-waiting = Sur la liste d’attente : { $count }
answers-list-maybe = Peut-être : { $count }
answers-list-no = Ne viennent pas : { $count }
answers-list-silent = Sans réponse parmi les personnes invitées : { $count }
answers-list-excused = absence excusée
answers-list-none = Personne n’a encore répondu
answers-list-none-why = Vous verrez ici qui vient, qui attend une place, et qui ne peut pas venir et pourquoi.
answers-list-to-gathering = Vers la rencontre
excuse-title = Vous ne pouvez pas venir le { $date }?
excuse-label = Voulez-vous dire pourquoi?
excuse-hint = Seules l’équipe d’animation et vous le voyez. Vous pouvez laisser ce champ vide.
excuse-send = Je ne peux pas venir
excuse-back = Retour
mail-hello = Bonjour { $name },
mail-now = Maintenant : { $when }
    { $place }
mail-host-says = Un mot de l’équipe d’animation : { $note }
mail-promoted-subject = { $count ->
    [one] Vous avez une place : { $title }, { $when }
   *[other] Vous avez une place à { $count } dates : { $title }
}
mail-promoted-text =
    Bonjour { $name },

    { $count ->
        [one] Une place s’est libérée et c’est votre tour. Vous avez maintenant une place ici :
       *[other] Des places se sont libérées et c’est votre tour. Vous avez maintenant une place ici :
    }

    { $dates }

    Si vous ne pouvez finalement pas venir, dites-y non; la personne suivante en sera contente.
mail-moved-subject = Déplacée : { $title }, maintenant { $when }
mail-moved-opening = La rencontre « { $title } » est déplacée.
mail-moved-before = Avant : { $before }
mail-cancelled-subject = Annulée : { $title }, { $when }
mail-cancelled-opening = La rencontre « { $title } » du { $when } n’aura pas lieu.
mail-restored-subject = Elle a lieu finalement : { $title }, { $when }
mail-restored-opening = La rencontre « { $title } » était annulée, mais elle aura lieu finalement.
mail-stays-yes = Votre oui tient toujours. Si cela ne vous convient plus, dites non ici :
mail-stays-maybe = Votre « peut-être » tient toujours. Quand vous en saurez plus, dites-le ici :
mail-stays-waiting = Vous êtes toujours sur la liste d’attente. Si cela ne vous convient plus, dites non ici :
mail-changes-subject = { $count } dates changent : { $title }
mail-changes-opening = Des dates de la série « { $title } » changent :
mail-changes-stay = Vos réponses tiennent toujours. Si une date ne vous convient plus, dites non à cette date :
mail-line-moved = Déplacée : { $when }
mail-line-cancelled = Annulée : { $when }
mail-line-restored = A lieu finalement : { $when }
# Ce qu’une série modifiée ferait disparaître.
answers-stake-yes = { $count ->
    [one] { $count } personne a dit oui
   *[other] { $count } personnes ont dit oui
}
answers-stake-maybe = { $count ->
    [one] { $count } personne a dit peut-être
   *[other] { $count } personnes ont dit peut-être
}
answers-stake-waiting = { $count ->
    [one] { $count } personne attend une place
   *[other] { $count } personnes attendent une place
}
answers-stake-no = { $count ->
    [one] { $count } personne ne peut pas venir
   *[other] { $count } personnes ne peuvent pas venir
}
