sign-in-title = Se connecter
sign-in-about = Entrez votre adresse courriel. Nous vous envoyons un lien de connexion; pas besoin de mot de passe.
sign-in-mail-link = M’envoyer un lien
sign-in-by-password = J’ai un mot de passe
sign-in-button = Se connecter
sign-in-wrong = Cette adresse et ce mot de passe ne vont pas ensemble.
sign-in-sent-title = Regardez votre boîte de courriel
sign-in-sent = Si { $email } appartient à quelqu’un d’ici, un lien est en route. Il sert une fois, pendant 30 minutes.
sign-in-again = Demander un autre lien
sign-in-hello = Bonjour { $name }
sign-in-continue = Continuer
sign-in-over-title = Ce lien ne sert plus
sign-in-over = Un lien sert une seule fois, pendant 30 minutes.
signed-out = Votre session est fermée.
field-email = Adresse courriel
field-password = Mot de passe
field-old-password = Votre mot de passe actuel
field-new-password = Nouveau mot de passe
field-token-name = À quoi sert-elle?
field-scope = Que peut-elle faire?
field-days = Jours avant qu’elle ne serve plus
scope-read = Consulter
scope-write = Consulter et modifier
password-too-short = Au moins 10 caractères. Trois ou quatre mots font un bon mot de passe.
password-too-long = Au plus 200 caractères.
password-wrong = Ce n’est pas votre mot de passe actuel.
password-set = Votre mot de passe est enregistré. Les autres navigateurs ont été déconnectés.
account-title = Votre compte
account-password = Mot de passe
account-password-set = Enregistrer le mot de passe
account-sessions = Où votre session est ouverte
account-this-browser = ce navigateur
account-session-end = Y mettre fin
account-sessions-end = Se déconnecter partout ailleurs
session-ended = Ce navigateur est déconnecté.
sessions-ended = Tous les autres navigateurs sont déconnectés.
account-tokens = Clés pour les programmes
account-token-fresh = Voici la clé. Elle n’est montrée que maintenant : copiez-la.
account-token-revoke = Révoquer
account-token-make = Créer une clé
token-revoked = La clé ne sert plus.
mail-sign-in-subject = Votre lien vers { $district }
mail-sign-in-text =
    Bonjour { $name },

    Ce lien vous connecte. Il sert une fois, pendant 30 minutes :

    { $link }

    Vous ne l’avez pas demandé? Alors vous n’avez rien à faire.
account-session-when = depuis { $began }, dernier usage { $seen }
account-token-when = valable jusqu’au { $expires };
account-token-used = dernier usage { $used }.
account-token-unused = jamais utilisée.
account-data = Vos données
account-data-about = Ce que Klatsch conserve à votre sujet : à voir, à enregistrer ou à faire effacer.
account-data-see = Ce que Klatsch sait de moi
