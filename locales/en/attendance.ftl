attendance-title = Who is here
attendance-closed = Not now
attendance-cancelled = This gathering was cancelled, so nobody can be marked.
attendance-too-early = Attendance opens an hour before the gathering begins.
attendance-back = Back to the gathering
attendance-came = { $count ->
    [one] person is here
   *[other] people are here
}
attendance-and-guests = and { $count ->
    [one] 1 guest
   *[other] { $count } guests
}
attendance-nobody = Nobody has answered yet. Whoever comes is a walk-in: find them above.
attendance-said-yes = said yes
attendance-said-maybe = said maybe
attendance-said-no = said no
attendance-said-nothing = has not answered
attendance-waiting = is on the waiting list
attendance-walk-in = walked in
attendance-by-self = checked in by self
attendance-excused = Excused
attendance-walk-ins-about = Search also finds walk-ins, who are welcome.
attendance-search = Find a name
attendance-none-found = Nobody of that name works here. Count them as a guest.
attendance-guests = Guests
attendance-guests-label = Guests without an account
attendance-fewer = One guest fewer
attendance-more = One guest more
attendance-save = Set
attendance-marked-came = { $name } is here.
attendance-marked-excused = { $name } is excused.
attendance-marked-absent = { $name } is absent.
attendance-unmarked = The mark of { $name } is gone.
attendance-guests-counted = { $count ->
    [one] 1 guest counted.
   *[other] { $count } guests counted.
}
attendance-recorded-since = Somebody recorded something else after this was entered: { $state ->
    [came] they were here
    [excused] they were excused
   *[absent] they were absent
}. Look again, and tap once more if yours is right.
