speakers-title = Conférences
speakers-lead = Les personnes que des collègues ont entendues et inviteraient de nouveau : leurs sujets, leurs honoraires, et qui les a entendues.
speakers-none = Personne n’est encore proposé
speakers-none-why = Proposez quelqu’un que vous avez entendu : un nom public, des sujets, les honoraires. Tout le district peut chercher par sujet et dire : moi aussi, je l’ai entendu.
speakers-words = Sujet, nom ou organisme
speakers-count = { $count ->
    [one] { $count } personne à inviter
   *[other] { $count } personnes à inviter
}
speakers-not-found = Personne n’en parle encore
speakers-not-found-why = Essayez un autre mot pour ce sujet.
speakers-all = Montrer tout le monde
speaker-new = Proposer quelqu’un
speaker-edit = Modifier une proposition
speaker-new-lead = Tout le district lit ce qui est écrit ici, et rien de votre carnet. N’écrivez que ce qui est public.
speaker-name = Nom public
speaker-name-hint = Tel qu’on l’annonce.
speaker-link = Lien public
speaker-link-hint = Sa page, ou un identifiant comme @nom@social.example. Pas d’adresse privée.
speaker-topics = Sujets
speaker-topics-hint = Séparés par des virgules.
speaker-fee = Honoraires
speaker-fee-hint = Par exemple : 400 $ et le déplacement, ou gratuit.
speaker-note = Un mot pour les collègues
speaker-note-hint = Ce qui a bien marché, et pour qui. Tout le monde le lit.
speaker-look = Voir le résultat
speaker-preview = Voici ce que tout le district lirait
speaker-offer-do = Proposer au district
speaker-back = Modifier quelque chose
speaker-offered = { $name } est sur la liste des conférences.
speaker-offered-by = Proposition de { $name }.
speaker-heard-by = Dans l’auditoire :
speaker-heard-more = { $count ->
    [one] et une autre personne
   *[other] et { $count } autres
}
speaker-fee-is = Honoraires : { $fee }
speaker-heard-do = Moi aussi
speaker-heard = Vous avez entendu { $name }.
speaker-unheard-do = Finalement non
speaker-unheard = Vous n’avez pas entendu { $name }.
speaker-withdraw-do = Retirer
speaker-withdrawn = { $name } n’est plus sur la liste.
speaker-stale = Cette proposition a été modifiée entre-temps. Regardez-la de nouveau.
speaker-problem-link = Cela ne mène nulle part. Un lien commence par https://, un identifiant ressemble à @nom@social.example.
refused-speaker = Seule la personne qui a fait la proposition peut la modifier.
speaker-for = Pour qui
speaker-for-district = Tout le district
speaker-preview-network = Voici ce que lirait tout le réseau { $network }
speaker-offer-network-do = Proposer au réseau
