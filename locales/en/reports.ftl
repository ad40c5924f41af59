# The report of a network's year.
reports-title = { $network }, { $title }
reports-open = The report of this year
reports-of = of { $of }
reports-topics = What was spoken of, and what is on the table
reports-too-few = There were too few people or gatherings yet to tell more than this.
reports-hidden = People are counted among the members of the network. Groups under five people are hidden, in a way that subtracting does not undo.
reports-all-hidden = all { $count }
reports-more-hidden = and { $count } more
