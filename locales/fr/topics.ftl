# Sujets : ce dont on aimerait parler.
topic-state-proposed = sur la table
topic-state-shared = abordé
topic-state-left = non abordé
topic-state-declined = refusé
topic-state-withdrawn = retiré
topics-closed-cancelled = Cette rencontre est annulée ; on ne peut plus y proposer de sujet.
topics-closed-over = Cette rencontre est terminée. Proposez votre sujet pour la prochaine.
topic-refused-change = Seules la personne qui a proposé ce sujet et les animatrices et animateurs peuvent le modifier.
topic-refused-shared = Ce sujet a déjà été abordé.
topic-refused-left = Cette rencontre est terminée, et le sujet n’a pas été abordé.
topic-refused-declined = Ce sujet a été refusé. Seule une personne qui anime la rencontre peut le remettre sur la table.
topic-refused-own = C’est votre propre sujet : on sait déjà que vous pouvez en parler.
topic-refused-closed = Ce sujet n’est plus sur la table.
topic-problem-many-tags = Au plus { $most } étiquettes.
topic-problem-long-tag = « { $tag } » est long pour une étiquette : au plus { $most } caractères.
# Courriels.
mail-agenda-line = { $time }  { $title } ({ $minutes })
mail-agenda-subject = { $count ->
    [one] Votre sujet est
   *[other] Vos sujets sont
} à l’ordre du jour : { $gathering }, { $date }
mail-agenda-text =
    Bonjour { $name },

    { $count ->
        [one] votre sujet est
       *[other] vos sujets sont
    } à l’ordre du jour de « { $gathering } », { $when } :

    { $lines }

    Voici l’ordre du jour complet :

    { $link }
mail-declined-subject = À propos de votre sujet « { $title } »
mail-declined-text =
    Bonjour { $name },

    { $host } n’a pas retenu votre sujet « { $title } » pour « { $gathering } » du { $date }, et en donne la raison :

    { $why }

    Votre sujet reste ici, visible pour vous et pour les personnes qui animent la rencontre :

    { $link }
