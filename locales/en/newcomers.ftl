welcome-title = Where you fit in
welcome-about = Five questions, two minutes. You get two circles of colleagues, the next date, and somebody who says hello. Leave out what you like.
welcome-from = { $name } shares this with you. You need no account to answer; what you say is kept for two weeks.
welcome-kept = Somebody with your address answered these questions a while ago. Were it you?
welcome-take = Yes, use those answers
welcome-step = { $number } of 5
welcome-where = Where do you work?
welcome-where-hint = A school, several, a part of the district, or none of these.
welcome-school = A school
welcome-school-2 = Another school
welcome-school-3 = And another
welcome-more-schools = More schools, or a part of the district
welcome-area = A part of the district
welcome-area-hint = A town or a family of schools, as people call it.
welcome-changes = It changes from week to week
welcome-changes-hint = For example when you teach on call.
welcome-school-names = How the schools are spelled
welcome-days = Which days are you free?
welcome-days-hint = At noon or after school. None ticked means that any day may do.
welcome-teaches = What do you teach?
welcome-teaches-hint = For example “grade 6 science” or “French immersion”.
welcome-levels = At which level?
welcome-interests = What interests you?
welcome-interests-hint = A few words, such as “digital portfolios, outdoor classrooms”.
welcome-hopes = What do you hope for?
welcome-hope-learn = To learn from others
welcome-hope-share = To share what I do
welcome-hope-meet = To meet colleagues
welcome-hope-help = To help
welcome-tells = What may the host know?
welcome-tells-hint = We tell one host of each circle your name, once there is an account, and what you tick here. Nobody else is told.
welcome-answer = Show me where I fit in
welcome-back = Back to what we found
welcome-nothing-said = Answer at least one of the questions, so that there is something to go by.
welcome-several-schools = { $more ->
    [0] “{ $typed }” could be { $schools }. Write the one you mean with its town.
    [1] “{ $typed }” could be { $schools }, or one more. Write the one you mean with its town.
   *[other] “{ $typed }” could be { $schools }, or { $more } more. Write the one you mean with its town.
}
welcome-unknown-school = No school is called “{ $typed }”. Choose one as it is spelled here, or name a part of the district instead.
welcome-many-schools = Name { $most } schools at most; or name a part of the district.
welcome-answered = Thank you. This is what we found.
welcome-looked-again = We looked again.
welcome-answer-title = Your circles
welcome-nothing = Nothing fits yet
welcome-nothing-why = Nothing meets on your days or is about what you named. We told the people who look after Klatsch; they may know somebody. You can also change your answers, or look through all series.
welcome-nothing-public = Nothing that is open to everyone fits. With an account you see more: ask for one below.
welcome-change = Change my answers
welcome-all-series = All series
welcome-found = { $count ->
    [one] One circle fits. Its host knows that you may come.
   *[other] These two fit. Their hosts know that you may come.
    }
welcome-found-public = { $count ->
    [one] One circle that is open to everyone fits. With an account you may see more.
   *[other] These two are open to everyone, and fit. With an account you may see more.
    }
welcome-date-gone = That date is over. Look again below for the next one.
welcome-why = Why this one
welcome-greeted = Said hello
welcome-host = Ask for { $name }, who was told that you are new.
welcome-host-public = { $name } will say hello.
welcome-look = Look at { $title }
welcome-buddy = Your buddy
welcome-buddy-about = Somebody who goes along the first few times. Write to them; you can end it whenever you like.
welcome-buddy-end = End it
welcome-week = Has your week changed?
welcome-week-place = You said: { $place }.
welcome-again = Look again
welcome-changes-short = it changes
welcome-told = What hosts know of you
welcome-told-name = Your name, and nothing else.
welcome-forget-title = Forget my answers
welcome-forget-about = Your five answers, what we found for you and what you said about it will be gone. That cannot be undone. Your account stays.
welcome-forget = Forget them
welcome-keep = Keep them
welcome-forget-now = Forget my answers now
welcome-forgotten = Your answers are forgotten.
welcome-taken = Those answers are yours now.
welcome-taken-already = Those answers were taken over already.
welcome-want-title = Would you like an account?
welcome-want-about = With one you can say that you are coming, and the host is told. The people who look after Klatsch in your district add you, and you sign in by a mailed link.
welcome-want-done = We told the people who look after Klatsch. You get a letter when they have added you.
welcome-name = Your name
welcome-email-hint = Best the one of your school or district.
welcome-want = Ask for an account
welcome-have = I have one: sign in
welcome-wanted = Thank you. We told the people who look after Klatsch.
welcome-until = What you said is kept until { $day }, at this address only. Keep the address if you want to come back.
welcome-month-title = Did it help?
welcome-month-about = Two questions about the circles we suggested a month ago.
welcome-month-asked = It has been a month. Did it help?
welcome-month-say = Say how it was
welcome-helped = Did it help you to find your people?
welcome-helped-yes = Yes
welcome-helped-somewhat = Somewhat
welcome-helped-no = No
welcome-missing = What was missing?
welcome-missing-hint = Read by the people who look after Klatsch, without your name, once five people have answered.
welcome-month-send = Send
welcome-month-thanks = Thank you. That helps the next ones.
welcome-links-title = Welcome somebody new
welcome-links-about = Share a link with somebody who has no account yet: they answer five questions and see which public circles fit. The link opens nothing else. It works for 30 days, for 60 people at most, and you can take it back.
welcome-link-fresh = Send this to whoever is new. It is shown this once.
welcome-link-make = Make a link
welcome-link-when = Made { $made }, works until { $until }
welcome-link-answers = { $count ->
    [0] nobody has answered yet
    [one] one answered
   *[other] { $count } answered
    }
welcome-link-revoke = Take back
welcome-link-revoked = The link does not work any more.
welcome-link-restored = The link works again.
welcome-link-over = This link does not work any more. Ask whoever gave it to you for a new one.
welcome-links-many = You have { $most } links that work. Take one back first.
welcome-call = New here? Five questions show you where you fit in.
welcome-call-button = Find my circles
welcome-mine = My circles
reason-quoted = “{ $word }”
reason-interest = It is about { $words }, which interests you.
reason-teaches = It is about { $words }, which you teach.
reason-school = It meets at your school.
reason-nearby = It meets in { $place }, near you.
reason-free-day = It meets on { $day }, when you are free.
reason-from-afar = You can join from wherever you are that week.
reason-level = { $level ->
    [elementary] It meets at an elementary school, the level you teach.
    [middle] It meets at a middle school, the level you teach.
   *[secondary] It meets at a secondary school, the level you teach.
    }
reason-host-knows = The host can be asked about { $words }.
reason-small = Usually no more than { $people } people come, so you will meet them.
reason-room-to-share = Everyone may put a topic on the table there.
reason-hands = One person hosts it alone; a hand is welcome.
reason-other-day = It meets on { $day }, which is not one of your days.
reason-no-date = It has no date yet; you hear when there is one.
newcomers-title = Newcomers
newcomers-about = People who are new and were given your name, and what they let you know.
newcomers-none = Nobody new at the moment
newcomers-none-why = When somebody new answers the five questions and one of your gatherings fits, you are told, and they stand here. You can also share a link with somebody you know.
newcomers-named = Given your name
newcomers-buddies = You are their buddy
newcomers-offer-title = Be a buddy
newcomers-offer-about = Somebody who goes along the first few times, and can be asked anything. Hosts may then bring you together with somebody new; both of you are told, and either may end it.
newcomers-offer = I’d gladly be somebody’s buddy
newcomers-offers = You offer to be a buddy
newcomers-offer-end = Not any more
newcomers-offered = Thank you! Hosts see that you would be a buddy.
newcomers-offer-ended = You are not offered as a buddy any more.
newcomers-told = What they let you know
newcomers-told-nothing = Their name, and nothing else.
newcomers-tell-schools = Where I work
newcomers-tell-teaches = What I teach
newcomers-tell-interests = What interests me
newcomers-tell-hopes = What I hope for
newcomers-told-schools = Works at
newcomers-told-teaches = Teaches
newcomers-told-interests = Interests
newcomers-told-hopes = Hopes
newcomers-profile = Their page in the directory
newcomers-circles = What was suggested
newcomers-greet = Say hello
newcomers-words = A few words
newcomers-words-hint = They get it as a letter, with your address to reply to.
newcomers-greet-send = Send it
newcomers-greeting = Hello { $name }, it would be good to see you. Ask for me when you come in, and take a coffee. { $host }
newcomers-greeted = They get your letter.
newcomers-you-greeted = You said hello
newcomers-greeted-already = You have said hello already.
newcomers-refused-greet = Only a host who was named to them says hello here.
newcomers-buddy = Buddy
newcomers-buddy-me = I do
newcomers-buddy-who = Who goes along the first few times?
newcomers-buddy-hint = You, or somebody who offered. Both are told.
newcomers-buddy-give = Bring them together
newcomers-buddy-given = { $name } is their buddy now. Both have a letter.
newcomers-buddy-end = End it
newcomers-buddy-ended = It is over, and both have been told.
newcomers-buddy-none = They have no buddy.
newcomers-buddy-nobody = Nobody yet.
newcomers-buddy-already = They have a buddy. End that first.
newcomers-buddy-unwilling = Choose yourself, or somebody who offered to be a buddy.
newcomers-refused-buddy = A host who was named to them, or who looks after Klatsch, brings them together with somebody.
newcomers-all-title = All newcomers
newcomers-all-about = Who answered the five questions, and how far they are. What they said stands here only as far as they let hosts know it.
newcomers-wanting = They ask for an account
newcomers-wanting-about = They answered by a link and have given a name and an address. Add those who work here; the others go away by themselves after two weeks.
newcomers-admit = Add
newcomers-admitted = { $name } has an account now, and a letter.
newcomers-admitted-already = They have an account already.
newcomers-wants-otherwise = They have written another name or address meanwhile. Look again before you give them an account.
newcomers-has-account = { $email } has an account already. When they sign in and open the five questions, they can take their answers over.
newcomers-nobody = Nobody has answered yet
newcomers-nobody-why = Those who are new find five questions on their first page. Share a link with those who have no account.
newcomers-figures = Did it help, within a year?
newcomers-figure-answered = Answered
newcomers-figure-answered-last = Answered, of more only the last
newcomers-figure-introduced = A host was told
newcomers-figure-came = Came to one of their circles
newcomers-figure-said = Said whether it helped
newcomers-figure-helped = Did it help?
newcomers-helped = Yes { $yes }, somewhat { $somewhat }, no { $no }
newcomers-hidden = Too few to tell
newcomers-missing = What was missing, in their words
newcomers-everyone = Everyone
newcomers-without-account = Somebody without an account
newcomers-where = { $first } to { $last } of { $total }
newcomers-where-many = { $first } to { $last } of more than { $total }
newcomers-column-what = What
newcomers-column-number = How many
newcomers-state-answered = Answered
newcomers-state-wants = Asks for an account
newcomers-state-introduced = Introduced
newcomers-state-came = Came
newcomers-state-asked = Asked whether it helped
newcomers-state-said = Said how it was
newcomers-faces = New faces
newcomers-face-coming = Coming
mail-newcomer-subject = { $who } is new and may come
mail-newcomer-text = Hello { $name },

    { $who } is new. We suggested: { $circle }. And we said to ask for you.

    What they let you know:
    { $told }

    Say hello with one press:
    { $link }
mail-greeting-subject = { $host } says hello
mail-greeting-text = Hello { $name },

    { $host } writes:

    { $words }

    You can reply to { $email }. Your circles and the next dates:
    { $link }
mail-nothing-fits-subject = Nothing fits { $who } yet
mail-nothing-fits-text = Hello { $name },

    { $who } answered the five questions for newcomers, and no series fits. Perhaps you know somebody whom they should meet, or a day on which something is missing.

    { $link }
mail-wants-subject = { $who } asks for an account
mail-wants-text = Hello { $name },

    { $who } answered the five questions by a link that a colleague shared, and asks for an account. If they work here, add them with one press:
    { $link }

    If not, there is nothing to do: what they said goes away after two weeks.
mail-admitted-subject = You have an account
mail-admitted-text = Hello { $name },

    You have an account now. Sign in with { $email }; you get a link by mail and need no password:
    { $link }
mail-buddy-subject = You are { $other }’s buddy
mail-buddy-text = Hello { $name },

    { $other } ({ $email }) is new, and you are their buddy: go along the first few times, and answer what they ask. What they let you know, and how to end it:
    { $link }
mail-buddy-yours-subject = { $other } is your buddy
mail-buddy-yours-text = Hello { $name },

    { $other } ({ $email }) goes along with you the first few times. Write to them, or wait until they write. You can end it here whenever you like:
    { $link }
mail-buddy-over-subject = You and { $other } are no buddies any more
mail-buddy-over-text = Hello { $name },

    That you and { $other } ({ $email }) go along together is over. Nobody needs a reason for it.
    { $link }
mail-month-subject = Did it help?
mail-month-text = Hello { $name },

    A month ago we suggested circles of colleagues to you. Did it help? There are two questions:
    { $link }
