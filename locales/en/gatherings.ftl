audience-public = everyone, also without an account
audience-district = everyone in the district
audience-invited = the people you invite
refused-host = This is for the hosts of the gathering.
# Making and changing series and gatherings.
plan-new-series = A new series
plan-new-series-lead = A series meets again and again: one lunch a week until March, say. You host it.
plan-edit-series = Change the series
plan-edit-series-lead = Dates that are over stay as they were.
plan-new-gathering = A single gathering
plan-new-gathering-lead = For something that happens once. You host it.
plan-edit-gathering = Change the gathering
plan-edit-date = Change this date
plan-now-on = Now on { $when }
plan-one-date = You change this date only; the others stay.
plan-scope = Which dates do you want to change?
plan-scope-one = This one
plan-scope-from = This one and all after it
plan-scope-all = All dates still to come
plan-scope-rest = Its name, its hosts and who is invited are said of the whole series.
plan-date-one-hint = For this date only. For several, choose the days of the week.
plan-several-hint = For several dates. A date that changes its day of the week stays the same gathering, with its answers and topics.
plan-from-saved = Changed from { $when } on.
plan-whole-series = Change the whole series
plan-part-when = When
plan-part-where = Where
plan-part-what = What
plan-part-who = Who
plan-network = For which network?
plan-network-hint = It stands on the network’s pages. Where it is for invited people, the network’s members are.
plan-network-none = None
plan-problem-network = Choose a network that you lead.
plan-part-agenda = The hour itself
plan-title = What is it called?
plan-title-hint = As colleagues would say it: Coffee, Curriculum & Conversation.
plan-about = What is it about?
plan-about-hint = Two or three sentences that make a colleague want to come.
plan-about-date-hint = What is special on this day, as a guest speaker.
plan-weekdays = On which days?
plan-every-weeks = How often?
plan-every-weeks-hint = 1 is every week, 2 is every second week.
plan-weeks = weeks apart
plan-first-date = First day
plan-last-date = Last day
plan-date = Day
plan-starts = Starts
plan-ends = Ends
plan-zone = Time zone
plan-days-off = Days off
plan-days-off-hint = One a line: the date, then why. 2026-02-18 Reading week
plan-follows = Skip the days off of the district’s calendar
plan-follows-hint = Holidays, professional days and breaks. When the calendar changes, you are told and decide.
plan-follows-yes = yes
plan-school = School
plan-school-none = Not at a school
plan-place = Room
plan-place-hint = For example: Library learning commons
plan-link = Link to join from afar
plan-link-hint = Leave it empty when people meet in person.
plan-hosts = Who hosts it?
plan-hosts-hint = You do. Add colleagues who host with you, one e-mail address or name a line.
plan-hosts-edit-hint = One e-mail address or name a line. At least one stays.
plan-audience = Who may see it and come?
plan-invited = Who is invited by name?
plan-invited-hint = One e-mail address or name a line; the name of a school invites everyone there.
plan-capacity = How many people fit in?
plan-capacity-hint = Leave it empty when there is no limit. When it is full, people wait in line.
plan-people = people
plan-welcome = Welcome
plan-close = Close
plan-minutes = minutes
plan-agenda-hint = The minutes between are for topics.
plan-note = A word for those who come
plan-note-hint = Shown with the date: Use the side door today.
plan-make-series = Make the series
plan-make-gathering = Make the gathering
plan-show-dates = Show me the dates
plan-save = Save
plan-leave = Leave it
plan-nothing = nothing
plan-preview-title = { $count ->
    [one] One gathering
   *[other] { $count } gatherings
}
plan-preview-off = Left out, because of days off
plan-preview-nothing = Nothing is saved yet.
plan-series-made = { $dates ->
    [one] { $title } is made: one date.
   *[other] { $title } is made: { $dates } dates.
}
plan-series-saved = The series is changed.
plan-gathering-made = { $title } is made.
plan-gathering-saved = Saved.
plan-moved = It is now on { $when }. Those who said yes or maybe are told.
plan-moved-quietly = It is now noted on { $when }.
plan-cancel-title = Call it off
plan-why = Why?
plan-why-hint = Those who said yes or maybe are told, with this reason.
plan-why-over-hint = For the record: it then counts as not held.
plan-cancel = Call it off
plan-is-cancelled = This date is called off
plan-restore = It takes place after all
plan-cancelled = It is called off. Those who said yes or maybe are told.
plan-cancelled-quietly = It is noted that it did not take place.
plan-restored = It takes place after all.
plan-loss-title = Some dates would go
plan-loss-lead = The new rule leaves out dates that are still to come.
plan-loss-cancelled = { $count ->
    [one] One date is called off
   *[other] { $count } dates are called off
}
plan-loss-cancelled-hint = Those who said yes or maybe are told. Topics go on to the next date.
plan-loss-removed = { $count ->
    [one] One date is taken away
   *[other] { $count } dates are taken away
}
plan-loss-removed-hint = Nobody comes to them or proposed anything for them.
plan-loss-added = { $count ->
    [one] One date is added
   *[other] { $count } dates are added
}
plan-loss-shifted = { $count ->
    [one] One date moves
   *[other] { $count } dates move
}
plan-loss-shifted-hint = Answers and topics stay with them. Those who said yes or maybe are told.
plan-loss-shift = { $from } becomes { $to }
plan-loss-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
plan-stake-note = { $count ->
    [one] A word from the hosts
   *[other] { $count } words from the hosts
}
plan-problem-date-several = For several dates, choose the days of the week below.
plan-loss-back = Back to the form
plan-loss-confirm = Change the series
plan-calendar-title = The district’s calendar has changed
plan-calendar-lead = This is what following it would do to the dates to come. Nothing has happened yet.
plan-calendar-take = Follow the calendar
plan-calendar-taken = The series follows the calendar as it is now.
plan-calendar-same = The dates are as the calendar says; there is nothing to change.
plan-meanwhile = Somebody else changed this while you were at it. What you typed is still here; look at it and save again.
plan-meanwhile-title = What changed meanwhile
plan-before = before
plan-now = now
plan-stale = You know version { $known }, but somebody has made version { $version } of it. Read it again.
plan-problem-person = Line { $line }: nobody here is called “{ $given }”.
plan-problem-person-nearest = Line { $line }: nobody here is called “{ $given }”. Did you mean { $nearest }?
plan-problem-person-several = Line { $line }: several people are called “{ $given }”. Please give the e-mail address.
plan-problem-school-empty = Line { $line }: nobody has an account at “{ $given }” yet.
plan-problem-people-many = At most { $most } people can be named; open it to the whole district instead.
plan-problem-no-host = Somebody has to host it.
plan-problem-ends = It has to end after it starts, on the same day.
plan-problem-no-time = Welcome and close take up all the time there is.
plan-problem-gap = On { $date } the clocks jump over { $time }.
plan-problem-past = That is over already.
plan-problem-was = This gathering took place; it can no longer move to a day to come.
plan-problem-link = A link begins with https://
plan-problem-weekdays = Choose at least one day of the week.
plan-problem-last-date = The last day is before the first.
plan-problem-too-long = A series lasts two years at most: until { $latest }.
plan-problem-many-dates = That makes { $dates } dates; 200 is the most.
plan-problem-no-dates = None of these weekdays comes between the first and the last day.
plan-problem-all-off = Every single date is a day off.
plan-problem-day-off = Line { $line }: “{ $given }” does not begin with a date as 2026-02-18.
plan-problem-day-off-none = Line { $line }: there is no such day in the calendar, “{ $given }”.
plan-problem-day-off-long = Line { $line }: at most 120 characters for the reason.
plan-problem-day-off-twice = { $date } stands there twice.
# The calendar that a series follows has changed; to its hosts.
mail-calendar-subject = The district’s calendar has changed: { $title }
mail-calendar-text =
    Hello { $name },

    The district’s calendar has changed, and { $title } follows it:

    { $dates }

    Nothing has happened to these dates. See who has a hand in them, and follow the calendar with one press:

    { $address }
mail-calendar-off = Now a day off: { $when }
mail-calendar-back = No longer a day off: { $when }
