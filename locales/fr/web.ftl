# La maison autour de chaque page.
house-skip = Aller au contenu
house-notice = Avis
house-rooms = Principale
nav-home = Accueil
nav-gatherings = Rencontres
nav-month = Mois
nav-people = Personnes
nav-schools = Écoles
house-place = Vous êtes ici
house-me = Votre menu
house-my-page = Ma page
house-sign-in = Se connecter
house-sign-out = Se déconnecter
house-appearance = Langue et apparence
house-language = Langue
house-theme = Apparence
house-theme-auto = Comme mon appareil
house-theme-light = Claire
house-theme-dark = Sombre
house-demo = Ceci est une démonstration. Les écoles existent, les personnes sont inventées.
house-demo-mailbox = Ouvrir la boîte aux lettres
house-offline = Pas de connexion. Cette page n’est peut-être plus à jour ; rien n’est enregistré avant son retour.
house-not-saved = Ce n’est pas enregistré. Veuillez réessayer.
house-foot = Klatsch, pour celles et ceux qui enseignent
house-licences = Licences
# Autour des listes et des formulaires.
list-previous = Page précédente
list-next = Page suivante
form-problems = { $count ->
    [one] Un point est à revoir
   *[other] { $count } points sont à revoir
}
form-search = Chercher
form-left = Caractères restants : { $count }
form-kept = Nous avons gardé ce que vous aviez écrit.
form-kept-drop = Repartir de zéro
chart-table = Voir les nombres dans un tableau
house-about = À propos
house-privacy = Vie privée
list-pages = Pages
form-save = Enregistrer
form-cancel = Annuler
stale-title = Quelqu’un a enregistré avant vous
stale-how = Ce que vous avez saisi est toujours là. Enregistrez de nouveau pour garder votre version, ou reprenez ce qui s’y trouve maintenant.
stale-now = Maintenant
stale-typed = Votre saisie
