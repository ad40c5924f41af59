resources-title = Notes and files
resources-lead-gathering = What stays of { $title }.
resources-lead-topic = What stays of “{ $title }”. It goes with the topic when it is carried over.
resources-none-gathering = Nothing yet. What was said, a photo of the whiteboard, a link to the lesson: put it here, and those who could not come have it too.
resources-none-topic = Nothing yet. Put your notes, a link or a photo here; it stays with the topic.
resources-nothing = Nothing is here yet.
resources-write = Write notes, add files
resources-things = Links and files
resources-edit = Change
resources-remove = Remove
resources-up = Move { $title } up
resources-down = Move { $title } down
resources-size = { $kilobytes ->
    *[other] { $kilobytes } kB
    }
resources-edit-title = Change a link or file
resources-field-title = What it is called
resources-save = Save
resources-refused-write = The hosts write here, and those who share the topic.
resources-refused-many = There are { $most } links and files here already. Remove one first.
resources-problem-address = Type the whole address of a page, as https://example.org/lesson.
resource-edited = Changed.
resource-removed = Removed. Nobody sees it any more.
resource-restored = It is back.
resource-stale = Someone changed this meanwhile. Look at it again before you save.
note-title = Notes
note-field = What was said
note-field-hint = *Stars* make words lean, **two** make them bold; a line that begins with - is a point in a list.
note-keep = Save the notes
note-preview = See how it looks
note-preview-title = How it will look
note-kept = The notes are saved.
note-stale = Someone else wrote here while you did. Their text is above; saving yours takes its place.
note-theirs = What they wrote
link-add-title = Add a link
link-field-address = Address
link-field-address-hint = Copy it from the browser, as https://example.org/lesson.
link-field-title = What it is called
link-field-title-hint = If you leave this empty, the address is shown.
link-add = Add the link
link-added = The link is there.
file-add-title = Add a photo or a file
file-field = Photo or file
file-field-hint = Photos, PDF, Office and OpenDocument files, text, sound and film; at most { $most } MB. Where and when a photo was taken is removed from it.
file-field-caption = What it shows
file-field-caption-hint = If you leave this empty, the name of the file is shown.
file-add = Add the file
file-added = The file is there.
upload-problem-none = Choose a file first.
upload-problem-large = This file is larger than { $most } MB. Choose a smaller one, or add a link to where it is.
upload-problem-kind = This is no kind of file that can be kept here. Photos (JPEG, PNG, WebP, GIF), PDF, Office and OpenDocument files, text, sound and film can.
upload-problem-lies = The name of this file ends in .{ $ending }, but it holds something else (.{ $truth }). Give it its right name, or save it again.
upload-problem-broken = This picture cannot be read; it may be damaged. Open it and save it again.
upload-problem-pixels = This picture has more than { $most } million pixels. Make it smaller first.
send-title = Send notes and files
send-lead = Mail what you kept to those who came, and to those who could not.
send-open = Send to those who came or could not
send-field-to = Who gets it
send-field-to-hint = Who was invited and said nothing gets no mail.
send-to-came = { $count ->
    [one] The { $count } person who came
    *[other] The { $count } people who came
    }
send-to-could-not = { $count ->
    [one] The { $count } person who could not come
    *[other] The { $count } people who could not come
    }
send-had = { $count ->
    [one] { $count } person has had exactly this and does not get it twice.
    *[other] { $count } people have had exactly this and do not get it twice.
    }
send-field-again = Send it to them again
send-field-again-hint = Say why in the notes, or they will wonder.
send-button = Send
send-button-many = { $count ->
    [one] Send to { $count } person
    *[other] Send to { $count } people
    }
send-preview = What they will read
send-empty-title = Nothing to send yet
send-empty = Write a line of notes or add a file first; then one press sends it to everyone who was there or wanted to be.
send-sent = { $count ->
    [one] { $count } letter is on its way.
    *[other] { $count } letters are on their way.
    }
send-problem-nobody = Choose who gets it.
send-problem-empty = There is nothing to send yet.
send-problem-all-had = Nobody is left who has not had exactly this. Tick “Send it to them again” if they should get it once more.
send-refused-early = It has not begun; nobody can have come yet.
send-refused-cancelled = It was called off, so nobody came.
send-item = { $title }:
send-mail-subject = { $title }, { $when }: notes and files
send-mail-came = Hello { $name },

    Thank you for coming to { $title } on { $when }. Here is what stays of it.


    { $body }


    All of it, with the pictures:
    { $link }
send-mail-could-not = Hello { $name },

    You could not be at { $title } on { $when }. Here is what you missed.


    { $body }


    All of it, with the pictures:
    { $link }
resources-stake = { $count ->
    [one] { $count } note, link or file
    *[other] { $count } notes, links and files
    }
resources-lead-network = Its members see them and add more. Who added one, and who leads the network, can remove it.
resources-lead-open = Everyone in the district sees them, and members add more. Who added one, and who leads the network, can remove it.
resources-network-add = Add a link or a file
resources-network-all = All links and files
resources-none-network = Nothing yet. What all of you need again and again belongs here: a guide, a form, the slides of the expo.
resources-refused-other = Whoever added this can change it, and those who lead the network.
