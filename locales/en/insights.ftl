use-title = Does it get used?
use-lead = { $held ->
    [one] 1 gathering held
   *[other] { $held } gatherings held
}, { $cancelled ->
    [0] none cancelled.
    [one] 1 cancelled.
   *[other] { $cancelled } cancelled.
}
use-too-few-title = Too few to tell
use-too-few = { $held ->
    [0] Nothing has been held yet.
    [one] One gathering has been held.
   *[other] { $held } gatherings have been held.
} From three on, this page tells how many people it reaches, who returns, and what was shared.
use-back = Back to the series
use-hidden = hidden
use-out-of = of { $of }
use-say-reach = people came at least once, of those invited
use-say-attendances = times someone came
use-say-median = people at a usual gathering (median)
use-say-first-timers = people came for the first time, per gathering
use-say-returners = came back, of those who could have
use-say-said-yes = times someone said yes and came, of times someone said yes
use-say-walk-ins = walk-ins
use-say-guests = guests, by headcount
use-by-gathering = By gathering
use-by-gathering-note = people who came
use-by-week = By week
use-by-month = By month
use-by-month-note = times someone came
use-by-school = By school
use-by-level = By level
use-by-role = By role
use-topics = Topics
use-topics-told = { $proposed ->
    [one] 1 topic was proposed
   *[other] { $proposed } topics were proposed
}: { $shared } shared, { $carried } carried over at least once, { $left } left.
use-sharers-told = { $sharers ->
    [one] One person shared.
   *[other] { $sharers } different people shared.
}
use-topics-proposed = topics proposed
use-topics-shared = topics shared
use-topics-carried = topics carried over
use-topics-left = topics left
use-sharers = different people who shared
use-overall = Overall
use-held = gatherings held
use-cancelled = gatherings cancelled
use-invited = invited
use-reach = came at least once, of those invited
use-attendances = times someone came
use-median = median per gathering
use-first-timers = people who came for the first time, over { $held } gatherings
use-returners = came back, of those who could have
use-said-yes = said yes and came, of said yes
use-walk-ins = walk-ins
use-guests = guests
use-table = Table
use-line = Line
use-number = Number
use-of = Of
use-came = came
use-date = Date
use-month = Month
use-level = Level
use-role = Role
use-school = School
use-no-school = no school
use-no-level = no level
use-part = For a part of the series, only what cannot be subtracted from the whole is shown.
use-period = Another period
use-from = From
use-from-hint = Widened to the first of the month.
use-to = To
use-to-hint = Widened to the end of the month.
use-show = Show this period
use-wrong-date = A date as 2026-01-14.
use-to-before-from = This is before the first day.
use-how = How this is counted
use-how-counted = Held means not cancelled and over. Reach counts invited people. An excused absence is not a no-show. Guests are counted apart. A walk-in came without having said yes.
use-how-hidden = Groups of under five people are hidden, and so is whatever they could be subtracted from.
use-csv = Figures as CSV
use-xlsx = Figures as XLSX
use-export = The ledger, with names (CSV)
use-rows-hidden = { $shown ->
    [0] All { $count } rows are hidden: the groups are too small to show.
   *[other] { $count ->
        [one] One more row is hidden
       *[other] { $count } more rows are hidden
    }: the groups are too small, or could be subtracted.
}
