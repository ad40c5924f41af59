# The report of a network's year.
reports-title = { $network }, { $title }
reports-open = The report of this year
reports-of = of { $of }
reports-topics = What was spoken of, and what is on the table
reports-too-few = There were too few people or gatherings yet to tell more than this.
reports-all-hidden = { $count ->
    [one] One line, with too few people to show.
   *[other] { $count } lines, with too few people to show.
}
reports-more-hidden = { $count ->
    [one] One more line has too few people to show.
   *[other] { $count } more lines have too few people to show.
}
reports-hidden = People are counted among the members of the network. Groups under five people are hidden, in a way that subtracting does not undo.
