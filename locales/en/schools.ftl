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
