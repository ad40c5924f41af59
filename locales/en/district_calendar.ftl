# The district’s calendar: the days on which there is no school.
calendar-short = Days off
calendar-title = Days off { $years }
calendar-lead = Holidays, professional days and breaks of the district. Series can follow them.
calendar-feed-name = { $district }: days off
calendar-holiday = holiday
calendar-professional-day = professional day
calendar-break = break
calendar-none = No days off are known for this school year
calendar-none-why = Once they are here, series can skip them by themselves, and everyone can subscribe to them.
calendar-subscribe = Days off for your own calendar
calendar-years = Other school years
calendar-new = Add a day
calendar-edit = Change a day off
calendar-edit-lead = Series that follow the calendar are not changed by this. Their hosts are told, and decide.
calendar-add = Add it
calendar-name = What is it called?
calendar-name-hint = As the district calls it: Family Day, Spring break.
calendar-kind = What is it?
calendar-last-hint = Leave it empty for a single day.
calendar-for = For whom?
calendar-whole-district = The whole district
calendar-added = { $name } is in the calendar. Hosts of series that follow it are told.
calendar-saved = Saved. Hosts of series that follow the calendar are told.
calendar-removed = { $name } is no longer in the calendar.
calendar-remove-title = Remove it
calendar-remove-hint = For a day that is none. The next page offers to undo this.
calendar-remove = Remove the day
calendar-problem-long = That is longer than { $most } days; is the year right?
calendar-problem-there = This day is in the calendar already.
calendar-problem-many = That is too much at once: at most 1,000 days.
calendar-problem-none = Paste some lines, or choose a file.
calendar-import = Paste or import
calendar-import-lead = Paste a list from the district’s website, or choose a calendar file. You see what it does before anything is kept.
calendar-lines = Days, one a line
calendar-lines-hint = The date and the name, as they stand in your list: Dec 21 – Jan 1, Winter break
calendar-file = Or a calendar file
calendar-file-hint = A file that ends in .ics. Only whole days are taken.
calendar-year = School year
calendar-year-hint = For dates without a year.
calendar-look = Show what it does
calendar-take = Keep it
calendar-difference = { $new ->
    [0] Nothing new
    [one] One new
   *[other] { $new } new
}, { $changed ->
    [0] nothing changed
    [one] one changed
   *[other] { $changed } changed
}
calendar-difference-new = New
calendar-difference-changed = Changed
calendar-difference-same = { $count ->
    [0] None of it was there before.
    [one] One is in the calendar already.
   *[other] { $count } are in the calendar already.
}
calendar-difference-timed = { $count ->
    [one] One event with a time of day is left out.
   *[other] { $count } events with a time of day are left out.
}
calendar-imported = The calendar is kept: { $new } new, { $changed } changed. Hosts of series that follow it are told.
calendar-line-no-date = Line { $line }: no date in “{ $given }”. Write it as 2026-09-07 or September 7.
calendar-line-no-name = Line { $line }: “{ $given }” has a date and no name.
calendar-line-no-such-day = Line { $line }: there is no such day in “{ $given }”.
calendar-line-backwards = Line { $line }: “{ $given }” ends before it begins.
calendar-line-long = Line { $line }: “{ $given }” is longer than { $most } days.
calendar-line-long-name = Line { $line } is too long: at most 120 characters for the name.
calendar-file-broken = Line { $line }: this is no whole calendar file.
calendar-file-date = Line { $line }: a day without a date that can be read.
calendar-file-name = Line { $line }: a day without a name.
calendar-file-backwards = Line { $line }: a day that ends before it begins.
calendar-file-repeats = Line { $line }: a day that repeats. Export the days of one school year, or paste them.
