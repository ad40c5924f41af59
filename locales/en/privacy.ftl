data-title = What Klatsch knows of me
data-lead = Everything that is kept about you, how long, and what becomes of it when you are erased.
data-save = Save it all as one file
data-save-hint = A ZIP file with everything below, to read or to take along.
data-save-files = { $count ->
    [one] A ZIP file with everything below and the file you added.
   *[other] A ZIP file with everything below and the { $count } files you added.
}
data-line = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}, kept { $kept }. If you are erased: { $fate }.
data-kept-forever = for good, since the district counts on it
data-kept-until-erased = until you are erased
data-kept-until-done = until it runs out
data-kept-days = { $count ->
    [one] for a day
   *[other] for { $count } days
}
data-kept-days-after = { $count ->
    [one] until a day after it ends
   *[other] until { $count } days after it ends
}
data-fate-deleted = deleted
data-fate-anonymised = it stays, without your name
data-fate-goes-along = it goes with what it is part of
data-profile = Your profile
data-profile-about = Your name, e-mail address, school, roles and what to ask you about.
data-account = Signing in
data-account-about = The browsers in which you are signed in, and your API tokens.
data-hosted = What you host
data-hosted-about = Series, gatherings and agendas that you made or host.
data-invited = Invitations
data-invited-about = Where you are invited by name.
data-answers = Your answers
data-answers-about = What you answered, and why you could not come.
data-topics = Your topics
data-topics-about = What you proposed, and what you are keen on.
data-attendance = Where you were
data-attendance-about = Which gatherings you came to, and what you said about that.
data-resources = Notes, links and files
data-resources-about = What you wrote down or added at gatherings.
data-treats = Treats
data-treats-about = What you brought, or offered to.
data-networks = Networks
data-networks-about = Where you are a member, what you asked or were asked, and what you lead.
data-newcomers = Finding your way in
data-newcomers-about = What you said when you were new, links you shared, and that you would be a buddy.
data-contacts = Your contacts
data-contacts-about = Your private book. Nobody else sees it.
data-speakers = Speakers
data-speakers-about = Whom you offered as a speaker, and whom you have heard.
data-ties = Greetings
data-ties-about = The short letters you sent to people you might like to meet, and whom you invited to a gathering.
data-other = Other things
data-rest = What is not listed
data-rest-about = Of your password only a digest is kept, from which nobody can tell the password. Sign-in links, letters on their way and attempts to sign in go by themselves within days. The search index is a copy of what is above.
data-who-sees = Who sees what
data-forget = Be forgotten
data-forget-about = Whoever looks after Klatsch in your district can erase you. What others count on stays without your name: a gathering still had as many people. It cannot be undone.
data-forget-do = Ask to be erased
data-forget-asked = Whoever looks after Klatsch has been told. Nothing is erased yet.
data-parcel-read = read-me.txt
data-parcel-word = This is what Klatsch keeps about { $name } (read { $at }).

    data.json has the entries, section by section, as the database has them.
    The folder “files” has the files you added.
mail-forget-subject = { $who } wishes to be erased
mail-forget-text = Hello { $name },

    { $who } asks to be erased from Klatsch. This page shows what that would do, and does it:

    { $link }

    It cannot be undone, so ask { $who } first whether they have saved what they want to keep.
erase-title = Erase { $name }
erase-lead = For good: this cannot be undone. Somebody who only leaves the district needs no erasing.
erase-what = What will be done
erase-profile = Profile
erase-hosted = Hosted
erase-answers = Answers
erase-topics = Topics
erase-attendance = Attendance
erase-contacts = Contacts
erase-deleted = { $count ->
    [one] 1 entry is deleted
   *[other] { $count } entries are deleted
}
erase-anonymised = { $count ->
    [one] 1 entry stays, without the name
   *[other] { $count } entries stay, without the name
}
erase-backups = Backups that were made before still have this person. Whoever keeps them deletes them in their time.
erase-name = Type “{ $name }” to confirm
erase-name-hint = The whole name.
erase-name-wrong = This is not the name: { $name }
erase-do = Erase for good
erase-done = They are erased. What is counted stays, without a name.
refused-erase-self = You cannot erase yourself: a district is never without somebody who looks after Klatsch. Ask another steward.
data-kept-with-series = as long as the series
data-kept-with-gathering = as long as the gathering
data-kept-with-topic = as long as the topic
data-kept-with-treat = as long as the wish for a treat is there
data-kept-with-network = as long as the network
data-kept-with-year = as long as the year of the network
data-kept-with-team = as long as the school team
data-kept-with-announcement = as long as the announcement
data-kept-with-newcomer = as long as the answers you gave as a newcomer
data-kept-with-contact = as long as the contact it is about
data-kept-with-speaker = as long as the speaker is in the list
data-kept-with-school = as long as the school
data-kept-with-what = as long as the gathering, topic or network it was written for
