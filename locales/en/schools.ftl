# Schools: the list, a school's page and form.
schools-title = Schools
schools-lead = Every school of the district, and who works there.
schools-words = Name or city
schools-any-level = All levels
schools-elementary = Elementary
schools-middle = Middle
schools-secondary = Secondary
schools-combined = All grades under one roof
schools-no-level = Level not known
schools-count = { $count ->
    [one] 1 school
   *[other] { $count } schools
}
schools-where = { $first } to { $last } of { $total } schools
schools-people = { $count ->
    [0] nobody yet
    [one] 1 person
   *[other] { $count } people
}
schools-none = No schools yet
schools-none-why = Gatherings happen at schools, and people belong to them. Bring in the list of the district or a public one, a CSV file; levels and places come along. On the machine where Klatsch runs:
schools-none-member = Here you will see the schools of the district and who works there. The people who look after Klatsch will bring them in.
schools-add = Add a school
schools-not-found = No school like that
schools-not-found-why = Try fewer letters, or another level.
schools-all = Show all schools
school-level = Level
school-level-unknown = not known
school-address = Address
school-address-hint = Street and number.
school-city = City
school-postal-code = Postal code
school-district = District
school-nobody = Nobody is listed here yet
school-nobody-why = People choose their school on their own page, or come with the staff list.
school-search = Search among them
school-new = Add a school
school-new-lead = For one school. A whole list comes in with “klatsch import schools”.
school-add = Add
school-added = { $name } is here now.
school-edit = Change { $name }
school-edit-lead = If a list is imported again, what it says of this school counts.
school-saved = Saved.
schools-number = People
commons-title = Learning commons
commons-place = Where
commons-place-hint = How a visitor finds it.
commons-hours = Open
commons-hours-hint = As people say it: every day from 8:00 to 15:30, Thursdays until 17:00.
commons-offers = What it has
commons-offers-hint = What others may come and use, or borrow.
commons-none = Nobody has said yet where it is, when it is open and what it has.
commons-begin = Describe the learning commons
commons-edit = The learning commons
commons-lead = Everyone who works here can change this.
commons-saved = Saved.
commons-stale = Somebody saved this meanwhile. Look once more at what you typed, and save it over that.
refused-commons = Only people of this school, and those who look after Klatsch, may change this.
