# The house around every page.
house-skip = Skip to the content
house-notice = Notice
house-rooms = Main
nav-home = Home
nav-gatherings = Gatherings
nav-month = Month
nav-people = People
nav-schools = Schools
house-place = You are here
house-me = Your menu
house-my-page = My page
house-sign-in = Sign in
house-sign-out = Sign out
house-appearance = Language and look
house-language = Language
house-theme = Look
house-theme-auto = As my device
house-theme-light = Light
house-theme-dark = Dark
house-demo = This is a demonstration. The schools are real, the people are invented.
house-demo-mailbox = Open the mailbox
house-offline = No connection. What you see may be old; nothing you tap is saved until it is back.
house-not-saved = That was not saved. Please try again.
house-foot = Klatsch, for people who teach
house-licences = Licences
# Around lists and forms.
list-previous = Previous
list-next = Next
form-problems = { $count ->
    [one] One thing needs another look
   *[other] { $count } things need another look
}
form-search = Search
form-left = Characters left: { $count }
form-kept = We kept what you typed last time.
form-kept-drop = Start afresh
chart-table = Show the numbers as a table
house-about = About
house-privacy = Privacy
list-pages = Pages
form-save = Save
form-cancel = Cancel
stale-title = Somebody saved this before you
stale-how = What you typed is still below. Save again to keep yours, or take over what is there now.
stale-now = Now
stale-typed = You typed
