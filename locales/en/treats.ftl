treats-title = Coffee and treats
treats-none = Nobody has said what they bring. A pot of coffee or a bag of apples is a good beginning.
treats-of = { $promised } of { $wanted }
treats-by = { $people } will bring it
treats-promised = Somebody brings it
treats-full = Taken care of
treats-mine = You bring it
treats-claim = I’ll bring it
treats-claim-more = One more from me
treats-unclaim = I can’t after all
treats-remove = Take off the list
treats-add = I’ll bring something else
treats-add-host = Add to the list
treats-add-button = Put it on the list
treats-field = What
treats-field-hint = As “coffee”, “oat milk”, “two dozen cookies”.
treats-field-wanted = How many
treats-field-wanted-hint = How many people should bring it.
treats-field-mine = I bring one myself
treats-added = It is on the list.
treats-removed = It is off the list.
treats-restored = It is on the list again.
treats-claimed = Thank you! You bring { $treat }.
treats-unclaimed = Somebody else may bring { $treat } now.
treats-taken = Somebody was a moment faster: all of { $treat } is taken care of. Perhaps something else?
treats-many = There are { $most } things on the list; that is plenty.
treats-closed-over = It is over; the treats are eaten.
treats-closed-cancelled = It was called off, so nobody needs to bring anything.
treats-refused-remove = The host, or who added it while nobody else brings it, may take it off the list.
treats-stake = { $count ->
    [one] { $count } promise to bring something
    *[other] { $count } promises to bring something
    }
