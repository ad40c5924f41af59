# Rostering: schools and staff from the district's own systems.
roster-title = Schools and staff from OneRoster
roster-lead = Send the file that your district’s system exports. You see what would change before anything does. Students and families are counted and skipped.
roster-file = The file
roster-file-hint = A .zip in the format OneRoster 1.1 or 1.2, up to { $most } MB.
roster-send = Look at it
roster-problem-file = Please choose a .zip.
roster-latest = Sent before
roster-none = Nothing was sent yet.
roster-state-waiting = Being looked at
roster-state-looked = Ready: look at the difference, then take it over
roster-state-taking = Being taken over
roster-state-done = Taken over
roster-state-refused = Refused; nothing was changed
roster-state-dropped = Not taken over; nothing was changed
roster-busy = This page comes again by itself every two seconds.
roster-again = Look now
roster-set = In the file
roster-in-set = OneRoster { $version }: { $schools ->
    [one] 1 school
   *[other] { $schools } schools
}, { $staff } of the staff.
roster-skipped = Skipped:
roster-errors = What has to be put right
roster-warnings = Good to know
roster-place-row = { $file }, row { $row }
roster-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}
roster-difference = The difference
roster-what = What
roster-add = New
roster-change = Changed
roster-leave = Leaving
roster-unchanged = As they were
roster-of-schools = Schools
roster-of-people = People
roster-new-schools = New schools
roster-new-people = New people
roster-changed = Who changes
roster-leaving = Who leaves
roster-share = How many may leave
roster-share-hint = { $leave } of { $present } people would leave. If that is right, allow as large a share.
roster-problem-share = { $leave } of { $present } people would leave, which is more than this.
roster-take = Take it over
roster-take-hint = Whoever leaves keeps their history and can no longer sign in.
roster-drop = Do not take it over
roster-dropped = Not taken over. The file was deleted.
roster-not-now = This file is not waiting to be taken over any more.
roster-roles = How roles are matched
roster-roles-lead = OneRoster knows no teacher-librarians. Whoever was made one here stays one; a column “metadata.…” that says librarian makes one too.
roster-roles-saved = Saved. It counts from the next file on.
roster-role-nobody = No account
roster-role-administrator = Administrator
roster-role-aide = Aide
roster-role-counselor = Counsellor
roster-role-district-administrator = District administrator
roster-role-guardian = guardians
roster-role-parent = parents
roster-role-principal = Principal
roster-role-proctor = Proctor
roster-role-relative = relatives
roster-role-site-administrator = Site administrator
roster-role-student = students
roster-role-system-administrator = System administrator
roster-role-teacher = Teacher
roster-role-librarian = Librarian by a metadata column
roster-colon = { ":" }
