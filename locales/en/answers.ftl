# Answers: yes, maybe, no, and waiting for a place.
answer-yes = Yes
answer-maybe = Maybe
answer-no = No
answers-refused-cancelled = This gathering was called off, so there is nothing to answer.
answers-refused-over = This gathering is over, so its answers can no longer change.
answers-refused-series-over = All dates of this series are over, so there is nothing to answer.
answers-note-yes = You are coming.
answers-note-yes-series = You are coming, as you said for the whole series.
answers-note-no = You said no to this date alone.
answers-note-waiting = All places are taken. You are number { $position } on the waiting list; we write to you when it is your turn. Walk-ins are welcome, too.
answers-note-full = { $capacity ->
    [one] The one place is taken. Say yes to wait for it. Walk-ins are welcome, too.
   *[other] All { $capacity } places are taken. Say yes to join the waiting list. Walk-ins are welcome, too.
}
answers-said-yes = Good, you are coming on { $date }.
answers-said-maybe = You may come on { $date }.
answers-said-no = You cannot come on { $date }. The hosts know.
answers-said-waiting = All places on { $date } are taken. You are number { $position } on the waiting list.
answers-said-none = You have not answered for { $date } any more.
answers-said-back-yes = For { $date } your answer to the series holds again: you are coming.
answers-said-back-maybe = For { $date } your answer to the series holds again: you may come.
answers-said-back-no = For { $date } your answer to the series holds again: you are not coming.
answers-said-series-yes = Good, you are coming to every date. If one does not suit, say no to that date alone.
answers-said-series-maybe = You may come. If you know more about a date, answer for that date.
answers-said-series-no = You are not coming to this series. You can still say yes to single dates.
answers-said-series-none = Your answer to the series is taken back.
answers-said-series-waiting = { $count ->
    [one] You are coming. On one date all places are taken; there you are on the waiting list.
   *[other] You are coming. On { $count } dates all places are taken; there you are on the waiting list.
}
answers-left = Someone who has left the district
answers-list-title = Who is coming
answers-list-yes = Coming: { $count }
answers-list-yes-of = Coming: { $count } of { $capacity } places
answers-list-waiting = On the waiting list: { $count }
answers-list-maybe = Maybe: { $count }
answers-list-no = Not coming: { $count }
answers-list-silent = Invited, no answer yet: { $count }
answers-list-excused = excused
answers-list-none = Nobody has answered yet
answers-list-none-why = Here you will see who is coming, who waits for a place, and who cannot come and why.
answers-list-to-gathering = To the gathering
excuse-title = You cannot come on { $date }?
excuse-label = Do you want to say why?
excuse-hint = Only the hosts and you see it. You can leave it empty.
excuse-send = I cannot come
excuse-back = Back
mail-hello = Hello { $name },
mail-now = Now: { $when }
    { $place }
mail-host-says = The hosts say: { $note }
mail-promoted-subject = { $count ->
    [one] You have a place: { $title }, { $when }
   *[other] You have a place on { $count } dates: { $title }
}
mail-promoted-text =
    Hello { $name },

    { $count ->
        [one] A place became free, and it is your turn. You now have a place here:
       *[other] Places became free, and it is your turn. You now have a place here:
    }

    { $dates }

    If you cannot come after all, please say no there; the next person will be glad.
mail-moved-subject = Moved: { $title }, now { $when }
mail-moved-opening = { $title } has moved.
mail-moved-before = Before: { $before }
mail-cancelled-subject = Cancelled: { $title }, { $when }
mail-cancelled-opening = { $title } on { $when } does not take place.
mail-restored-subject = It takes place after all: { $title }, { $when }
mail-restored-opening = { $title } was called off, but it takes place after all.
mail-stays-yes = Your yes stays. If it no longer suits, please say no:
mail-stays-maybe = Your maybe stays. If you know more, please say so:
mail-stays-waiting = You are still on the waiting list. If it no longer suits, please say no:
mail-changes-subject = { $count } dates changed: { $title }
mail-changes-opening = Some dates of { $title } changed:
mail-changes-stay = Your answers stay. If a date no longer suits, please say no to that date:
mail-line-moved = Moved to { $when }
mail-line-cancelled = Cancelled: { $when }
mail-line-restored = Takes place after all: { $when }
# What a changed series would take away.
answers-stake-yes = { $count ->
    [one] One person said yes
   *[other] { $count } said yes
}
answers-stake-maybe = { $count ->
    [one] One person said maybe
   *[other] { $count } said maybe
}
answers-stake-waiting = { $count ->
    [one] One person waits for a place
   *[other] { $count } wait for a place
}
answers-stake-no = { $count ->
    [one] One person cannot come
   *[other] { $count } cannot come
}
