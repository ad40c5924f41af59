record-mine = Your record
record-of = { $name } at your gatherings
record-mine-lead = What was noted of you at each gathering. The hosts of a gathering and the stewards of the district see its line. An absence fades after 120 days, about a term: from then on nobody but you sees it.
record-of-lead = Only the gatherings you host. An absence is shown for 120 days, about a term.
record-none = Nothing to see yet
record-none-mine = When you have answered or come to a gathering and it is over, its line stands here. If a line is not right, you can say so.
record-none-of = There is nothing of this person at the gatherings you host.
record-came = You were there
record-came-of = Was there
record-excused = Excused
record-no-show = You had said yes, and nobody saw you
record-no-show-of = Had said yes, and nobody saw them
record-absent = Nobody saw you
record-absent-of = Nobody saw them
record-nothing = You had said yes; nothing was noted
record-nothing-of = Had said yes; nothing was noted
record-by-self = you checked in yourself
record-by-self-of = checked in themselves
record-by-host = noted by { $name }
record-faded = This has faded: nobody but you sees it.
record-back = To your record
record-menu = My record
refused-record = Only the person, the hosts of a gathering and the stewards see its line.
refused-contest = Only the person can take this back.
contest-open = This is not right
contest-claim = What was so?
contest-claim-came = I was there
contest-claim-excused = I had said that I could not come
contest-why = In a sentence
contest-why-hint = The host reads this, and so can the stewards.
contest-send = Send it to the host
contest-sent = The host is asked to look at it, and you are told what comes of it.
contest-waits = What you said waits for the host
contest-waits-of = This waits for the host
contest-corrected = The line is corrected
contest-kept = The line stays as it was
contest-withdrawn = This was taken back
contest-taken-back = You took it back.
contest-title = A line that is contested
contest-line = The line says
contest-line-came = Was there
contest-line-excused = Was excused
contest-line-absent = Was not seen
contest-line-none = Nothing was noted
contest-outcome = What do you decide?
contest-correct = Correct the line
contest-keep = Leave it as it is
contest-answer = In a sentence
contest-answer-hint = Needed when the line stays: why. The person reads it.
contest-decide = Decide
contest-decided = That is decided, and the person is told.
contest-withdraw = Take it back
contest-by = Decided by { $name }
contest-back = To the gathering
contest-decided-already = This was decided already.
contest-open-already = You have said something to this line, and it waits for the host.
contest-no-more = This line was looked at twice; it stays as it is.
contest-too-early = A line can be contested once the gathering is over.
contest-says-so = The line says so already.
contest-own = Somebody else has to decide about your own line: another host, or a steward.
mail-contest-subject = { $who } contests a line: { $title }
mail-contest-text =
    Hello { $name },

    { $who } says of { $gathering }: { $claim ->
        [came] I was there.
       *[excused] I had said that I could not come.
    }

    { $why }

    Please decide whether the line is corrected or stays; { $who } is told either way:

    { $link }
mail-decided-subject = { $outcome ->
    [corrected] Corrected: your record of { $title }
   *[kept] Not changed: your record of { $title }
}
mail-decided-text =
    Hello { $name },

    You contested what was noted of you at { $gathering }. { $host } looked at it. { $outcome ->
        [corrected] The line is corrected.
       *[kept] The line stays as it was.
    }

    { $answer }

    { $link }
mail-decided-host-subject = Decided: a line of { $who }, { $title }
mail-decided-host-text =
    Hello { $name },

    { $who } contested what was noted of them at { $gathering }. { $host } looked at it. { $outcome ->
        [corrected] The line is corrected.
       *[kept] The line stays as it was.
    }

    { $answer }

    { $link }
