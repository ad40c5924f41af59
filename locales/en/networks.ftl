# Networks: people with a purpose.
nav-networks = Networks
networks-title = Networks
networks-lead = Colleagues with a common purpose. Each says what it is about and how to join.
networks-none = There is no network yet
networks-none-why = A network brings together people who want to learn the same thing across schools: it meets a few times a year, and keeps what comes of it. Somebody begins one, others join.
networks-new = Begin a network
networks-new-lead = You lead it at first. Others can lead it with you, or take over later.
networks-make = Begin it
networks-made = The network is here. Invite people, or let them find it.
networks-mine = Yours
networks-others = Others to get to know
networks-all = In the district
networks-where = Networks { $first } to { $last }
networks-members-count = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
networks-led-by = led by { $people }
networks-led = Led by
networks-chaired = Chaired by
networks-how = How to join
networks-joining-open = Open to everyone in the district
networks-joining-request = Ask to join
networks-joining-invitation = By invitation
networks-audience-public = Everyone may read about it, also without an account
networks-audience-district = Everyone with an account may read about it
networks-audience-network = Only members, and who is invited, know of it
networks-leading-leads = One lead or several
networks-leading-chair = A chair
networks-role-lead = lead
networks-role-chair = chair
networks-role-committee = committee
networks-role-member = member
networks-state-closed = closed
networks-state-handover = you are asked to lead
networks-state-invited = you are invited
networks-state-asked = you asked to join
networks-you-are = You are in it: { $role }
networks-you-asked = You asked to join
networks-you-asked-then = Those who lead it know, and will answer. You get a letter.
networks-join = Join
networks-join-why = You join at once, and may leave whenever you like.
networks-ask = Ask to join
networks-ask-word = A word to those who lead it
networks-ask-hint = Not needed. Why it would be good for you, or what you would bring.
networks-accept = Accept
networks-decline = Not now
networks-invited-by = { $name } invites you
networks-sign-in-why = Sign in to join, or to see who leads it.
networks-withdraw = Take it back
networks-withdrawn = You no longer ask to join.
networks-declined = All right. You can be invited again.
networks-joined = Welcome to { $name }.
networks-asked = Those who lead it were told that you would like to join.
networks-left = You have left { $name }.
networks-leave = Leave the network
networks-back = You are in { $name } again, as before.
networks-too-late = That was a while ago. Please join again.
networks-tools = For those who run it
networks-invite = Invite people
networks-invite-title = Invite people
networks-invite-lead = They get a letter, and are in once they accept. Who asked to join already is in at once.
networks-invite-people = Who
networks-invite-people-hint = One on each line: a name, an e-mail address, or a school for everyone in it.
networks-invite-word = A word to them
networks-invite-word-hint = It stands in the letter.
networks-invite-do = Invite
networks-invited = { $count ->
    [0] They were all in it or invited already.
    [one] One person is invited.
   *[other] { $count } people are invited.
}
networks-uninvite = Take it back
networks-uninvited = The invitation is taken back.
networks-invitations = Invited, not answered yet
networks-requests = Ask to join
networks-since = since { $date }
networks-admit = Take in
networks-not-admit = Not now
networks-admitted = { $name } is in, and was told.
networks-not-admitted = { $name } was told that it is not possible now.
networks-answered = That was answered already.
networks-members = Members
networks-members-see = See who is in it
networks-members-words = Name or school
networks-members-none-why = Try fewer letters, or another role.
networks-in-network = Role in the network
networks-joined-at = In it since
networks-role-save = Give this role
networks-role-set = { $name } is now: { $role }.
networks-remove = Take out of the network
networks-removed = { $name } is no longer in the network.
networks-restored = { $name } is in the network again.
networks-change = Change the description
networks-edit = Change { $name }
networks-saved = Saved.
networks-field-name = Name
networks-field-name-hint = For example “Design Thinking Network”.
networks-field-about = What it is about
networks-field-about-hint = What you want to learn or change, for whom it is, what members do. You may use Markdown: **bold**, lists, links.
networks-field-joining = How does somebody join?
networks-field-audience = Who may read about it?
networks-field-audience-hint = Who is in it is shown to members alone.
networks-field-leading = Who leads it?
networks-problem-name = A name needs at least one letter or number.
networks-problem-name-taken = There is a network of this name already.
networks-problem-leading = Several people lead it. Let one of them stay before it has a chair.
networks-problem-successor = Somebody else, please: who leads it already need not take over.
networks-problem-one = One person, please.
networks-stale = Somebody changed this network meanwhile.
networks-about-none = Nobody has said what it is about
networks-about-why = Two or three sentences are enough: what you want to learn, for whom it is, what members do.
networks-about-write = Write it
networks-close-title = Close the network
networks-close-why = Nobody joins any more, and only its members still see it. It can be opened again.
networks-close = Close it
networks-closed = { $name } is closed.
networks-reopen = Open it again
networks-reopened = { $name } is open again.
networks-is-closed = This network is closed. Only its members still see it.
networks-handover = Hand over
networks-handover-lead = You choose who comes after you; they decide. Until they do, nothing changes, and both of you are told.
networks-handover-to = Who should lead after you?
networks-handover-to-hint = A name or an e-mail address. It may be somebody who is not in the network yet.
networks-handover-then = And you?
networks-then-committee = I stay in the committee
networks-then-member = I stay a member
networks-then-leave = I leave the network
networks-handover-word = A word to them
networks-handover-word-hint = What it takes, what is under way, when you could talk.
networks-handover-do = Ask them
networks-offered = { $name } was asked.
networks-handover-waits = { $name } is asked to take over
networks-handover-until = You lead until they accept. You get a letter either way.
networks-handover-keep = I keep it after all
networks-kept = You go on leading.
networks-handover-asked = You are asked to lead this network.
networks-handover-see = See what it means
networks-handover-from = { $name } asks you to lead { $network }
networks-handover-means = Who leads a network invites people, answers those who ask, says what it is about, and plans its year. You can hand it over again.
networks-take = I take it over
networks-not-take = I cannot
networks-taken = You now lead { $name }. Thank you!
networks-not-taken = All right. Whoever asked you is told.
networks-handover-gone = Whoever asked you no longer leads it.
networks-refused-members = Who is in a network is for its members.
networks-refused-lead = Only those who lead the network may do that.
networks-refused-admit = Only those who lead the network or are in its committee may do that.
networks-refused-invitation = People come into this network by invitation. Ask somebody who leads it.
networks-refused-closed = This network is closed; nobody joins it.
networks-refused-last = Nobody else leads this network. Hand it over first.
networks-refused-second-chair = This network has a chair. The chair can hand over.
networks-refused-restore = They left by themselves. Invite them, and they decide.
networks-refused-handover = Only who leads the network can hand it over.
networks-refused-answer = Nobody asked you to lead this network.
mail-network-word = “{ $word }”
mail-network-asked-subject = { $who } would like to join: { $network }
mail-network-asked-text =
    Hello { $name },

    { $who } would like to join { $network }, which you lead.

    { $word }

    Please answer here; they are told either way:

    { $link }
mail-network-admitted-subject = Welcome to { $network }
mail-network-admitted-text =
    Hello { $name },

    { $who } has taken you into { $network }. Welcome!

    { $word }

    { $link }
mail-network-refused-subject = About joining { $network }
mail-network-refused-text =
    Hello { $name },

    You asked to join { $network }. { $who } says that it is not possible now.

    { $word }

    What else there is: { $link }
mail-network-invited-subject = { $who } invites you: { $network }
mail-network-invited-text =
    Hello { $name },

    { $who } invites you to { $network }.

    { $word }

    What it is about, and your answer:

    { $link }
mail-network-offered-subject = Would you lead { $network }?
mail-network-offered-text =
    Hello { $name },

    { $who } leads { $network } and asks whether you would take over.

    { $word }

    What it means, and your answer:

    { $link }
mail-network-given-subject = { $who } now leads { $network }
mail-network-given-text =
    Hello { $name },

    { $who } has taken over { $network } from you. Thank you for leading it.

    { $word }

    { $link }
mail-network-taken-subject = You now lead { $network }
mail-network-taken-text =
    Hello { $name },

    You have taken over { $network } from { $who }. Thank you! They were told.

    { $word }

    Everything for those who lead it is on its page:

    { $link }
mail-network-not-taken-subject = { $who } cannot lead { $network }
mail-network-not-taken-text =
    Hello { $name },

    { $who } cannot take over { $network }. You go on leading it.

    { $word }

    To ask somebody else:

    { $link }
networks-members-where = { $first } to { $last } of { $total }
networks-refused-shelf = The links and files of this network are for its members.
networks-refused-add = Members of the network add links and files.
networks-column-audience = Who may see it
networks-column-members = Members
networks-column-since = Since
networks-column-closed = Closed on
networks-problem-invites = { $left ->
    [0] You have invited { $most } people within a day, which is plenty. Tomorrow you can invite more.
    [one] You can invite { $most } people within a day, and { $left } more today. Name fewer people, or ask whoever looks after Klatsch.
    *[other] You can invite { $most } people within a day, and { $left } more today. Name fewer people, or ask whoever looks after Klatsch.
    }
networks-members-change = Change roles
networks-members-done = Done
networks-members-changing = Give somebody another role in the network, or take them out.
