# School teams of a network.
teams-title = School teams
teams-of = The team of { $school }
teams-at-school = Teams of this school
teams-all = All teams
teams-define = Who makes up a team
teams-none-why = In some networks a school takes part as a team: a teacher-librarian, a classroom teacher and an administrator, say. Then everyone sees which teams are complete, and who is missing where.
teams-count = { $teams ->
    [0] No school has a team yet.
    [one] { $complete ->
        [0] One team, not complete yet.
       *[other] One team, complete.
    }
   *[other] { $teams } teams, { $complete } of them complete.
}
teams-made-of = A team is { $roles }.
teams-where = { $first } to { $last } of { $total } teams
teams-empty = Begin with a school: its people then complete the team themselves.
teams-complete = complete
teams-incomplete = incomplete
teams-missing = Missing: { $roles }
teams-asked = Asked: { $people }
teams-unconfirmed = not confirmed for this year
teams-reminded-on = Reminded on { $date }
teams-who-comes = Which teams come to
teams-no-gathering = no gathering in particular
teams-show = Show
teams-coming = { $yes } of this team said yes, { $no } said no
teams-add-school = Add a school
teams-add-hint = Its people are then asked to complete the team.
teams-choose-school = Choose a school
teams-begin = Begin a team
teams-begin-own = Begin the team of { $school }
teams-begun = The team is begun. Now name who is in it.
teams-field-seats = A team is one of each
teams-field-seats-hint = Schools see who of these is missing.
teams-seats-set = Saved. Schools can have a team now.
teams-problem-seats = Choose at least one.
teams-problem-year = Teams are of a year. Plan a year for the network first.
teams-problem-none = This network has no teams yet: say first who makes up a team.
teams-problem-sits = They sit in this team already, on another seat.
teams-problem-asked = They were asked to take another seat of this team.
teams-you-are-asked = You are asked to be in this team: { $role }
teams-you-are-asked-why = The team stands for your school in the network. You become a member of the network with it.
teams-accept = I am in
teams-decline = I cannot
teams-accepted = You are in the team. Thank you!
teams-declined = All right. Whoever asked you is told.
teams-answered = That was answered already.
teams-to-confirm = This team was taken over from the year before. Is your school in this year too?
teams-confirm = Yes, it is
teams-confirmed = Confirmed for this year.
teams-nobody = Nobody yet
teams-in = in the team
teams-was-asked = asked
teams-empty-seat = Free this seat
teams-emptied = The seat is free.
teams-name-title = Who takes a seat?
teams-field-role = Seat
teams-field-person = Who
teams-field-person-hint = A name or an e-mail address; colleagues of the school are suggested. They are asked, and are in once they say yes.
teams-name-do = Ask them
teams-named-in = { $name } is in the team.
teams-named-asked = { $name } was asked and gets a letter.
teams-remind = Remind them
teams-reminded = { $name } gets a letter that says who is missing.
teams-complete-already = Nobody is missing in this team.
teams-remove = Take the team out
teams-removed = The team is out of this year.
teams-restored = The team is in this year again.
teams-is-out = This team is not in this year.
teams-refused-complete = Only who is in the team, and those who lead the network, name who sits in it.
teams-refused-archived = This year is put away.
teams-refused-school = You can begin the team of your own school.
teams-refused-answer = Nobody asked you to be in this team.
mail-team-asked-subject = { $who } asks you into the team of { $school }
mail-team-asked-text =
    Hello { $name },

    { $who } would like you to be in the team of { $school } for { $network }, as { $role }.

    Your answer, yes or no:

    { $link }
mail-team-yes-subject = { $who } is in the team of { $school }
mail-team-yes-text =
    Hello { $name },

    { $who } is now in the team of { $school } for { $network }, as { $role }.

    { $link }
mail-team-no-subject = { $who } cannot be in the team of { $school }
mail-team-no-text =
    Hello { $name },

    { $who } cannot be in the team of { $school } for { $network }. The seat is free: { $role }.

    { $link }
mail-team-missing-subject = The team of { $school } is not complete: { $network }
mail-team-missing-text =
    Hello { $name },

    In the team of { $school } for { $network } there is still a free seat: { $missing }. You can name somebody; they are asked.

    { $link }
teams-column-network = Network
teams-column-year = Year
teams-column-seat = Seat
teams-column-state = State
teams-state-in = in the team
teams-state-asked = asked
teams-state-missing = missing
