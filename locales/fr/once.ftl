once-used = Ce formulaire a déjà été envoyé avec d’autres mots, et c’est enregistré. Pour en envoyer un autre, rouvrez sa page.
once-done = C’était déjà enregistré; rien n’a été compté deux fois.
