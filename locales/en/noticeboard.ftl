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
