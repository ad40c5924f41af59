# Topics: what people would like to speak of.
topic-state-proposed = on the table
topic-state-shared = shared
topic-state-left = not reached
topic-state-declined = declined
topic-state-withdrawn = withdrawn
topics-closed-cancelled = This gathering was called off, so its table is closed.
topics-closed-over = This gathering is over. Propose your topic for the next one.
topic-refused-change = Only the person who proposed this topic and the hosts can change it.
topic-refused-shared = This topic was shared already.
topic-refused-left = This gathering is over, and the topic was not reached.
topic-refused-declined = The host declined this topic. Only a host can put it back.
topic-refused-own = This is your own topic: that you can share on it is clear.
topic-refused-closed = This topic is no longer on the table.
topic-problem-many-tags = At most { $most } tags.
topic-problem-long-tag = “{ $tag }” is long for a tag: at most { $most } characters.
# Letters.
mail-agenda-line = { $time }  { $title } ({ $minutes })
mail-agenda-subject = { $count ->
    [one] Your topic is
   *[other] Your topics are
} on the agenda: { $gathering }, { $date }
mail-agenda-text =
    Hello { $name },

    { $count ->
        [one] your topic is
       *[other] your topics are
    } on the agenda of { $gathering }, { $when }:

    { $lines }

    The whole agenda is here:

    { $link }
mail-declined-subject = About your topic “{ $title }”
mail-declined-text =
    Hello { $name },

    { $host } has declined your topic “{ $title }” for { $gathering } on { $date }, and says why:

    { $why }

    Your topic is still here, for you and the hosts:

    { $link }
