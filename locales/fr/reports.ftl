# Le rapport de l’année d’un réseau.
reports-title = { $network }, { $title }
reports-open = Le rapport de cette année
reports-of = sur { $of }
reports-topics = Ce dont on a parlé, et ce qui est sur la table
reports-too-few = Il y a encore trop peu de personnes ou de rencontres pour en dire plus.
reports-hidden = Les personnes sont comptées parmi les membres du réseau. Les groupes de moins de cinq personnes sont masqués, de sorte qu’aucune soustraction ne les révèle.
reports-all-hidden = les { $count }
reports-more-hidden = et { $count } de plus
