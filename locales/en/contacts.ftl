contacts-title = My contacts
contacts-lead = People and organisations outside of the district: how you met, what about, what is next. This book is yours alone. Nobody else sees it, not even the stewards of the district.
contacts-menu = My contacts
contacts-none = Your book is empty
contacts-none-why = After a meeting, write down in a minute whom you met and what you want to do next. On the day, Klatsch reminds you. Or bring the address book you have: vCard or CSV.
contacts-words = Search your book
contacts-any-category = Any category
contacts-quiet = Not in touch
contacts-any-time = Any time
contacts-quiet-months = { $count ->
    [one] for a month
   *[other] for { $count } months
}
contacts-order = Order
contacts-order-name = By name
contacts-order-longest = Out of touch longest
contacts-order-latest = In touch last
contacts-order-next = Next step first
contacts-count = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
contacts-where = { $first } to { $last } of { $total }
contacts-not-found = Nobody in your book fits
contacts-not-found-why = Try the beginning of a name, an organisation or a word you wrote.
contacts-everyone = Show everyone
contacts-due = Due now
contacts-in-and-out = Import and export
contacts-out-why = vCards for a telephone hold names, addresses and links, so that you may hand them on. Tables, and the cards with everything, hold your notes too.
contacts-out-vcard-3 = vCard 3 (telephones)
contacts-out-vcard-4 = vCard 4
contacts-out-csv = CSV
contacts-out-xlsx = Workbook (XLSX)
contacts-out-whole = vCard with my notes
contact-kind = Kind
contact-kind-person = Person
contact-kind-organisation = Organisation
contact-category = Categories
contact-category-teacher-librarians = Teacher-librarians elsewhere
contact-category-school-board = School board
contact-category-administration = Administration
contact-category-speakers = Speakers
contact-category-professors = Professors
contact-category-associations = Associations
contact-own = Your own categories
contact-own-hint = With commas between them.
contact-organisation = Organisation
contact-position = Position
contact-phones = Telephone
contact-phones-hint = Several with a semicolon between them.
contact-emails-hint = Several with a comma between them.
contact-links = Links and handles
contact-links-hint = One a line: a web page, or a handle as @name@social.example.
contact-met = How we met
contact-met-hint = Only you read this.
contact-about = What we talk about
contact-notes = Notes
contact-notes-hint = Markdown works. Only you read this.
contact-next = Next step
contact-next-hint = For instance: send the slides.
contact-next-date = Remind me on
contact-next-date-hint = A letter comes in the morning of that day. Its subject says nothing of whom or what.
contact-next-on = { $step } ({ $date })
contact-last = Last in touch
contact-last-hint = The day you last met, talked or wrote.
contact-touched-never = Not yet in touch
contact-touched-today = In touch today
contact-touched-on = In touch on { $date }
contact-touch-do = We were in touch today
contact-touched = Noted: you and { $name } were in touch today.
contact-done-do = Done
contact-done = Done. You and { $name } were in touch today.
contact-new = Add a contact
contact-new-lead = A name is enough. The rest can follow.
contact-add-do = Add to my book
contact-added = { $name } is in your book.
contact-edit = Change { $name }
contact-edit-do = Change
contact-saved = Saved.
contact-undone = As it was before.
contact-remove-do = Remove
contact-removed = { $name } is no longer in your book.
contact-restored = { $name } is in your book again.
contact-offer = Offer as a speaker
contact-card = Card for a telephone
contact-private = Only you see this page. In your book since { $date }.
contact-stale = This contact was changed meanwhile. Look at it again.
contact-stale-how = You changed this contact elsewhere meanwhile. What you typed is still here: save once more to keep it.
contact-problem-past = This day has passed. Choose today or later.
contact-problem-future = This day is still to come. When were you last in touch?
contact-problem-email = “{ $email }” is not an e-mail address.
contact-problem-category = “{ $name }” cannot be a category: at most 60 characters, no comma.
contact-problem-many = At most { $most }.
contact-problem-full = A book holds at most { $most } contacts.
contacts-import = Import
contacts-import-lead = The contacts of a telephone or an e-mail program, as vCard (3.0 or 4.0) or CSV. You see what would come before anything is kept.
contacts-file = File
contacts-file-hint = .vcf or .csv, with up to 5,000 contacts.
contacts-file-wrong = Nothing was taken over: the file has mistakes, listed here
contacts-file-unknown = This is neither vCard nor CSV text. From a workbook, save “CSV UTF-8” and choose that file.
contacts-file-damaged = Line { $line } holds a damaged character. Save the file again as UTF-8.
contacts-file-no-name = There is no column for a name. Row 1 needs “Name”, or “First name” and “Last name”. It has: { $found }
contacts-file-many = A file may hold at most { $most } contacts. Divide it into several.
contacts-file-empty = There is nobody in this file.
contacts-row-broken = Row { $row } cannot be read.
contacts-row-fields = Row { $row } has { $given } cells, and the header has another number. A quotation mark or a separator is missing or too many.
contacts-row-no-name = Row { $row } has no name.
contacts-row-email = Row { $row }: “{ $given }” is not an e-mail address.
contacts-row-date = Row { $row }: “{ $given }” is not a date. Write it as 2026-01-14.
contacts-row-category = Row { $row }: “{ $given }” cannot be a category. At most 60 characters.
contacts-row-long = Row { $row } is too long in “{ $given }”.
contacts-card-field = Line { $line }, { $name }: { $field ->
    [emails] an e-mail address that is none, or is too long.
   *[other] too long in “{ $field }”.
}
contacts-card-fault = Line { $line }: { $reason ->
    [no-card] this is no file of vCards. It would begin with BEGIN:VCARD.
    [too-large] the file is too large.
    [too-many] a file may hold at most { $most } cards. Divide it into several.
    [not-text] this is not text.
    [between-cards] something stands outside of the cards.
    [nested] a card begins within a card.
    [end-without-begin] a card ends where none began.
    [not-ended] this card never ends. The file may be cut off.
    [no-version] this card does not say its version.
    [old-version] this card is of version 2.1, from 1996. Export it again as vCard 3.0 or 4.0.
    [unknown-version] version “{ $word }” is not known, only 3.0 and 4.0.
    [no-colon] a line without a colon.
    [bad-name] “{ $word }” is not the name of a property.
    [bad-parameter] “{ $word }” is not a parameter.
    [unclosed-quote] a quotation mark that is not closed.
    [no-name] this card has no name.
    [not-utf-8] this is not UTF-8 text. Export the file again as UTF-8.
    [unknown-charset] the encoding “{ $word }” is not known. Export the file again as UTF-8.
    [bad-quoted-printable] this is not quoted-printable text, as the line says it is.
    [bad-base64] this is not base64 text, as the line says it is.
    [too-long] { $word } is longer than { $most } characters.
   *[too-many-values] more than { $most } of { $word }.
}
contacts-import-look = Look at it first
contacts-import-nothing = Nothing is kept yet.
contacts-import-count = { $count ->
    [one] { $count } contact would come
   *[other] { $count } contacts would come, first these
}
contacts-import-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
contacts-import-columns = Columns that were read: { $columns }
contacts-import-left-out = Left out, since a contact has no room for it: { $what }
contacts-import-beyond = { $count ->
    [one] One address, number, link or category was left out: a contact has room for 20 of each.
   *[other] { $count } addresses, numbers, links or categories were left out: a contact has room for 20 of each.
}
contacts-import-groups = { $count ->
    [one] One list of addresses was left out.
   *[other] { $count } lists of addresses were left out.
}
contacts-import-twice = { $count ->
    [one] One stood in the file twice and was put together.
   *[other] { $count } stood in the file twice and were put together.
}
contacts-import-doubles = Perhaps in your book already
contacts-import-same-email = { $name } in your book has the same e-mail address.
contacts-import-same-name = { $name } in your book has the same name.
contacts-import-see = Look at the one that is there
contacts-import-merge = Add what is new to the one that is there
contacts-import-add = Add as another contact
contacts-import-leave = Leave out
contacts-import-take = Take over
contacts-imported = { $added ->
    [0] Nobody new
    [one] One new contact
   *[other] { $added } new contacts
}{ $merged ->
    [0] .
    [one] , and one that says more now.
   *[other] , and { $merged } that say more now.
}
contacts-import-taken = This file was taken over already.
contacts-import-undone = The import is taken back.
mail-contact-subject = A reminder from your book of contacts
mail-contact-text =
    Hello { $name },

    Today you wanted to get in touch with { $contact }.{ $step ->
        [none] { "" }
       *[some] { " " }What is next: { $next }
    }

    { $link }
