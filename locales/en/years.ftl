# The year of a network: milestones, gatherings, announcements.
years-title = The year { $title }
years-new = Plan a year
years-edit = Change the year { $title }
years-edit-lead = What the network wants to reach in a year, and by when.
years-none = No year is planned
years-none-why = A year gives a network a shape: say three gatherings and an expo at the end. Members see what is next, and what was reached.
years-make = Plan it
years-made = The year is planned. Now its gatherings.
years-saved = Saved.
years-stale = Somebody changed this year meanwhile. Save again to keep what you typed.
years-field-title = What do you call it?
years-field-title-hint = For example “2025–26”.
years-field-first = First day
years-field-last = Last day
years-field-milestones = Milestones
years-field-milestones-hint = One on each line, with its day first if it has one: 2025-10-14 First gathering
years-example-first = First gathering
years-example-second = Second gathering
years-example-third = Third gathering
years-example-expo = Expo
years-problem-last = The last day comes before the first.
years-problem-long = A year is not as long as that.
years-problem-meets = It has days in common with the year { $title }. Years of a network lie beside each other.
years-problem-held = “{ $what }” on { $date } was held in this year and stays in it.
years-problem-outside = “{ $what }” is on a day outside of this year.
years-problem-day = Line { $line }: there is no day “{ $given }”.
years-problem-nameless = Line { $line }: what is it?
years-problem-long-line = Line { $line }: please say it in 120 characters.
years-problem-many = { $most } milestones are enough for a year.
years-milestones = Milestones
years-no-milestones = No milestone is set.
years-no-day = no day yet
years-done = done
years-next = next
years-change = Change
years-link-milestones = Match milestones with gatherings
years-no-gathering = no gathering
years-coming = To come
years-past = Already held
years-later = Later ones
years-earlier = Earlier ones
years-none-coming = No gathering is planned.
years-no-gatherings = No gathering of the network is in this year.
years-calendar = For your calendar
years-month = By month
years-gatherings = Gatherings
years-gatherings-all = All gatherings
years-gatherings-choose = All gatherings
years-own = Gatherings of the network
years-own-why = Members are invited to a series or gathering that is for invited people, and so is whoever joins later.
years-choose = Choose one you host
years-choose-series = Series: { $title }
years-field-what = Make one of yours the network’s
years-field-what-hint = Only what you host yourself can be chosen.
years-link = Make it the network’s
years-unlink = No longer the network’s
years-linked = It belongs to the network now, and the members are invited.
years-unlinked = It no longer belongs to the network. Who was invited stays invited.
years-problem-host = Choose a series or gathering that you host.
years-new-series = Plan a series
years-new-gathering = Plan one gathering
years-others = Other years
years-archived-state = put away
years-archived = The year { $title } is put away.
years-restored = The year { $title } is under way again.
years-is-archived = This year is put away. It stays to be read.
years-refused-archived = This year is put away. Take it out again to change it.
years-restore = Take it out again
years-archive = Put it away
years-end = The end of the year
years-end-why = The next year begins with the same milestones, without their days, and with the same members. This one is put away and stays to be read.
years-begin-next = Begin the next year
years-next-made = This is the next year. Say when its milestones are.
years-next-there = The next year is here already.
years-news = Announcements
years-news-lead = What those who lead the network tell its members.
years-news-all = All announcements
years-news-none = Nothing was announced yet.
years-news-write = Announce something
years-news-title = What is it about?
years-news-text = What do you want to tell?
years-news-text-hint = You may use Markdown: **bold**, lists, links.
years-news-do = Announce it
years-news-written = Announced. Members find it on the page of the network, and get it by mail in a few minutes.
years-news-new = new
years-news-read = I have read it
years-news-readers = read by { $count } of { $of }
years-news-remove = Take it down
years-news-removed = It is taken down.
years-news-restored = It is up again.
years-news-seen = Those who lead the network, and whoever wrote an announcement, see who has read it.
years-readers = Who has read it
years-readers-not = { $count ->
    [one] 1 member has not yet
   *[other] { $count } members have not yet
}
years-readers-all = Everyone has read it.
years-readers-read = { $count ->
    [one] 1 member has
   *[other] { $count } members have
}
years-readers-none = Nobody so far. A member says it here, or from the letter.
years-mail = By mail
years-mail-is-on = What is announced also comes to you by mail.
years-mail-is-off = What is announced does not come to you by mail. You find it here.
years-mail-stop = No letters, please
years-mail-start = Send me letters
years-mail-on = You get the announcements of this network by mail.
years-mail-off = You get no letters with the announcements of this network.
mail-announcement-subject = { $network }: { $title }
mail-announcement-text = Hello { $name },

    { $who } tells the network { $network }:

    { $title }

    { $text }

    Say that you have read it, or that you want no such letters:
    { $link }
