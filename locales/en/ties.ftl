ties-title = People around you
ties-menu = People around me
ties-lead = { $count ->
    [0] Whom you meet at gatherings, and who would be good to meet. It fills as you come to gatherings.
    [one] You have met { $count } person at gatherings. Here is who else would be good to meet.
    *[other] You have met { $count } people at gatherings. Here are those you keep meeting, and some who would be good to meet.
    }
ties-meet = Good to meet
ties-meet-none = Nobody yet. People two steps away stand here once they and you have come to gatherings, if they and somebody you both know let themselves be shown.
ties-often = You keep meeting
ties-often-none = Come to a few gatherings, and you see here whom you keep meeting.
ties-long = Not seen for a while
ties-met = { $times ->
    [one] Together at { $times } gathering, { $day }.
    *[other] Together at { $times } gatherings, last on { $day }.
    }
ties-team = In a team with you
ties-why-team = You are on the team of { $school } in { $network } together.
ties-why-team-once = You were on a school team together.
ties-could-invite = You could invite them to
ties-both = You could both come to
ties-invite = Invite
ties-invite-title = Or invite { $name }
ties-invite-what = { $name } gets a letter that says what it is and when, and can answer at once. Where the gathering is for invited people only, they are invited from then on, to all dates of a series.
ties-invite-to-hint = A coming one that you host.
ties-invited = { $name } gets a letter that invites to { $gathering }.
ties-invite-again = { $name } has been invited by letter already.
ties-invite-answered = { $name } has answered already.
ties-invite-many = { $most } invitations in a day are plenty. Tomorrow you can send more.
ties-why-tags = You both care about { $tags }.
ties-why-through = You both know { $people }.
ties-why-through-more = { $count ->
    [one] You both know { $people } and { $count } more person.
    *[other] You both know { $people } and { $count } more people.
    }
ties-why-somebody = { $count ->
    [one] Somebody you know has met them, too.
    *[other] { $count } people you know have met them, too.
    }
ties-shown-title = Being shown
ties-shown-yes = You are shown with your name to colleagues who might like to meet you.
ties-shown-no = You are not shown with your name. Only people you met at gatherings, or who are in a team with you, see you here.
ties-shown-what = If you are shown, colleagues two steps away see your name, what you both care about and whom you both know. Nobody is ever ranked, and you can change your mind at any time.
ties-show-me = Show me
ties-hide-me = Take my name off
ties-now-shown = You are shown now.
ties-now-hidden = Your name is off.
ties-hello = Say hello
ties-hello-title = Say hello to { $name }
ties-hello-lead = A few words are enough. { $name } gets them as a letter and can answer you directly.
ties-hello-words = Your words
ties-hello-words-hint = For example what you would like to talk about, and when you have time.
ties-hello-send = Send
ties-hello-back = Not now
ties-hello-sent = Your words are on their way to { $name }.
ties-hello-again = You wrote to them in the last { $days } days. Perhaps you meet at a gathering first?
ties-hello-many = { $most } letters in a day are plenty. Tomorrow you can write again.
ties-refused-hello = You can write to people you met at gatherings or are in a team with, and to those who let themselves be shown.
mail-hello-subject = { $who } says hello
mail-hello-text = Hello { $name },

    { $who } would like to get to know you, and writes:

    { $words }

    If you answer this letter, it goes straight to { $who }. Their page: { $link }
mail-invite-subject = { $who } invites you: { $gathering }
mail-invite-text = Hello { $name },

    { $who } would be glad to see you at:

    { $gathering }

    Everything about it, and a place to say whether you come: { $link }

    If you answer this letter, it goes straight to { $who }.
ties-map = See the map
map-title = The map
map-lead = Everybody who came to a gathering or is in a school team in the school year { $year }, and who met or works with whom. Who did so often stands near each other.
map-people = People
map-schools = Schools
map-figures = Figures
map-none-title = Nothing to draw yet
map-none = The map grows out of gatherings: as soon as people have come to some, it shows who met whom. It is drawn in the background.
map-caption = { $named ->
    [0] { $nameless } people, none of them with a name
    [one] { $named } person with a name, { $nameless } without
    *[other] { $named } people with their names, { $nameless } without
    }
map-caption-note = Names are of those who let themselves be shown. A line is between two who met or are in a team together. No line joins a name and a dot.
map-frame = Map. Arrow keys move it, plus and minus change its size, zero shows all of it.
map-how = Drag it, or use the arrow keys, plus, minus and zero.
map-in = Nearer
map-out = Farther
map-whole = All of it
map-drawing = A drawing of who met whom: { $named } people with their names, { $nameless } without. The same is in the table below.
map-you = You
map-table = The same as a table
map-table-note = Only people who let themselves be shown, by name.
map-table-open = Show the table
map-table-where = { $first } to { $last } of { $total }
map-table-none = Nobody lets themselves be shown so far. You could be the first.
map-person = Person
map-with = Met, or in a team with
map-shown-yes = You stand on the map with your name.
map-shown-no = Others see you on the map as a dot without a name.
map-schools-title = Schools on the map
map-schools-lead = The schools where they stand, and which of them met in the school year { $year }.
map-schools-caption = { $count ->
    [0] No line between schools yet
    [one] { $count } line between schools
    *[other] { $count } lines between schools
    }
map-schools-note = A line is drawn when at least five people of two schools met. The thicker, the more of them.
map-schools-drawing = A drawing of { $count } schools where they stand, and of the ties between them. The same is in the table below.
map-schools-none-title = No school has a place yet
map-schools-none = Schools that were imported with their latitude and longitude stand here.
map-schools-elsewhere = { $count ->
    [one] { $count } school has no latitude and longitude, and is not drawn.
    *[other] { $count } schools have no latitude and longitude, and are not drawn.
    }
map-schools-with = Met people of (pairs)
map-figures-title = How the network holds together
map-figures-lead = For those who lead: the school year { $year } in numbers. They say nothing of anybody, and rank nobody.
map-too-few-title = Too few to tell
map-too-few = As soon as five people have come to gatherings this year, there is something to say.
map-say-people = people came to at least one gathering, or are in a school team
map-say-pairs = pairs of them met, or are in a team together
map-say-density = of all possible pairs are tied in this way
map-say-reach = of the others are within two steps, on average
map-say-edge = are on the edge: tied with one other person or nobody
map-say-largest = are in the largest circle in which everybody can be reached
map-say-components = separate circles, counting who is alone
map-people-count = People
map-pairs-count = Pairs who are tied
map-density = Density
map-reach = Within two steps
map-components = Circles
map-largest = In the largest circle
map-edge = On the edge
map-this-year = This year
map-last-year = Last year
map-change-title = Against last year
map-change-table = Change
map-kept = Pairs of both years
map-new = New pairs
map-gone = Pairs of last year only
map-change = { $kept ->
    [one] { $kept } pair met in both years
    *[other] { $kept } pairs met in both years
    }, { $new } are new, and { $gone } of last year did not meet again.
map-no-change = There is no last year to compare with, or too few came then.
map-levels = Between levels
map-roles = Between roles
map-one = Group
map-other = With
map-ei = Within or between
map-ei-what = The E-I index: −1 when people meet only in their own group, +1 when they meet only people of other groups.
map-ei-levels = Levels
map-ei-schools = Schools
map-ei-roles = Roles
map-invite-title = Invite those on the edge
map-invite-what = Whoever is tied with one other person or nobody gets a friendly letter with your invitation. You do not learn who they are, and they are not told why.
map-invite-to = To which gathering
map-invite-to-hint = One that you host. Only those get a letter who may come to it.
map-invite-send = Invite them
map-invite-not-yours = Choose a coming gathering that you host.
map-invited = { $count ->
    [one] { $count } letter is on its way.
    *[other] { $count } letters are on their way.
    }
map-invited-quietly = Done. Whoever is on the edge and invited to it gets a letter.
map-invited-few = Done. Whoever is on the edge gets a letter; they are fewer than five.
map-invited-lately = Those on the edge were invited in the last two weeks. Give them a little time.
map-how-counted = People are those who came to at least one gathering since August or are in a school team this year. Two are tied who came to the same gathering of at most thirty people, or are in the same team; at larger gatherings only those who hosted or shared a topic are. Definitions, and how to recompute all of it, are in docs/ties.md.
map-how-hidden = Numbers behind which there are fewer than five people are hidden, and a second one with them, so that nothing can be subtracted.
refused-map-figures = The figures are for those who lead a network or host a series, and for administrators.
mail-edge-subject = You are welcome: { $title }
mail-edge-text = Hello { $name },

    { $who } would be glad to see you at:

    { $gathering }

    Come as you are; nobody needs to bring anything. Here is everything about it:
    { $link }
map-schools-alone = { $count ->
    [one] { $count } school stands on the map without a line: fewer than five of its people met people of another school.
    *[other] { $count } schools stand on the map without a line: fewer than five people of theirs and of another school met.
    }
map-not-told = Not told: { $what }. Fewer than five people stand behind it, or behind what would be left.
map-groups-not-told = { $count ->
    [one] { $count } more pair of groups is not told: fewer than five people stand behind it, or it would give away one that is hidden.
    *[other] { $count } more pairs of groups are not told: fewer than five people stand behind them, or they would give away one that is hidden.
    }
