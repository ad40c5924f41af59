# Topics: what people would like to speak of.
topic-state-proposed = on the table
topic-state-shared = shared
topic-state-left = not reached
topic-state-declined = declined
topic-state-withdrawn = withdrawn
topics-closed-cancelled = This gathering was called off, so its table is closed.
topics-closed-over = This gathering is over. Propose your topic for the next one.
topic-refused-change = Only the person who proposed this topic and the hosts can change it.
topic-refused-shared = This topic was shared already.
topic-refused-left = This gathering is over, and the topic was not reached.
topic-refused-declined = The host declined this topic. Only a host can put it back.
topic-refused-own = This is your own topic: that you can share on it is clear.
topic-refused-closed = This topic is no longer on the table.
topic-problem-many-tags = At most { $most } tags.
topic-problem-long-tag = “{ $tag }” is long for a tag: at most { $most } characters.
# Proposing, and one topic.
topic-propose = Propose a topic
topic-propose-button = Put it on the table
topic-new-title = Propose a topic
topic-new-lead = Something you tried, use, saw or wonder about. It need not be finished.
topic-edit-title = Edit the topic
topic-save = Save
topic-field-title = What is it called?
topic-field-title-hint = A few words that make people want to hear it.
topic-field-about = What is it?
topic-field-about-hint = Two or three sentences. You may leave it empty.
topic-field-minutes = How many minutes would you like?
topic-field-minutes-hint = { $room ->
    [one] There is one minute in all.
   *[other] There are { $room } minutes in all, for everyone.
}
topic-minutes-unit = minutes
topic-field-tags = Tags
topic-field-tags-hint = With commas between, at most 8: assessment, outdoor classroom
topic-field-why = Why not?
topic-field-why-hint = { $name } is told these words.
topic-proposed = Your topic is on the table.
topic-edited = The topic is changed.
topic-withdrawn = The topic is off the table.
topic-restored = The topic is on the table again.
topic-declined = The topic is declined, and its proposer is told why.
topic-stale = Someone changed this topic meanwhile. Compare; saving again keeps what you typed.
topic-theirs = Now
topic-yours = You typed
topic-lead = { $name }, { $minutes }
topic-quoted = “{ $title }”
topic-carried = { $count ->
    [one] carried over once
    [2] carried over twice
   *[other] carried over { $count } times
}
topic-turn = On the agenda at { $time }
topic-declined-why = Why the host declined it:
topic-hear = Keen to hear
topic-share = I can share too
topic-heard = { $count ->
    [0] Nobody has said yet that they are keen to hear it.
    [one] One person is keen to hear it.
   *[other] { $count } people are keen to hear it.
}
topic-sharers = They can share too
topic-edit = Edit
topic-withdraw = Take it off the table
topic-restore = Put it back on the table
topic-decline = Decline this topic
topic-decline-button = Decline and say why
keen-hear-yes = Noted: you are keen to hear it.
keen-hear-no = Noted: no longer keen to hear it.
keen-share-yes = Noted: you can share too. Your name stands beside the topic.
keen-share-no = Noted: you do not share on it.
# The agenda as its hosts work on it.
agenda-title = Agenda
agenda-not-done = That was not done
agenda-called-off = This gathering was called off.
agenda-empty = Nothing is on the table yet
agenda-empty-why = Once people propose topics, the agenda fits itself to the time: what most are keen on, from as many people as possible. You may put the first one on the table.
agenda-state-own = Only hosts see this
agenda-state-published = Members see this agenda
agenda-state-changed = Changed since published: members still see the earlier one
agenda-used = { $free ->
    [0] All { $room } minutes are used
   *[other] { $used } of { $room } minutes used, { $free } free
}
agenda-used-over = { $used } minutes, { $over } more than the { $room } there are
agenda-order = In the order of speaking
agenda-welcome = Welcome
agenda-close = Close
agenda-earlier = Earlier: { $title }
agenda-later = Later: { $title }
agenda-pin = Pin to the agenda: { $title }
agenda-take-out = Take out: { $title }
agenda-let-in = No longer keep out: { $title }
agenda-add = Put on the agenda: { $title }
agenda-drag = Drag
agenda-publish = Publish the agenda
agenda-publish-changes = Publish the changes
agenda-unpublish = Take it back
agenda-fit-again = Fit it again
agenda-left-out = Left out
agenda-put-away = Declined and withdrawn
agenda-how = How is it fitted?
agenda-how-text = A topic is worth one point for everyone keen to hear it, two for everyone who can share too, and three for each time it was carried over (at most twice); at least one. The most valuable topic of each person counts double, so that many are heard. Of all choices that fit the time, the one with the most points is taken; of equal ones, that with more people, then the shorter one.
agenda-keen-hear = { $count ->
    [one] 1 is keen to hear
   *[other] { $count } are keen to hear
}
agenda-keen-share = { $count ->
    [one] 1 can share too
   *[other] { $count } can share too
}
agenda-keen-none = nobody has said yet that they are keen
agenda-in = { $wanted }: { $points ->
    [one] 1 point
   *[other] { $points } points
}.
agenda-in-second = { $wanted }: { $points ->
    [one] 1 point
   *[other] { $points } points
}, counted once since another topic of this person counts double.
agenda-in-pinned = Pinned.
agenda-in-by-hand = Put here by hand; the best fit does without it.
agenda-out-pinned = Taken out by a host.
agenda-out-in-best = The best fit would have it.
agenda-out-room = There is room for it: { $free ->
    [one] 1 minute is free
   *[other] { $free } minutes are free
}.
agenda-out-needs = It needs { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}, { $free ->
    [0] none is free
    [one] 1 is free
   *[other] { $free } are free
}.
agenda-out-too-long = It is { $over ->
    [one] 1 minute
   *[other] { $over } minutes
} longer than all the time there is.
agenda-out-pins = Beside what is pinned ({ $topics }) it is { $over ->
    [one] 1 minute
   *[other] { $over } minutes
} too long.
agenda-out-instead = With it, { $topics } would have to go: { $cost }.
agenda-out-instead-along = With it, { $topics } would have to go and { $along } would come in: { $cost }.
agenda-out-no-room = What is in leaves no room for it.
agenda-cost-points = { $count ->
    [one] 1 point fewer
   *[other] { $count } points fewer
}
agenda-cost-people = as many points, but { $count ->
    [one] one person fewer is heard
   *[other] { $count } people fewer are heard
}
agenda-cost-minutes = as many points, but { $count ->
    [one] 1 minute more
   *[other] { $count } minutes more
}
agenda-cost-later = as many points, and what was proposed first goes first
agenda-problem-pins = What is pinned does not fit: { $topics } { $count ->
    [one] takes
   *[other] together take
} { $minutes } minutes, and there are { $room }. Take a pin out, and the rest is fitted around the others.
agenda-problem-many = { $given } topics are too many to fit at once; it takes { $most } at most. Decline some, or put them in order by hand.
agenda-problem-hard = These topics cannot be fitted exactly: too many want long and odd minutes. Put them in order by hand.
agenda-pin-refused = { $count ->
    [one] { $topics } takes { $minutes } minutes
   *[other] Pinned in together, { $topics } take { $minutes } minutes
}, and there are { $room }. Nothing was changed.
agenda-no-such-topic = This topic is no longer on the table.
agenda-stale = { $name } changed this agenda meanwhile. This is how it is now; what you pressed was not done.
agenda-judged-best = Fitted from { $topics ->
    [one] 1 topic
   *[other] { $topics } topics
}: { $points ->
    [one] 1 point
   *[other] { $points } points
}, and no other choice earns more.
agenda-judged-order = The topics of the best fit, in your order: that costs nothing.
agenda-judged-equal = Not the best fit, but it earns as much: { $points } points.
agenda-judged-cost = Your agenda earns { $points } of { $best } points: what you changed costs { $cost ->
    [one] 1 point
   *[other] { $cost } points
}.
agenda-judged-pins-cost = Fitted around your pins, which cost { $cost ->
    [one] 1 point
   *[other] { $cost } points
}: { $points } of { $best }.
agenda-judged-over = Your agenda is { $over ->
    [one] 1 minute
   *[other] { $over } minutes
} longer than there is time.
agenda-judged-over-and-cost = Your agenda is { $over ->
    [one] 1 minute
   *[other] { $over } minutes
} longer than there is time, and it earns { $points } of { $best } points.
agenda-judged-plain = { $points ->
    [one] 1 point
   *[other] { $points } points
} in the order below.
agenda-moved = The order is yours now.
agenda-added = It is on the agenda.
agenda-pinned = Pinned: it stays on the agenda.
agenda-unpinned = The pin is out.
agenda-taken-out = It is off the agenda, and waits.
agenda-fitted = Fitted again.
agenda-published-done = Members see the agenda now, and those who speak are told.
agenda-unpublished = The agenda is yours alone again.
agenda-publish-empty = There is nothing on the agenda to publish.
agenda-settle-early = What became of the topics can be said once the gathering has begun.
agenda-settle-title = What became of it?
agenda-settle-next = What was not reached goes to { $date } and has a better chance there.
agenda-settle-no-next = There is no later gathering to carry topics to.
agenda-settle-none = Nothing is on the table any more.
agenda-fate-shared = It was shared
agenda-fate-carry = Carry it over
agenda-fate-leave = Let it go
agenda-settle = That is how it was
agenda-settled = Shared: { $shared }. Carried over: { $carried }. Let go: { $left }.
agenda-reopen = Put all of it back on the table
agenda-reopened = Everything is back on the table.
# Letters.
mail-agenda-line = { $time }  { $title } ({ $minutes })
mail-agenda-subject = { $count ->
    [one] Your topic is
   *[other] Your topics are
} on the agenda: { $gathering }, { $date }
mail-agenda-text =
    Hello { $name },

    { $count ->
        [one] Your topic is
       *[other] Your topics are
    } on the agenda of { $gathering }, { $when }:

    { $lines }

    The whole agenda is here:

    { $link }
mail-declined-subject = About your topic “{ $title }”
mail-declined-text =
    Hello { $name },

    { $host } has declined your topic “{ $title }” for { $gathering } on { $date }, and says why:

    { $why }

    Your topic is still here, for you and the hosts:

    { $link }
mail-withdrawn-text =
    Hello { $name },

    { $host } has taken your topic “{ $title }” for { $gathering } on { $date } off the table. You can put it back here:

    { $link }
topics-stake = { $count ->
    [one] One topic
   *[other] { $count } topics
}
