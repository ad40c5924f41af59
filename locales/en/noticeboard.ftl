# The noticeboard: front page, lists, month, series and gathering at a glance.
start-title = Welcome to Klatsch
start-lead = It runs, and nobody has moved in yet.
start-how = How to start
start-init = On the machine where Klatsch runs, name your district and the first person who looks after it:
start-then = That person then signs in here with a mailed link.
welcome-lead = Klatsch is where the people who teach in { $district } share what works, over coffee. See what is on, say that you are coming, and put on the table what you would like to talk about.
welcome-sign-in = Sign in to answer
welcome-next = Open to everyone
welcome-none = The next gatherings are for people with an account. Sign in to see them.
front-hello = Hello { $name }
front-next = Next
front-coming = The coming two weeks
front-later = Later on
front-all = All gatherings
lists-shown = What is listed
lists-coming = Coming
lists-past = Past
lists-series = Series
lists-any-school = Every school
lists-school = School
lists-any-network = Every network
lists-network = Network
lists-filter = Show
lists-over = over
lists-none-coming = Nothing is on yet
lists-none-series = No series yet
lists-none-why = A series is a rule that makes gatherings, such as coffee every Wednesday at lunch until March break. People answer once for all of it.
lists-make = Make a series
notice-cancelled = cancelled
notice-moved-from = moved from { $date }
month-other = Other months
month-now = This month
month-count = { $count ->
    [0] Nothing this month
    [one] One gathering
   *[other] { $count } gatherings
}
fact-days-off = Days off
fact-where = Where
fact-hosts = Hosts
fact-link = Join from afar
series-except = Not on { $days }
series-coming = Coming
series-past = So far
series-none-coming = No more dates.
for-public = Open to everyone
for-district = For everyone in the district
for-invited = For people who were invited
gathering-cancelled = This gathering is cancelled
gathering-moved = The time or the place has changed
gathering-moved-from = Moved from { $date }
gathering-neighbours = Before and after
mine-yes = You are coming
mine-maybe = Maybe
mine-no = Not coming
mine-waiting = Waiting, number { $position }
offer-come = I am coming
offer-come-after-all = I can come
offer-not-this-time = Not this time
offer-leave-the-list = Leave the list
call-date = Are you coming on { $date }?
call-yes = count me in
call-maybe = not sure yet
call-no = not this time
call-excuse = Say why you cannot come
call-follow = As I said for the series
call-series = Are you coming?
call-series-yes = { $count ->
    [one] to this date
   *[other] to all { $count } dates
}
call-series-maybe = date by date
call-series-no = not for me
call-series-said-yes = You said yes once, for all of it. If a date does not suit, say so at that date.
call-series-said-maybe = Say yes to the dates that suit.
call-series-said-no = You can still say yes to single dates.
series-mine-yes = You said yes
series-mine-maybe = Date by date
series-mine-no = You said no
series-mine-open = Your answer?
front-asked = Asked of you
front-invited = You are invited
front-more = { $count ->
    [one] One more series waits for your answer
   *[other] { $count } more series wait for your answer
}
count-coming = { $count ->
    [0] nobody yet
    [one] 1 coming
   *[other] { $count } coming
}
count-maybe = { $count ->
    [one] 1 maybe
   *[other] { $count } maybe
}
count-topics = { $count ->
    [one] 1 topic
   *[other] { $count } topics
}
lists-mine = Only mine
lists-none-found = Nothing here matches
lists-none-found-why = Another school or network, or all gatherings instead of yours, may have something.
lists-unfilter = Show everything
lists-none-past = Nothing has been yet
lists-none-past-why = When a gathering is over it moves here, with what was shared and who came.
lists-none-public = Nothing is open to everyone yet
lists-to-coming = See what is coming
fact-places = { $count ->
    [one] one place
   *[other] { $count } places
}
sign-in-to-answer = People of the district sign in to say whether they are coming.
people-yes = { $count ->
    [one] One is coming
   *[other] { $count } are coming
}
people-maybe = { $count ->
    [one] One may come
   *[other] { $count } may come
}
people-waiting = { $count ->
    [one] One is waiting for a place
   *[other] { $count } are waiting for a place
}
gathering-who = Who is coming
gathering-free = { $count ->
    [0] all places are taken
    [one] one place left
   *[other] { $count } places left
}
gathering-nobody = Nobody has said yes yet.
gathering-paper = Say that you are coming: { $address }
season-paper = Read it on the web: { $address }
table-agenda = Agenda
table-welcome = Welcome
table-close = Close
table-waiting = On the table
table-also = Also on the table
table-shared = What was shared
table-left = Not reached
table-empty = Nothing yet. What have you tried lately that a colleague would like to hear about?
table-carried = { $count ->
    [one] carried over once
    [2] carried over twice
   *[other] carried over { $count } times
}
table-keen = { $count ->
    [one] 1 keen to hear it
   *[other] { $count } keen to hear it
}
table-mine = Your topic
table-next = Next on the table
tools = For hosts
tools-agenda = Agenda
tools-answers = Who answered what
tools-edit = Move, change or call off
tools-edit-series = Change the series
series-calendar = { $count ->
    [one] The district’s calendar has changed: that concerns one date.
   *[other] The district’s calendar has changed: that concerns { $count } dates.
}
series-calendar-see = See what would change
month-calendar = All days off of the school year
calendar-one = Into my calendar
calendar-all = All dates into my calendar
duty-agenda = Publish the agenda for { $date }
duty-agenda-note = { $count ->
    [one] One topic is on the table
   *[other] { $count } topics are on the table
}
front-you-host = You host
count-shared = { $count ->
    [one] 1 topic shared
   *[other] { $count } topics shared
}
mine-open = Not answered yet
mine-waits = You wait for a place
mark-came = You came
mark-excused = You were excused
mark-absent = You were not there
mark-none = Nothing recorded of you
series-season = Your season
count-came = { $count } came
tools-series = About the series
tools-use = Does it get used?
tools-attendance = Who came
duty-attendance = Who came on { $date }?
duty-here = Who is here? Take attendance now
season-open = The season on one page
season-title = { $title }: the season
season-hosts = with { $people }
season-keep = Keep it as a text file (Markdown)
season-nothing = Nothing was written down.
season-to-come = Still to come.
duty-contest = { $name } says that a line is not right
duty-contest-note = { $title }, { $date }
front-further = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}

# On the page of a school.
at-school-title = Gatherings here
at-school-all = All that are coming
at-school-none = None are coming.
at-school-past = What was held here
